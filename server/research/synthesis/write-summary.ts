import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import { advanceCategory } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { type CategorySource, readCategorySources } from "../sources/read-sources";
import { recordSupport } from "../verification/record-support";
import { draftSummary } from "./core/draft";
import { gateDraft } from "./core/gate-draft";
import type { Citation } from "./schema";
import { replaceSentences } from "./store";

/** Drafts a category's text from its passages and keeps what passes the publish gate; what does not is kept apart with its reason. */
export async function writeSummary(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ published: number; withheld: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { published: 0, withheld: 0 };
  const { request, category, definition } = run;
  await whileOpen(ctx, run, (tx) => advanceCategory(tx, ctx, category, "writing"));
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const claims = (await readClaims(ctx.db, [category.id])).get(category.id) ?? [];
  const conflicts = (await readConflicts(ctx.db, [category.id])).get(category.id) ?? [];
  const subject = request.identity?.name ?? request.subject;
  const aliases = [request.subject, ...(request.identity?.aliases ?? [])];
  const texts = new Map(sources.map((source) => [source.id, source]));
  const drafted = draftSummary({
    subject,
    aliases,
    terms: definition.searchParameters.terms,
    facts: definition.processingRules.facts,
    claims,
    sources: sources.map((source) => ({
      id: source.id,
      title: source.title,
      text: source.text,
      tier: source.tier,
      superseded: source.superseded,
      date: source.date,
      passages: source.mentions.flatMap((mention) => mention.passages),
    })),
    conflicts,
    maxSentences: definition.processingRules.maxSentences,
  });
  const gated = gateDraft(drafted, (id) => gateSource(texts.get(id), aliases), { strict: definition.verificationCriteria.strictGate });
  const all = [...gated.published.map((entry) => ({ ...entry, reason: null })), ...gated.withheld];
  await whileOpen(ctx, run, async (tx) => {
    await replaceSentences(
      tx,
      category.id,
      all.map((entry, index) => ({
        id: newId(),
        requestCategoryId: category.id,
        ordinal: index + 1,
        section: entry.sentence.section,
        text: entry.sentence.text,
        status: entry.reason === null ? "published" : "withheld",
        reason: entry.reason,
        verdict: entry.verdict,
        citations: entry.sentence.citations,
      })),
    );
    const cited: Citation[] = gated.published.flatMap((entry) => entry.sentence.citations);
    await recordSupport(tx, ctx, category.id, sources, claims, cited);
    const body = { category: categoryRef(category), sentences: gated.published.length, withheld: gated.withheld.length };
    await tell(tx, ctx, request.id, "text.written", body, `${category.slug}:${input.round}`);
  });
  return { published: gated.published.length, withheld: gated.withheld.length };
}

function gateSource(source: CategorySource | undefined, aliases: readonly string[]) {
  return source ? { text: source.text, context: [source.title, source.publisher ?? "", source.date ?? "", ...aliases].join("\n") } : null;
}
