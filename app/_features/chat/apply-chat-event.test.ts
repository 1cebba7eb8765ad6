import { expect, test } from "vitest";
import { emptyBody } from "@/server/chat/answers/schema";
import type { Conversation } from "@/server/chat/conversations/read-conversation";
import { everything } from "@/server/chat/conversations/schema";
import { applyChatEvent, isOpen } from "./apply-chat-event";

const at = "2026-11-20T14:00:00.000Z";
const answer = {
  id: "a",
  status: "asked",
  stopAsked: false,
  attempt: 0,
  carried: [],
  model: null,
  body: emptyBody,
  draft: null,
  error: null,
  costUsd: null,
  tookMs: null,
} as const;
const conversation: Conversation = {
  ...{ id: "c", title: "T", note: null, scope: everything, sources: [], seq: 3, model: null },
  turns: [{ id: "q", text: "What?", scope: everything, askedAt: at, answer }],
};
const citation = { source: 1, quote: "Six hours.", start: 0, end: 10, page: null, heading: null, sentence: null, matches: [] };
const sentence = { text: "Six hours.", verbatim: true, tradition: null, lang: null, citations: [citation] };
const events = [
  { type: "answer.began", body: { answerId: "a", attempt: 1, found: 4, model: "m" } },
  { type: "answer.draft", body: { answerId: "a", attempt: 1, text: "Six" } },
  { type: "answer.sentence", body: { answerId: "a", attempt: 1, index: 0, sentence } },
];
const apply = (from: Conversation, list: typeof events | { type: string; body: Record<string, unknown> }[]) =>
  list.reduce((was, { type, body }, index) => applyChatEvent(was.conversation, { seq: from.seq + index + 1, type, body, at }), {
    conversation: from,
    readAgain: false,
  });

test("an answer comes sentence by sentence, and its draft goes with the sentence", () => {
  const drafted = apply(conversation, events.slice(0, 2)).conversation.turns[0]?.answer;
  expect(drafted).toMatchObject({ status: "working", model: "m", draft: "Six" });
  const { conversation: next, readAgain } = apply(conversation, events);
  expect(next.turns[0]?.answer).toMatchObject({ draft: null, body: { found: 4, sentences: [sentence] } });
  // The page does not know source 1 yet.
  expect(readAgain).toBe(true);
});

test("an event that was seen, of an overtaken attempt, or of no known kind changes nothing but the number", () => {
  const { conversation: now } = apply(conversation, events);
  expect(applyChatEvent(now, { seq: 4, type: "answer.draft", body: { answerId: "a", attempt: 1, text: "x" }, at }).conversation).toBe(now);
  const late = applyChatEvent(now, { seq: 7, type: "answer.draft", body: { answerId: "a", attempt: 0, text: "x" }, at }).conversation;
  expect(late).toEqual({ ...now, seq: 7 });
  expect(applyChatEvent(now, { seq: 8, type: "answer.praised", body: {}, at }).conversation).toEqual({ ...now, seq: 8 });
});

test("a new attempt begins anew, and the end is read from the server", () => {
  const { conversation: now } = apply(conversation, events);
  const anew = applyChatEvent(now, { seq: 7, type: "answer.began", body: { answerId: "a", attempt: 2, found: 4, model: null }, at }).conversation;
  expect(anew.turns[0]?.answer.body.sentences).toEqual([]);
  expect(anew.turns.some(isOpen)).toBe(true);
  expect(applyChatEvent(now, { seq: 9, type: "answer.ended", body: { answerId: "a", status: "answered" }, at }).readAgain).toBe(true);
  expect(applyChatEvent(now, { seq: 9, type: "answer.asked", body: { answerId: "new" }, at }).readAgain).toBe(true);
});
