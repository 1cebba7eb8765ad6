import type { Ctx } from "@/server/platform/context";
import { readAnswers } from "../providers/read-answers";
import { advanceCategory, noteGathered } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { lockForNumbering } from "../requests/lock-request";
import { categoryRef, tell } from "../requests/progress";
import { isOpen } from "../requests/while-open";
import { readSnapshots } from "../snapshots/snapshots";
import { mergeFound } from "./core/merge";
import { readCategorySources, readRequestSources } from "./read-sources";
import { replaceMentions } from "./store";
import { storeMerged } from "./store-merged";

/** Merges what the providers of a category brought into sources, one per canonical identity, and records who brought what. */
export async function gatherSources(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ sources: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { sources: 0 };
  const { request, category } = run;
  const answers = await readAnswers(ctx.db, category.id, input.round);
  const found = answers.flatMap((answer) => (answer.found?.sources ?? []).map((source) => ({ provider: answer.provider, source })));
  const texts = await readSnapshots(
    ctx.db,
    found.map(({ source }) => source.textHash),
  );
  const merged = mergeFound(found.map(({ provider, source: { textHash, ...source } }) => ({ ...source, provider, text: texts.get(textHash) ?? "" })));
  const count = await ctx.db.transaction(async (tx) => {
    // The request before the category, as everybody locks them.
    await lockForNumbering(tx, request.id);
    if (!(await isOpen(tx, run))) return 0;
    await replaceMentions(tx, category.id, await storeMerged(tx, request.id, category.id, merged));
    await advanceCategory(tx, ctx, category, "gathering");
    const gathered = await readCategorySources(tx, request.id, category.id);
    const all = await readRequestSources(tx, request.id);
    const own = { sources: gathered.length, independent: countVoices(gathered) };
    await noteGathered(tx, category.id, own);
    const body = { category: categoryRef(category), ...own, ofRequest: { sources: all.length, independent: countVoices(all) } };
    await tell(tx, ctx, request.id, "sources.gathered", body, `${category.slug}:${input.round}`);
    return gathered.length;
  });
  return { sources: count };
}

function countVoices(sources: readonly { voice: string }[]): number {
  return new Set(sources.map((source) => source.voice)).size;
}
