// A step may still be at work when its request is cancelled or ended: what it then wants to write must not be written any more.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { CategoryRun } from "./load-run";
import { isSettled, lockCategory, type RequestCategoryRow } from "./store";

/** Whether the category is still to be worked on in this round. It stays so until the transaction ends. */
export async function isOpen(tx: Tx, run: Pick<CategoryRun, "category">): Promise<boolean> {
  return (await openRow(tx, run)) !== null;
}

/** Runs a step's writes in one transaction, with the category as it is now; null, with nothing written, when it is no longer to be worked on. */
export async function whileOpen<T>(
  ctx: Pick<Ctx, "db">,
  run: Pick<CategoryRun, "category">,
  work: (tx: Tx, category: RequestCategoryRow) => Promise<T>,
): Promise<T | null> {
  return ctx.db.transaction(async (tx) => {
    const now = await openRow(tx, run);
    return now ? work(tx, now) : null;
  });
}

async function openRow(tx: Tx, { category }: Pick<CategoryRun, "category">): Promise<RequestCategoryRow | null> {
  const now = await lockCategory(tx, category.id);
  return now !== null && now.round === category.round && !isSettled(now) ? now : null;
}
