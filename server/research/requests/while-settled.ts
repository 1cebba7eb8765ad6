// A category that has ended may be changed by hand as long as nothing sets its request going again meanwhile.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { loadCategoryVersion } from "../categories/load-version";
import { scoreCategory } from "../scoring/score-category";
import type { CategoryRun } from "./load-run";
import { scopeOf } from "./scope";
import { findCategory, findRequest, isOpenStatus, isSettled, lockCategory, lockRequest, updateCategoryIf } from "./store";

/** Runs a change to a category of a request that the actor may see and that has ended; `what` names what is missing otherwise. */
export async function whileSettled<T>(
  ctx: Pick<Ctx, "db" | "actor">,
  requestCategoryId: string,
  what: string,
  work: (tx: Tx, run: CategoryRun) => Promise<T>,
): Promise<T> {
  const seen = await findCategory(ctx.db, requestCategoryId);
  const visible = seen && (await findRequest(ctx.db, scopeOf(ctx.actor), seen.requestId));
  if (!visible) throw notFound(what);
  return ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, visible.id);
    const category = request && (await lockCategory(tx, requestCategoryId));
    if (!category) throw notFound(what);
    if (isOpenStatus(request.status) || !isSettled(category)) {
      throw new AppError("conflict", "This edition is being worked on. Nothing was changed; try again when the run has ended.");
    }
    return work(tx, { request, category, definition: await loadCategoryVersion(tx, category.categoryId, category.categoryVersion) });
  });
}

/** Scores a category anew from what is stored of it now; its confidence before and after. */
export async function rescoreCategory(tx: Tx, ctx: Pick<Ctx, "clock">, run: CategoryRun): Promise<{ before: number | null; after: number | null }> {
  // Ages are counted from when the category was worked out: a change by hand makes no source older.
  const scored = await scoreCategory({ db: tx, clock: { now: () => run.category.endedAt ?? ctx.clock.now() } }, run);
  await updateCategoryIf(tx, run.category.id, ["done", "failed", "cancelled"], {
    confidence: scored.confidence,
    quality: scored.quality,
    withheldCount: scored.withheld,
  });
  return { before: run.category.confidence?.value ?? null, after: scored.confidence?.value ?? null };
}
