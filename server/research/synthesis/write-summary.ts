import type { Ctx } from "@/server/platform/context";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { readCategorySources } from "../sources/read-sources";
import { readFallen } from "../verification/read-fallen";
import { recordSupport } from "../verification/record-support";
import { contextOf, draftText, mergedText, rowsOf, withoutFallen } from "./draft-text";
import { proposeSummary } from "./propose-summary";
import { replaceSentences } from "./store";

/** Drafts a category's text from its passages and keeps what passes the publish gate; what does not is kept apart with its reason. */
export async function writeSummary(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ published: number; withheld: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { published: 0, withheld: 0 };
  const { request, category, definition } = run;
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const claims = (await readClaims(ctx.db, [category.id])).get(category.id) ?? [];
  const conflicts = (await readConflicts(ctx.db, [category.id])).get(category.id) ?? [];
  const extracted = draftText({ run, sources, claims, conflicts });
  const proposed = await proposeSummary(ctx, run, sources, (source) => contextOf(source, request));
  const fallen = await readFallen(
    ctx.db,
    sources.map((source) => source.id),
  );
  const text = withoutFallen(proposed ? mergedText(definition, proposed, extracted, claims) : extracted, fallen);
  const counts = { sentences: text.published.length, withheld: text.withheld.length };
  await whileOpen(ctx, run, async (tx) => {
    const rows = rowsOf(category.id, text);
    await replaceSentences(tx, category.id, rows);
    const cited = rows.filter((row) => row.status === "published").flatMap((row) => row.citations);
    await recordSupport(tx, ctx, category.id, sources, claims, cited);
    const body = { category: categoryRef(category), ...counts, ...(proposed ? { model: proposed.work } : {}) };
    await tell(tx, ctx, request.id, "text.written", body, `${category.slug}:${input.round}`);
  });
  return { published: counts.sentences, withheld: counts.withheld };
}
