import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { costOfAnswer, giveUpCalls } from "../spending/settle-call";
import type { Cost } from "./schema";
import { type AnswerRow, endAnswer, openAnswers } from "./store";

/** Ends the answers of categories that are still waited for, and gives them back. What their calls under way may cost after all is said to be unknown. */
export async function giveUpAnswers(tx: Tx, ctx: Pick<Ctx, "clock">, requestCategoryIds: readonly string[]): Promise<AnswerRow[]> {
  const given: AnswerRow[] = [];
  for (const answer of await openAnswers(tx, requestCategoryIds)) {
    await giveUpCalls(tx, [answer.id], ctx.clock.now());
    const cost: Cost = (await costOfAnswer(tx, answer.id)) ?? { usd: 0, basis: "free" };
    const change = {
      status: "failed",
      error: { kind: "timeout", retryable: true, message: `${answer.provider} had not answered when the category was ended.` },
      cost,
      endedAt: ctx.clock.now(),
    } as const;
    if (await endAnswer(tx, answer.id, change)) given.push({ ...answer, ...change });
  }
  return given;
}
