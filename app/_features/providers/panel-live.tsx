"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { listen } from "@/app/_client/listen";
import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { progressEventSchema } from "@/server/progress/schema";

type PanelLiveProps = {
  requestId: string;
  slug: string;
  /** The run goes on. */
  open: boolean;
  /** Number of the last event that the page knows. */
  seq: number;
};

/** Several events close together are one reading. */
const readAfterMs = 300;

/** Keeps the panel up to date while the run goes on, and says so. */
export const PanelLive = ({ requestId, slug, open, seq }: PanelLiveProps) => {
  const router = useRouter();
  const cursor = useRef(seq);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!open) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen({
      url: () => `/api/research/${requestId}/events?after=${cursor.current}`,
      onOpen: () => setLost(false),
      onLost: () => setLost(true),
      onMessage: {
        progress: (data) => {
          const event = progressEventSchema.parse(JSON.parse(data));
          cursor.current = Math.max(cursor.current, event.seq);
          if (!concerns(event.type, event.body, slug)) return;
          clearTimeout(timer);
          timer = setTimeout(() => router.refresh(), readAfterMs);
        },
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [open, requestId, slug, router]);
  return (
    <LiveRegion shown>
      {open ? (lost ? "Not connected. The run goes on; this page will follow it again." : "The run goes on; this page follows it.") : null}
    </LiveRegion>
  );
};

function concerns(type: string, body: unknown, slug: string): boolean {
  if (type.startsWith("request.")) return true;
  const category: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "category") : null;
  return typeof category === "object" && category !== null && Reflect.get(category, "slug") === slug;
}
