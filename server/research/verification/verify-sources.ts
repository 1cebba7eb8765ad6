import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { advanceCategory } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { readCategorySources } from "../sources/read-sources";
import { planChecks } from "./check-store";
import { sourceRungs } from "./core/source-rungs";
import { canBeChecked, type Evidence, factsOf, isHeld, readEvidence } from "./read-evidence";
import { saveRungs } from "./store";

/** Sources that one step looks at: few enough that a step repeated after a crash repeats little. */
const batchSize = 8;
/** A run looks at once; when it does not come to it, somebody else does after this. */
const graceMs = 10 * 60_000;

/** Climbs the rungs that need no look outside, for every source of a category, and says which are to be looked at now: lists of ids for a step each. */
export async function verifySources(
  ctx: Ctx,
  input: { requestCategoryId: string; round: number },
): Promise<{ checked: number; batches: string[][] }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { checked: 0, batches: [] };
  const { request, category } = run;
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const checkable = sources.filter(canBeChecked);
  const evidenceOf = await readEvidence(
    ctx.db,
    checkable.map((source) => source.id),
  );
  const at = ctx.clock.now();
  const ladders = sources.map((source) => ({ source, rungs: sourceRungs(factsOf(source, evidenceOf(source.id)), at) }));
  const failed = ladders.filter((ladder) => ladder.rungs.some((rung) => rung.state === "failed")).length;
  const blocked = ladders.filter((ladder) => ladder.rungs.some((rung) => rung.rung === "resolved" && rung.state === "unknown")).length;
  const now = checkable.filter((source) => !isHeld(source.mentions) && wantsLook(source, evidenceOf(source.id)));
  await whileOpen(ctx, run, async (tx) => {
    await advanceCategory(tx, ctx, category, "verifying");
    await saveRungs(
      tx,
      ladders.flatMap(({ source, rungs }) => rungs.map((rung) => ({ ...rung, sourceId: source.id, requestCategoryId: "", at }))),
    );
    const dueAt = new Date(at.getTime() + Math.max(graceMs, config().verification.checkMs * 2));
    await planChecks(
      tx,
      checkable.map((source) => ({ sourceId: source.id, requestId: request.id, dueAt })),
    );
    const body = { category: categoryRef(category), checked: sources.length, failed, blocked };
    await tell(tx, ctx, request.id, "sources.verified", body, `${category.slug}:${input.round}`);
  });
  const ids = now.map((source) => source.id);
  return {
    checked: sources.length,
    batches: Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, n) => ids.slice(n * batchSize, (n + 1) * batchSize)),
  };
}

/** Nobody looked yet, or the page was read for another category and this one's words have not been looked for in it. */
function wantsLook(source: { readonly mentions: readonly { readonly snapshotHash: string | null }[] }, { check, textHash }: Evidence): boolean {
  return check === null || check.checkedAt === null || (textHash !== null && source.mentions.some((mention) => mention.snapshotHash !== textHash));
}
