import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { chatAnswers, chatSources } from "@/db/schema/chat";
import { documents } from "@/db/schema/library";
import { streamEvents } from "@/db/schema/progress";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { newId } from "@/server/platform/ids";
import { askQuestion } from "./answers/ask-question";
import { chatStream } from "./answers/schema";
import { stopAnswer } from "./answers/stop-answer";
import { sweepAnswers } from "./answers/sweep-answers";
import { changeConversation } from "./conversations/change-conversation";
import { deleteConversation } from "./conversations/delete-conversation";
import { exportConversation } from "./conversations/export-conversation";
import { listConversations } from "./conversations/list-conversations";
import { readConversation } from "./conversations/read-conversation";
import { everything } from "./conversations/schema";
import { chatFor } from "./testing";

const test = useTestDatabase();
const engine = functionsFor(test);
const chat = chatFor(test, engine);
let owner: Awaited<ReturnType<typeof chat.reader>>;
let patient: typeof owner;
const silent = () => ({ ...patient.ctx, events: { send: async () => {} } });
const question = (text = "What is the half-life of celandrin?") => ({ conversationId: null, text, key: newId(), scope: everything });

beforeAll(async () => {
  owner = await chat.reader();
  patient = await chat.reader();
  for (const reader of [owner, patient])
    await chat.add(reader, "celandrin.txt", "Celandrin is a fictional compound. The half-life of celandrin is 6.2 hours in adults.");
});

describe("a conversation", () => {
  it("is named by its first question, renamed, and found again by any word of its history", async () => {
    const { conversation } = await chat.ask(owner, "What is the half-life of celandrin?");
    expect(conversation.title).toBe("What is the half-life of celandrin");
    await changeConversation(owner.ctx, owner.scope, { id: conversation.id, title: "Kinetics", note: "For the seminar" });
    const found = async (query: string) =>
      (await listConversations(owner.ctx, owner.scope, { query, before: null })).conversations.map(({ id }) => id);
    expect(await found("6.2 hours")).toContain(conversation.id);
    expect(await found("seminar kinetics")).toContain(conversation.id);
    expect(await found("seminar unicorn")).toEqual([]);
    expect(await found("100%_")).toEqual([]);
    const stranger = await chat.reader();
    expect((await listConversations(stranger.ctx, stranger.scope, { query: "", before: null })).conversations).toEqual([]);
  });

  it("leaves nothing behind when it is deleted, and its texts were never in the audit trail", async () => {
    const { conversation, turn } = await chat.ask(owner, "What is the half-life of celandrin in adults?");
    await deleteConversation(owner.ctx, owner.scope, { id: conversation.id });
    expect(await test.db.select().from(chatAnswers).where(eq(chatAnswers.conversationId, conversation.id))).toEqual([]);
    expect(await test.db.select().from(chatSources).where(eq(chatSources.conversationId, conversation.id))).toEqual([]);
    expect(
      await test.db
        .select()
        .from(streamEvents)
        .where(eq(streamEvents.streamId, chatStream(conversation.id))),
    ).toEqual([]);
    const trail = JSON.stringify(await test.db.select().from(auditEntries));
    expect(trail).toContain(turn.answer.id);
    expect(trail.toLowerCase()).not.toContain("celandrin");
    await expect(readConversation(owner.ctx, owner.scope, { id: conversation.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves as Markdown, every sentence with its sources and no markup of the texts' own", async () => {
    await chat.add(
      owner,
      "markup.md",
      "# A *bold* [title](x)\n\nThe half-life of tormentil is 3 hours in **adults** with a [link](https://example.org) here.",
    );
    const { conversation } = await chat.ask(owner, "What is the half-life of tormentil?");
    const { text, fileName } = await exportConversation(owner.ctx, owner.scope, { id: conversation.id });
    expect(fileName).toBe("What-is-the-half-life-of-tormentil.md");
    expect(text).toContain("## What is the half-life of tormentil?");
    expect(text).toMatch(/3 hours[^\n]*\.\[\^1\]/);
    expect(text).toMatch(/^\[\^1\]: “[^\n]*3 hours[^\n]*” [^\n]+, characters \d+ to \d+\.[^\n]* <\/library\/[^\n>]+\?start=\d+&end=\d+>$/m);
    expect(text).toContain("## Sources");
    expect(text).not.toMatch(/(?<!\\)\]\(https:/);
  });
});

describe("asking", () => {
  it("finds what others share with everybody, and nothing else of theirs", async () => {
    const giver = await chat.reader();
    const shared = await chat.add(giver, "valerian.md", "---\ntitle: Notes on valerian\n---\nThe half-life of valerian is 4 hours in adults.");
    await chat.add(giver, "private.md", "---\ntitle: Notes on vervain\n---\nThe half-life of vervain is 9 hours in adults.");
    await test.db.update(documents).set({ visibility: "workspace" }).where(eq(documents.id, shared));
    const guest = await chat.reader();
    const { turn } = await chat.ask(guest, "What is the half-life of valerian?");
    expect(turn.answer.body.sentences.map(({ text }) => text)).toEqual(["The half-life of valerian is 4 hours in adults."]);
    const declined = (await chat.ask(guest, "What is the half-life of vervain?")).turn.answer;
    expect(declined.status).toBe("declined");
    expect(declined.body.declined?.words.find(({ word }) => word === "vervain")?.passages).toBe(0);
  });

  it("writes question and answer at once, and the same key asks once", async () => {
    const input = question();
    const asked = await askQuestion(silent(), input);
    const [turn] = (await readConversation(patient.ctx, patient.scope, { id: asked.conversationId })).turns;
    expect(turn).toMatchObject({ id: asked.questionId, answer: { status: "asked" } });
    expect(await askQuestion(silent(), { ...input, conversationId: asked.conversationId })).toEqual(asked);
    await expect(askQuestion(silent(), { ...question(), conversationId: asked.conversationId })).rejects.toMatchObject({ code: "conflict" });
    expect(await stopAnswer(patient.ctx, { answerId: asked.answerId })).toEqual({ stopping: true });
    expect((await readConversation(patient.ctx, patient.scope, { id: asked.conversationId })).turns[0]?.answer.status).toBe("stopped");
    expect(await stopAnswer(patient.ctx, { answerId: asked.answerId })).toEqual({ stopping: false });
  });

  it("is limited to ten within a minute, and says when it may go on", async () => {
    const other = await chat.reader();
    const ctx = { ...other.ctx, events: { send: async () => {} } };
    for (let n = 0; n < 10; n++) await askQuestion(ctx, question());
    await expect(askQuestion(ctx, question())).rejects.toMatchObject({ code: "rate_limited", userMessage: expect.stringMatching(/ask in \d+ s/) });
  });

  it("is answered though its message was lost, and ends when nobody comes", async () => {
    const lost = await askQuestion(silent(), question());
    const later = (minutes: number) => ({ ...patient.ctx, clock: { now: () => new Date(Date.now() + minutes * 60_000) } });
    expect((await sweepAnswers(later(2))).sent).toBeGreaterThan(0);
    await engine.idle();
    expect((await readConversation(patient.ctx, patient.scope, { id: lost.conversationId })).turns[0]?.answer.status).toBe("answered");
    const never = await askQuestion(silent(), question());
    expect((await sweepAnswers(later(20))).ended).toBeGreaterThan(0);
    const [turn] = (await readConversation(patient.ctx, patient.scope, { id: never.conversationId })).turns;
    expect(turn?.answer).toMatchObject({ status: "failed", error: expect.stringMatching(/Ask again/) });
  });
});
