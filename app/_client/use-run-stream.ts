"use client";
// A run as it happens: the server's snapshot, then every event of its stream; what the page shows is read anew when a category has moved.
import { useEffect, useRef, useState } from "react";
import type { ProgressEvent } from "@/server/progress/schema";
import { progressEventSchema } from "@/server/progress/schema";
import { type RunSnapshot, runSnapshotSchema } from "@/server/research/editions/schema";
import { applyEvent } from "./apply-event";

export type RunStream = {
  readonly run: RunSnapshot;
  /** Newest first. */
  readonly events: readonly ProgressEvent[];
  /** connected: live; lost: since when the page is on its own; over: the run has ended. */
  readonly connection: { readonly state: "connecting" | "connected" | "over" } | { readonly state: "lost"; readonly since: string };
};

const ended = new Set(["completed", "partial_failure", "failed", "cancelled"]);
/** The feed shows the latest; all of them stand in the audit trail. */
const eventsKept = 200;

/** Follows a run from the state the page was rendered with. `past` are the events before it, newest first. */
export function useRunStream(initial: RunSnapshot, past: readonly ProgressEvent[]): RunStream {
  const [run, setRun] = useState(initial);
  const [events, setEvents] = useState(past);
  const over = ended.has(run.request.status);
  const [connection, setConnection] = useState<RunStream["connection"]>({ state: over ? "over" : "connecting" });
  const cursor = useRef(initial.seq);
  const id = initial.request.id;
  useEffect(() => {
    if (over) return;
    const source = new EventSource(`/api/research/${id}/events?after=${cursor.current}`);
    source.addEventListener("open", () => setConnection({ state: "connected" }));
    source.addEventListener("error", () => setConnection((was) => (was.state === "lost" ? was : { state: "lost", since: new Date().toISOString() })));
    source.addEventListener("snapshot", (message) => {
      const snapshot = runSnapshotSchema.parse(JSON.parse(message.data));
      setRun((was) => (snapshot.seq >= was.seq ? snapshot : was));
    });
    source.addEventListener("progress", (message) => {
      const event = progressEventSchema.parse(JSON.parse(message.data));
      if (event.seq <= cursor.current) return;
      cursor.current = event.seq;
      setRun((was) => applyEvent(was, event));
      setEvents((was) => [event, ...was].slice(0, eventsKept));
    });
    return () => source.close();
  }, [id, over]);
  return { run, events, connection: over ? { state: "over" } : connection };
}
