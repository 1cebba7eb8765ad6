"use client";
// A run as it happens: the server's snapshot, then every event of its stream; when a category has ended, what events do not carry is read anew.
import { useCallback, useEffect, useRef, useState } from "react";
import type { ProgressEvent } from "@/server/progress/schema";
import { progressEventSchema } from "@/server/progress/schema";
import { type RunSnapshot, runSnapshotSchema } from "@/server/research/editions/schema";
import { applyEvent, takeReading } from "./apply-event";
import { listen } from "./listen";
import { trpc } from "./trpc";

export type RunStream = {
  readonly run: RunSnapshot;
  /** Newest first. */
  readonly events: readonly ProgressEvent[];
  /** connected: live; lost: since when the page is on its own; over: the run has ended. */
  readonly connection: { readonly state: "connecting" | "connected" | "over" } | { readonly state: "lost"; readonly since: string };
  /** Reads the run again, for an ended one that goes on. */
  readonly readAgain: () => void;
};

const ended = new Set(["completed", "partial_failure", "failed", "cancelled"]);
/** The feed shows the latest; all of them stand in the audit trail. */
const eventsKept = 400;
/** Several categories that end together are read once. */
const readAfterMs = 400;

/** Follows a run from the state the page was rendered with. `past` are the events before it, newest first. */
export function useRunStream(initial: RunSnapshot, past: readonly ProgressEvent[]): RunStream {
  const [run, setRun] = useState(initial);
  const [events, setEvents] = useState(past);
  const over = ended.has(run.request.status);
  const [connection, setConnection] = useState<RunStream["connection"]>({ state: over ? "over" : "connecting" });
  const cursor = useRef(initial.seq);
  const { fetch } = trpc.useUtils().editions.run;
  const id = initial.request.id;
  const readAgain = useCallback(() => {
    // A reading that fails changes nothing: what is on the page stands, and the next category asks again.
    fetch({ id }, { staleTime: 0 }).then(
      (fresh) => setRun((was) => takeReading(was, fresh)),
      () => undefined,
    );
  }, [fetch, id]);

  // Scores with their signals and the totals are in no event.
  const settled = run.categories.filter((category) => category.outcome !== null).length;
  const read = useRef(initial.categories.filter((category) => category.outcome !== null).length + (over ? 1 : 0));
  const due = settled + (over ? 1 : 0);
  useEffect(() => {
    if (due === read.current) return;
    const timer = setTimeout(() => {
      read.current = due;
      readAgain();
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [due, readAgain]);

  useEffect(() => {
    if (over) return;
    return listen({
      url: () => `/api/research/${id}/events?after=${cursor.current}`,
      onOpen: () => setConnection({ state: "connected" }),
      onLost: () => setConnection((was) => (was.state === "lost" ? was : { state: "lost", since: new Date().toISOString() })),
      onMessage: {
        snapshot: (data) => {
          const snapshot = runSnapshotSchema.parse(JSON.parse(data));
          setRun((was) => (snapshot.seq >= was.seq ? snapshot : was));
        },
        progress: (data) => {
          const event = progressEventSchema.parse(JSON.parse(data));
          if (event.seq <= cursor.current) return;
          cursor.current = event.seq;
          setRun((was) => applyEvent(was, event));
          setEvents((was) => [event, ...was].slice(0, eventsKept));
        },
      },
    });
  }, [id, over]);
  return { run, events, connection: over ? { state: "over" } : connection, readAgain };
}
