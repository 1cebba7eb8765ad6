import { type Frame, sseResponse } from "@/server/http/sse";
import type { Ctx } from "@/server/platform/context";
import type { ProgressEvent } from "@/server/progress/schema";
import { contextFor } from "@/server/trpc/context";

type Told = {
  readonly request: Request;
  readonly ctx: Pick<Ctx, "log">;
  readonly userId: string;
  /** The reader's cursor; null for one who has read nothing. */
  readonly cursor: number | null;
  /** `seq` is how far the snapshot reaches. */
  readonly snapshot: { readonly seq: number };
  /** The stream's newest event: a cursor beyond it is nobody's. */
  readonly seq: number;
  readonly events: (after: number, signal: AbortSignal) => AsyncIterable<ProgressEvent>;
};

/** A live page: what stands now, then every event after the cursor, for as long as its reader is approved. Throws `rate_limited` as `sseResponse` does. */
export function progressStream({ request, ctx, userId, cursor, snapshot, seq, events }: Told): Response {
  const after = cursor === null || cursor > seq ? snapshot.seq : cursor;
  async function* frames(signal: AbortSignal): AsyncGenerator<Frame> {
    yield { event: "snapshot", id: after, data: snapshot };
    for await (const event of events(after, signal)) yield { event: "progress", id: event.seq, data: event };
  }
  const stillAllowed = async () => {
    const { actor } = await contextFor(request.headers);
    return actor?.kind === "user" && actor.status === "approved";
  };
  return sseResponse({ request, userId, log: ctx.log, stillAllowed, frames });
}
