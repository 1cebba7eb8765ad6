// Tails a stream by cursor. The table is the truth; hints and polling only decide when to look.
import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { streamEvents, streams } from "@/db/schema/progress";
import { listenForHints } from "./hints";
import type { ProgressEvent } from "./schema";

const batch = 200;
/** Hints come in bursts: one look a little later sees all their events. */
const settleMs = 15;
/** A hint is sent from inside a transaction whose commit follows within moments: first looks are close together. */
const firstPausesMs = [10, 20, 40, 80];
const pollMs = 250;
/** Polls before a silent stream is looked at less and less often. */
const polls = 40;
const slowPollMs = 2000;

function pauseMs(looks: number): number {
  return firstPausesMs[looks] ?? Math.min(pollMs * 2 ** Math.max(0, looks - polls), slowPollMs);
}

export type StreamState = { readonly ownerId: string; readonly kind: string; readonly seq: number; readonly closed: boolean };

export async function readStreamState(db: Queryable, streamId: string): Promise<StreamState | null> {
  const [row] = await db.select().from(streams).where(eq(streams.id, streamId));
  return row ? { ownerId: row.ownerId, kind: row.kind, seq: row.seq, closed: row.closedAt !== null } : null;
}

/** Events after `after`, in order, at most `limit`. */
export async function readEvents(db: Queryable, streamId: string, after: number, limit = batch): Promise<ProgressEvent[]> {
  const rows = await db
    .select()
    .from(streamEvents)
    .where(and(eq(streamEvents.streamId, streamId), gt(streamEvents.seq, after)))
    .orderBy(asc(streamEvents.seq))
    .limit(limit);
  return rows.map((row) => ({ seq: row.seq, type: row.type, body: row.body, at: row.at.toISOString() }));
}

/** The state of a stream and its events after `after`, as they stand at one moment; null when there is no such stream. */
async function look(db: Queryable, streamId: string, after: number): Promise<{ closed: boolean; events: ProgressEvent[] } | null> {
  const { seq, type, body, at } = streamEvents;
  const rows = await db
    .select({ closedAt: streams.closedAt, event: { seq, type, body, at } })
    .from(streams)
    .leftJoin(streamEvents, and(eq(streamEvents.streamId, streams.id), gt(seq, after)))
    .where(eq(streams.id, streamId))
    .orderBy(asc(seq))
    .limit(batch);
  const [first] = rows;
  if (!first) return null;
  const events = rows.flatMap(({ event }) => (event ? [{ ...event, at: event.at.toISOString() }] : []));
  return { closed: first.closedAt !== null, events };
}

/** Yields every event after the cursor, waits for more, and returns when the stream is closed and read, or the signal aborts. */
export async function* watchStream(db: Queryable, streamId: string, after: number, signal: AbortSignal): AsyncGenerator<ProgressEvent> {
  const hints = listenForHints(streamId);
  try {
    let cursor = after;
    let looks = 0;
    while (!signal.aborted) {
      const hinted = hints.taken();
      const seen = await look(db, streamId, cursor);
      if (!seen) return;
      const { closed, events } = seen;
      for (const event of events) {
        if (signal.aborted) return;
        cursor = event.seq;
        yield event;
      }
      if (events.length === batch) continue;
      if (closed) return;
      looks = hinted || events.length > 0 ? 0 : looks + 1;
      if (await hints.wait(pauseMs(looks), signal)) await sleep(settleMs);
    }
  } finally {
    hints.close();
  }
}
