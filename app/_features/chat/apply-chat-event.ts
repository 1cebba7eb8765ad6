// What an event changes in a conversation on a page. Pure. What events do not carry (sources, the end of an answer) is read again.

import { type ChatEventType, chatEventBodies } from "@/server/chat/answers/schema";
import type { AnswerView, TurnView } from "@/server/chat/answers/turn-view";
import type { Conversation } from "@/server/chat/conversations/read-conversation";
import type { ProgressEvent } from "@/server/progress/schema";

export type Applied = { readonly conversation: Conversation /** The page has to read the conversation again. */; readonly readAgain: boolean };

/** The conversation after the event; unchanged, but for its number, by an event it does not know, has seen, or that an overtaken attempt sent. */
export function applyChatEvent(conversation: Conversation, event: ProgressEvent): Applied {
  if (event.seq <= conversation.seq) return { conversation, readAgain: false };
  const next = { ...conversation, seq: event.seq };
  const type = event.type as ChatEventType;
  const read = chatEventBodies[type]?.safeParse(event.body);
  if (!read?.success) return { conversation: next, readAgain: false };
  const { answerId } = read.data;
  const turn = conversation.turns.find(({ answer }) => answer.id === answerId);
  if (!turn || type === "answer.ended") return { conversation: next, readAgain: true };
  const answer = changed(turn.answer, type, event.body);
  const known = new Set(conversation.sources.map(({ number }) => number));
  const cites = answer.body.sentences.flatMap(({ citations }) => citations.map(({ source }) => source));
  return {
    conversation: { ...next, turns: next.turns.map((one) => (one === turn ? { ...turn, answer } : one)) },
    readAgain: cites.some((number) => !known.has(number)),
  };
}

function changed(answer: AnswerView, type: ChatEventType, raw: unknown): AnswerView {
  if (type === "answer.began") {
    const { attempt, model, found } = chatEventBodies[type].parse(raw);
    if (attempt < answer.attempt) return answer;
    return { ...answer, status: "working", attempt, model, draft: null, body: { ...answer.body, found, sentences: [], withheld: [] } };
  }
  if (type === "answer.draft") {
    const { attempt, text } = chatEventBodies[type].parse(raw);
    return attempt === answer.attempt ? { ...answer, draft: text } : answer;
  }
  if (type === "answer.sentence") {
    const { attempt, index, sentence } = chatEventBodies[type].parse(raw);
    if (attempt !== answer.attempt) return answer;
    return { ...answer, draft: null, body: { ...answer.body, sentences: [...answer.body.sentences.slice(0, index), sentence] } };
  }
  return answer;
}

/** Whether an answer is under way. */
export const isOpen = ({ answer }: TurnView): boolean => answer.status === "asked" || answer.status === "working";
