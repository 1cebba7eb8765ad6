import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import type { ProgressEvent } from "@/server/progress/schema";
import { readStreamState, watchStream } from "@/server/progress/watch";
import { chatStream } from "../answers/schema";
import { findConversation } from "./store";

export type ConversationWatch = {
  /** Number of the newest event. */
  readonly seq: number;
  /** Nothing more is to come after the cursor. */
  readonly over: boolean;
  readonly events: (after: number, signal: AbortSignal) => AsyncGenerator<ProgressEvent>;
};

/** The stream of a conversation: open while an answer is written. */
export async function watchConversation(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { id, cursor }: { id: string; cursor: number | null },
): Promise<ConversationWatch> {
  if (!(await findConversation(ctx.db, scope, id))) throw notFound("conversation");
  const state = await readStreamState(ctx.db, chatStream(id));
  const seq = state?.seq ?? 0;
  return {
    seq,
    over: state === null || (state.closed && cursor !== null && cursor >= seq),
    events: (after, signal) => watchStream(ctx.db, chatStream(id), after, signal),
  };
}
