import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { llmConfigured } from "@/server/platform/llm";
import { readAtOnce } from "@/server/platform/read-at-once";
import { readStreamState } from "@/server/progress/watch";
import { chatStream } from "../answers/schema";
import { type ChatSource, readHistory, type TurnView } from "../answers/turn-view";
import type { ChatScope } from "./schema";
import { findConversation } from "./store";

export type Conversation = {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly scope: ChatScope;
  readonly turns: readonly TurnView[];
  readonly sources: readonly ChatSource[];
  /** Progress events up to and including this number are in it. */
  readonly seq: number;
  /** The model that answers now; null: passages are quoted. */
  readonly model: string | null;
};

/** One of the owner's conversations as it stands. */
export async function readConversation(ctx: Pick<Ctx, "db">, scope: OwnerScope, { id }: { id: string }): Promise<Conversation> {
  return readAtOnce(ctx.db, async (db) => {
    const row = await findConversation(db, scope, id);
    if (!row) throw notFound("conversation");
    const { turns, sources } = await readHistory(db, id);
    const seq = (await readStreamState(db, chatStream(id)))?.seq ?? 0;
    return { id, title: row.title, note: row.note, scope: row.scope, turns, sources, seq, model: llmConfigured()?.model ?? null };
  });
}
