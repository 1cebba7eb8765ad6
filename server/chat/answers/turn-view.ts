// A turn and a source as pages and exports get them.
import type { Queryable } from "@/db/client";
import type { ChatScope } from "../conversations/schema";
import type { AnswerBody, AnswerStatus } from "./schema";
import { type ChatSourceRow, readSources, readTurns, type TurnRow } from "./store";

export type AnswerView = {
  readonly id: string;
  readonly status: AnswerStatus;
  readonly stopAsked: boolean;
  readonly attempt: number;
  /** Words taken over from earlier questions. */
  readonly carried: readonly string[];
  /** Null: sentences of the passages, without a model. */
  readonly model: string | null;
  readonly body: AnswerBody;
  readonly draft: string | null;
  readonly error: string | null;
  readonly costUsd: number | null;
  readonly tookMs: number | null;
};
export type TurnView = {
  readonly id: string;
  readonly text: string;
  readonly scope: ChatScope;
  readonly askedAt: string;
  readonly answer: AnswerView;
};
export type ChatSource = Omit<ChatSourceRow, "conversationId" | "key">;

export async function readHistory(db: Queryable, conversationId: string): Promise<{ turns: TurnView[]; sources: ChatSource[] }> {
  const turns = (await readTurns(db, conversationId)).map(turnView);
  const sources = (await readSources(db, conversationId)).map(({ conversationId: _id, key: _key, ...source }) => source);
  return { turns, sources };
}

function turnView({ question, answer }: TurnRow): TurnView {
  const { id, status, stopAsked, attempt, model, body, draft, error, costUsd, createdAt, endedAt } = answer;
  return {
    id: question.id,
    text: question.text,
    scope: question.scope,
    askedAt: question.createdAt.toISOString(),
    answer: {
      ...{ id, status, stopAsked, attempt, model, body, draft, error, costUsd },
      carried: answer.readAs?.split(", ") ?? [],
      tookMs: endedAt ? endedAt.getTime() - createdAt.getTime() : null,
    },
  };
}
