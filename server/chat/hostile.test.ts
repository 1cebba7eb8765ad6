// What one account can learn of another's conversations, or do to the house with its own.
import { beforeAll, describe, expect, it } from "vitest";
import { chatAnswers, chatQuestions } from "@/db/schema/chat";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { newId } from "@/server/platform/ids";
import { askQuestion } from "./answers/ask-question";
import { listCiting } from "./answers/list-citing";
import { emptyBody, mostQuestions } from "./answers/schema";
import { changeConversation } from "./conversations/change-conversation";
import { createConversation } from "./conversations/create-conversation";
import { exportConversation } from "./conversations/export-conversation";
import { addConversation } from "./conversations/open-conversation";
import { everything } from "./conversations/schema";
import { chatFor } from "./testing";

const test = useTestDatabase();
const chat = chatFor(test, functionsFor(test));
type Reader = Awaited<ReturnType<typeof chat.reader>>;
let owner: Reader;
let other: Reader;
const half = "What is the half-life of celandrin?";
const ask = ({ ctx }: Reader, conversationId: string | null, key: string) =>
  askQuestion({ ...ctx, events: { send: async () => {} } }, { conversationId, text: half, key, scope: everything });

beforeAll(async () => {
  owner = await chat.reader();
  other = await chat.reader();
});

describe("a conversation of somebody else's", () => {
  it("is as if it were not there, even for who knows the key of a question in it", async () => {
    const key = newId();
    const asked = await ask(owner, null, key);
    expect(await ask(owner, asked.conversationId, key)).toEqual(asked);
    await expect(ask(other, asked.conversationId, key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("answers nothing from documents, collections and editions that are not the asker's", async () => {
    const documentId = await chat.add(
      owner,
      "celandrin.txt",
      "Celandrin is a fictional compound. The half-life of celandrin is 6.2 hours in adults.",
    );
    const scope = { everything: false, documentIds: [documentId], collectionIds: ["Mine"], editionIds: [newId()] };
    const { turn } = await chat.ask(other, half, { scope });
    expect(turn.answer.status).toBe("declined");
    expect(turn.answer.body.searched).toMatchObject({ documents: 0, passages: 0, editions: 0 });
    expect(JSON.stringify(turn)).not.toContain("6.2");
    await chat.ask(owner, half, { scope });
    expect(await listCiting(other.ctx, other.scope, { documentId })).toEqual([]);
    expect(await listCiting(owner.ctx, owner.scope, { documentId })).toHaveLength(1);
  });
});

describe("the file of a conversation", () => {
  it("can be named whatever its title is", async () => {
    const { id } = await createConversation(owner.ctx, owner.scope, { scope: everything });
    for (const title of [`a${"𝐀".repeat(59)}`, "../../etc/passwd", '"; x="\r\nset-cookie: a=b', "%00", "…"]) {
      await changeConversation(owner.ctx, owner.scope, { id, title });
      const { fileName } = await exportConversation(owner.ctx, owner.scope, { id });
      expect(fileName).toMatch(/^[\p{L}\p{N}-]+\.md$/u);
      expect(encodeURIComponent(fileName)).not.toMatch(/['"\r\n/]/);
    }
  });
});

describe("one account", () => {
  it("asks only so often in one conversation", async () => {
    const eager = await chat.reader();
    const { id: conversationId } = await createConversation(eager.ctx, eager.scope, { scope: everything });
    const rows = Array.from({ length: mostQuestions }, () => ({ id: newId(), conversationId }));
    await test.db.insert(chatQuestions).values(rows.map((row) => ({ ...row, text: half, scope: everything, idempotencyKey: newId() })));
    const answers = rows.map((row) => ({ id: newId(), questionId: row.id, conversationId, status: "declined" as const, body: emptyBody }));
    await test.db.insert(chatAnswers).values(answers);
    await expect(ask(eager, conversationId, newId())).rejects.toThrow(/Open a new one/);
  });

  it("has only so many conversations", async () => {
    const { id: ownerId, scope, ctx } = await chat.reader();
    await createConversation(ctx, scope, { scope: everything });
    const row = () => ({ id: newId(), ownerId, title: "One more", scope: everything, askedAt: new Date() });
    await test.db.transaction((tx) => addConversation(tx, row(), 2));
    await expect(test.db.transaction((tx) => addConversation(tx, row(), 2))).rejects.toThrow(/Delete one/);
  });
});
