// Tails a stream by cursor. The table is the truth; hints and polling only decide when to look.
import { and, asc, eq, gt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { streamEvents, streams } from "@/db/schema/progress";
import { waitForHint } from "./hints";
import type { ProgressEvent } from "./schema";

const batch = 200;
const quickPollMs = 250;
const slowPollMs = 2000;
/** A hint is sent from inside a transaction: the commit follows within moments. */
const commitGraceMs = 15;

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
  let cursor = after;
  let idle = 0;
  while (!signal.aborted) {
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
    idle = events.length > 0 ? 0 : idle + 1;
    await waitForHint(streamId, Math.min(quickPollMs * 2 ** Math.max(0, idle - 8), slowPollMs), signal);
    await new Promise((resolve) => setTimeout(resolve, commitGraceMs));
  }
}
