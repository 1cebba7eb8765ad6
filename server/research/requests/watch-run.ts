import type { Ctx } from "@/server/platform/context";
import { readAtOnce } from "@/server/platform/read-at-once";
import type { ProgressEvent } from "@/server/progress/schema";
import { readStreamState, watchStream } from "@/server/progress/watch";
import { streamOf } from "./progress";
import { visibleRequest } from "./visible-request";

export type RunWatch = {
  /** Number of the newest event. */
  readonly seq: number;
  /** The run has ended and the cursor has seen its last event. */
  readonly over: boolean;
  readonly events: (after: number, signal: AbortSignal) => AsyncGenerator<ProgressEvent>;
};

/** The progress stream of a request for those who may see it. A cursor beyond the end counts as none. */
export async function watchRun(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; cursor: number | null }): Promise<RunWatch> {
  const { request, state } = await readAtOnce(ctx.db, async (db) => {
    const request = await visibleRequest({ ...ctx, db }, input.id);
    return { request, state: await readStreamState(db, streamOf(request.id)) };
  });
  const seq = state?.seq ?? 0;
  return {
    seq,
    over: (state?.closed ?? true) && input.cursor !== null && input.cursor >= seq,
    events: (after, signal) => watchStream(ctx.db, streamOf(request.id), after, signal),
  };
}
