// Tails a stream by cursor. The table is the truth; hints and polling only decide when to look.
import { and, asc, eq, gt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { streamEvents, streams } from "@/db/schema/progress";
import { listenForHints } from "./hints";
import type { ProgressEvent } from "./schema";

const batch = 200;
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

/** Yields every event after the cursor, waits for more, and returns when the stream is closed and read, or the signal aborts. */
export async function* watchStream(db: Queryable, streamId: string, after: number, signal: AbortSignal): AsyncGenerator<ProgressEvent> {
  const hints = listenForHints(streamId);
  try {
    let cursor = after;
    let looks = 0;
    while (!signal.aborted) {
      const hinted = hints.taken();
      // Closed is read before the events: what was appended before closing is then surely seen.
      const state = await readStreamState(db, streamId);
      if (!state) return;
      const events = await readEvents(db, streamId, cursor);
      for (const event of events) {
        if (signal.aborted) return;
        cursor = event.seq;
        yield event;
      }
      if (events.length === batch) continue;
      if (state.closed && events.length === 0) return;
      looks = hinted || events.length > 0 ? 0 : looks + 1;
      await hints.wait(pauseMs(looks), signal);
    }
  } finally {
    hints.close();
  }
}
