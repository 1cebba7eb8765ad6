// A step may still be at work when its request is cancelled or ended: what it then wants to write must not be written any more.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { CategoryRun } from "./load-run";
import { isSettled, lockCategory } from "./store";

/** Whether the category is still to be worked on in this round. It stays so until the transaction ends. */
export async function isOpen(tx: Tx, { category }: Pick<CategoryRun, "category">): Promise<boolean> {
  const now = await lockCategory(tx, category.id);
  return now !== null && now.round === category.round && !isSettled(now);
}

/** Runs a step's writes in one transaction; null, with nothing written, when the category is no longer to be worked on. */
export async function whileOpen<T>(ctx: Pick<Ctx, "db">, run: Pick<CategoryRun, "category">, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return ctx.db.transaction(async (tx) => ((await isOpen(tx, run)) ? work(tx) : null));
}
