import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { isAddressed } from "../claims/core/addressed";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { type CategorySource, readCategorySources } from "../sources/read-sources";
import { recordSupport } from "../verification/record-support";
import { draftSummary } from "./core/draft";
import { type GateSource, gateDraft } from "./core/gate-draft";
import { mergeDrafts } from "./core/merge-drafts";
import { proposeSummary } from "./propose-summary";
import type { Citation } from "./schema";
import { replaceSentences } from "./store";

/** Drafts a category's text from its passages and keeps what passes the publish gate; what does not is kept apart with its reason. */
export async function writeSummary(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ published: number; withheld: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { published: 0, withheld: 0 };
  const { request, category, definition } = run;
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
  const own = drafted.filter((sentence) => !isAddressed(sentence.text));
  const extracted = gateDraft(own, (id) => gateSource(texts.get(id), aliases), { strict: definition.verificationCriteria.strictGate });
  const proposed = await proposeSummary(ctx, run, sources, (source) => gateSource(source, aliases).context);
  const { facts, maxSentences } = definition.processingRules;
  const sections = [...new Set(facts.flatMap((fact) => (fact.section === undefined ? [] : [fact.section])))];
  const gated = proposed
    ? {
        published: mergeDrafts({ written: proposed.published, extracted: extracted.published, claims, sections, maxSentences }),
        withheld: [...extracted.withheld, ...proposed.withheld],
      }
    : extracted;
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
    const counts = { sentences: gated.published.length, withheld: gated.withheld.length };
    const body = { category: categoryRef(category), ...counts, ...(proposed ? { model: proposed.work } : {}) };
    await tell(tx, ctx, request.id, "text.written", body, `${category.slug}:${input.round}`);
  });
  return { published: gated.published.length, withheld: gated.withheld.length };
}

function gateSource(source: CategorySource, aliases: readonly string[]): GateSource;
function gateSource(source: CategorySource | undefined, aliases: readonly string[]): GateSource | null;
function gateSource(source: CategorySource | undefined, aliases: readonly string[]): GateSource | null {
  return source ? { text: source.text, context: [source.title, source.publisher ?? "", source.date ?? "", ...aliases].join("\n") } : null;
}
