import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { isAddressed } from "../claims/core/addressed";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { placeOf, type Reading, readingId, readingsOf } from "../sources/core/readings";
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
  // Drafting and the gate compare places, so to them every text of a source is a source; what is stored names source and text again.
  const stated = Map.groupBy(claims, (claim) => claim.sourceId);
  const textsOf = (source: CategorySource) =>
    readingsOf(
      source,
      stated.get(source.id)?.map((claim) => claim.textHash),
    );
  const readings = new Map(sources.flatMap((source) => textsOf(source).map((reading) => [reading.id, { source, reading }])));
  const placed = claims.map((claim) => ({ ...claim, sourceId: readingId(claim.sourceId, claim.textHash) }));
  const drafted = draftSummary({
    subject,
    aliases,
    terms: definition.searchParameters.terms,
    facts: definition.processingRules.facts,
    claims: placed,
    sources: [...readings.values()].map(({ source: { title, tier, superseded, date }, reading: { id, text, passages } }) => ({
      id,
      title,
      text,
      tier,
      superseded,
      date,
      passages,
    })),
    conflicts,
    maxSentences: definition.processingRules.maxSentences,
  });
  const own = drafted.filter((sentence) => !isAddressed(sentence.text));
  const extracted = gateDraft(own, (id) => gateSource(readings.get(id), aliases), { strict: definition.verificationCriteria.strictGate });
  const proposed = await proposeSummary(ctx, run, sources, (source) => contextOf(source, aliases));
  const { facts, maxSentences } = definition.processingRules;
  const sections = [...new Set(facts.flatMap((fact) => (fact.section === undefined ? [] : [fact.section])))];
  const gated = proposed
    ? {
        published: mergeDrafts({ written: proposed.published, extracted: extracted.published, claims: placed, sections, maxSentences }),
        withheld: [...extracted.withheld, ...proposed.withheld],
      }
    : extracted;
  const all = [...gated.published.map((entry) => ({ ...entry, reason: null })), ...gated.withheld].map((entry) => ({
    ...entry,
    citations: citationsOf(entry.sentence.citations),
  }));
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
        citations: entry.citations,
      })),
    );
    const cited = all.filter((entry) => entry.reason === null).flatMap((entry) => entry.citations);
    await recordSupport(tx, ctx, category.id, sources, claims, cited);
    const counts = { sentences: gated.published.length, withheld: gated.withheld.length };
    const body = { category: categoryRef(category), ...counts, ...(proposed ? { model: proposed.work } : {}) };
    await tell(tx, ctx, request.id, "text.written", body, `${category.slug}:${input.round}`);
  });
  return { published: gated.published.length, withheld: gated.withheld.length };
}

function gateSource(read: { source: CategorySource; reading: Reading } | undefined, aliases: readonly string[]): GateSource | null {
  return read ? { text: read.reading.text, context: contextOf(read.source, aliases) } : null;
}

function contextOf(source: CategorySource, aliases: readonly string[]): string {
  return [source.title, source.publisher ?? "", source.date ?? "", ...aliases].join("\n");
}

/** Citations of readings as citations of sources, each source once. */
function citationsOf(citations: readonly Citation[]): Citation[] {
  const bySource = new Map<string, Citation>();
  for (const citation of citations) {
    const place = placeOf(citation.sourceId);
    if (!bySource.has(place.sourceId)) bySource.set(place.sourceId, { ...citation, ...place });
  }
  return [...bySource.values()];
}
