import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { giveUpAnswers } from "../providers/give-up-answers";
import { stepsAfter } from "./advance-category";
import { categoryRef, tell } from "./progress";
import { categoriesOf, isSettled, type RequestCategoryRow, unsettledStates, updateCategoryIf } from "./store";

/** Ends, as not searched and with one reason, the categories of a request that have not settled; `which` narrows them. */
export async function endUnfinished(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  requestId: string,
  reason: string,
  which: (row: RequestCategoryRow) => boolean = () => true,
): Promise<void> {
  const now = ctx.clock.now();
  const open = (await categoriesOf(tx, [requestId])).filter((row) => !isSettled(row) && which(row));
  await giveUpAnswers(
    tx,
    ctx,
    open.map((row) => row.id),
  );
  for (const row of open) {
    const steps = stepsAfter(row.steps, "cancelled", now.toISOString());
    const change = { state: "cancelled", outcome: "not_searched", steps, endedAt: now, error: reason } as const;
    if (!(await updateCategoryIf(tx, row.id, unsettledStates, change))) continue;
    const body = { category: categoryRef(row), outcome: "not_searched" as const, confidence: null, sources: 0, independent: 0, reason };
    await tell(tx, ctx, requestId, "category.ended", body, `${row.slug}:${row.round}`);
  }
}
