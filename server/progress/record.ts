// Appends to a stream inside the caller's transaction. The stream row's lock makes sequence order commit order.
import { and, eq, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "@/db/client";
import { streamEvents, streams } from "@/db/schema/progress";
import { hintStream } from "./hints";

export async function openStream(tx: Tx, stream: { id: string; kind: string; ownerId: string }): Promise<void> {
  await tx.insert(streams).values(stream).onConflictDoNothing();
}

export type ProgressRecord = { readonly type: string; readonly body: Record<string, unknown>; readonly dedupeKey: string };

/** Appends one event unless one with its `dedupeKey` is there; the event's number, or null when it was. */
export async function recordProgress(tx: Tx, streamId: string, at: Date, record: ProgressRecord): Promise<number | null> {
  const { type, body, dedupeKey } = record;
  const [event] = rowsOf<{ seq: string | number }>(
    await tx.execute(sql`
      with stream as (update ${streams} set seq = seq + 1 where id = ${streamId} returning seq)
      insert into ${streamEvents} (stream_id, seq, dedupe_key, type, body, at)
      select ${streamId}, seq, ${dedupeKey}, ${type}, ${JSON.stringify(body)}::jsonb, ${at.toISOString()}::timestamptz from stream
      on conflict do nothing returning seq`),
  );
  if (event) {
    hintStream(streamId);
    return Number(event.seq);
  }
  // The stream's row is this transaction's now, so nobody has seen the number that is given back.
  const [stream] = await tx
    .update(streams)
    .set({ seq: sql`${streams.seq} - 1` })
    .where(eq(streams.id, streamId))
    .returning({ seq: streams.seq });
  if (!stream) throw new Error(`There is no progress stream ${streamId}.`);
  return null;
}

/** Marks the stream as ended; `watch` stops after its last event. A retried request opens it again. */
export async function closeStream(tx: Tx, streamId: string, at: Date | null): Promise<void> {
  await tx.update(streams).set({ closedAt: at }).where(eq(streams.id, streamId));
  hintStream(streamId);
}

/** Takes out the events of a type that nobody needs any more: who reads on from before them reads what came after. The numbers of the others stay. */
export async function dropEvents(tx: Tx, streamId: string, type: string): Promise<void> {
  await tx.delete(streamEvents).where(and(eq(streamEvents.streamId, streamId), eq(streamEvents.type, type)));
}
