// Appends to a stream inside the caller's transaction. The stream row's lock makes sequence order commit order.
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { streamEvents, streams } from "@/db/schema/progress";
import { hintStream } from "./hints";

export async function openStream(tx: Tx, stream: { id: string; kind: string; ownerId: string }): Promise<void> {
  await tx.insert(streams).values(stream).onConflictDoNothing();
}

export type ProgressRecord = { readonly type: string; readonly body: Record<string, unknown>; readonly dedupeKey: string };

/** Appends one event unless one with its `dedupeKey` is there; the event's number, or null when it was. */
export async function recordProgress(tx: Tx, streamId: string, at: Date, record: ProgressRecord): Promise<number | null> {
  const [stream] = await tx
    .update(streams)
    .set({ seq: sql`${streams.seq} + 1` })
    .where(eq(streams.id, streamId))
    .returning({ seq: streams.seq });
  if (!stream) throw new Error(`There is no progress stream ${streamId}.`);
  const inserted = await tx
    .insert(streamEvents)
    .values({ streamId, seq: stream.seq, dedupeKey: record.dedupeKey, type: record.type, body: record.body, at })
    .onConflictDoNothing()
    .returning({ seq: streamEvents.seq });
  if (inserted.length > 0) {
    hintStream(streamId);
    return stream.seq;
  }
  await tx
    .update(streams)
    .set({ seq: stream.seq - 1 })
    .where(and(eq(streams.id, streamId), eq(streams.seq, stream.seq)));
  return null;
}

/** Marks the stream as ended; `watch` stops after its last event. A retried request opens it again. */
export async function closeStream(tx: Tx, streamId: string, at: Date | null): Promise<void> {
  await tx.update(streams).set({ closedAt: at }).where(eq(streams.id, streamId));
  hintStream(streamId);
}
