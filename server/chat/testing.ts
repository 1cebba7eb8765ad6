// For tests of chat: a reader with the example library, whose questions are answered by the real functions on the real engine.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { users } from "@/db/schema/identity";
import type { TestDatabase } from "@/db/testing";
import { addDocument } from "@/server/library/documents/add-document";
import { processDocument } from "@/server/library/documents/process-document";
import { exampleLibraryFiles, exampleLibraryFolder } from "@/server/library/example-library";
import { type Ctx, type OwnerScope, ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { askQuestion } from "./answers/ask-question";
import type { TurnView } from "./answers/turn-view";
import { type Conversation, readConversation } from "./conversations/read-conversation";
import type { ChatScope } from "./conversations/schema";

type Functions = { readonly ctxOf: (userId: string) => Ctx; readonly idle: () => Promise<unknown> };
type Answered = { readonly conversation: Conversation; readonly turn: TurnView };

/** Spaces questions out, so that a test may ask more than a person. */
const apartMs = 60_000;

export function chatFor(test: TestDatabase, functions: Functions) {
  let asked = 0;
  const reader = async (): Promise<{ id: string; ctx: Ctx; scope: OwnerScope }> => {
    const id = newId();
    await test.db.insert(users).values({ id, name: "Reader", email: `${id}@example.org`, status: "approved" });
    return { id, ctx: functions.ctxOf(id), scope: ownerScope(id) };
  };
  const add = async (owner: { id: string; ctx: Ctx; scope: OwnerScope }, fileName: string, content: string | Uint8Array) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const { documentId } = await addDocument(owner.ctx, owner.scope, { bytes, fileName });
    await processDocument(owner.ctx, { documentId, ownerId: owner.id });
    return documentId;
  };
  return {
    reader,
    add,
    addExamples: async (owner: { id: string; ctx: Ctx; scope: OwnerScope }) => {
      for (const file of exampleLibraryFiles) await add(owner, file, await readFile(path.join(exampleLibraryFolder(), file)));
    },
    /** Asks and waits for the answer. */
    ask: async (
      owner: { ctx: Ctx; scope: OwnerScope },
      text: string,
      options: { conversationId?: string; scope?: ChatScope; fresh?: boolean } = {},
    ): Promise<Answered> => {
      asked += 1;
      const at = new Date(Date.now() + asked * apartMs);
      const { conversationId } = await askQuestion(
        { ...owner.ctx, clock: { now: () => at } },
        {
          conversationId: options.conversationId ?? null,
          text,
          key: newId(),
          fresh: options.fresh ?? false,
          ...(options.scope ? { scope: options.scope } : {}),
        },
      );
      await functions.idle();
      const conversation = await readConversation(owner.ctx, owner.scope, { id: conversationId });
      const turn = conversation.turns.at(-1);
      if (!turn) throw new Error("The conversation has no turn.");
      return { conversation, turn };
    },
  };
}
