import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { giveUpAnswers } from "../providers/give-up-answers";
import type { AnswerRow } from "../providers/read-answers";
import { stepsAfter } from "./advance-category";
import { categoryRef, tell, tellAnswer } from "./progress";
import { categoriesOf, isSettled, type RequestCategoryRow, unsettledStates, updateCategoryIf } from "./store";

export type Unfinished = { readonly categories: readonly RequestCategoryRow[]; readonly answers: readonly AnswerRow[] };

/** Ends, as not searched and with one reason, the categories of a request that have not settled; `which` narrows them. Tell of them after the audit entry. */
export async function endUnfinished(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  requestId: string,
  reason: string,
  which: (row: RequestCategoryRow) => boolean = () => true,
): Promise<Unfinished> {
  const now = ctx.clock.now();
  const ended: RequestCategoryRow[] = [];
  for (const row of await categoriesOf(tx, [requestId])) {
    if (isSettled(row) || !which(row)) continue;
    const steps = stepsAfter(row.steps, "cancelled", now.toISOString());
    const change = { state: "cancelled", outcome: "not_searched", steps, endedAt: now, error: reason } as const;
    const changed = await updateCategoryIf(tx, row.id, unsettledStates, change);
    if (changed) ended.push(changed);
  }
  const answers = await giveUpAnswers(
    tx,
    ctx,
    ended.map((row) => row.id),
  );
  return { categories: ended, answers };
}

/** Says in the request's stream that these categories, and what they waited for, were ended. */
export async function tellUnfinished(tx: Tx, ctx: Pick<Ctx, "clock">, { categories, answers }: Unfinished): Promise<void> {
  for (const row of categories) {
    for (const answer of answers.filter((candidate) => candidate.requestCategoryId === row.id)) await tellAnswer(tx, ctx, row, answer);
    const body = { category: categoryRef(row), outcome: "not_searched" as const, confidence: null, sources: 0, independent: 0, reason: row.error };
    await tell(tx, ctx, row.requestId, "category.ended", body, `${row.slug}:${row.round}`);
  }
}
