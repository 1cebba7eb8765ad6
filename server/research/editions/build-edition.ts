import type { Queryable } from "@/db/client";
import { loadCategoryVersion } from "../categories/load-version";
import type { Fact } from "../categories/schema";
import { doubtOf } from "../claims/core/doubt";
import { readClaims } from "../claims/read-claims";
import type { Claim } from "../claims/schema";
import { unitLabel } from "../conflicts/core/unit-label";
import { readConflicts } from "../conflicts/read-conflicts";
import { standingAnswers } from "../providers/core/standing-answers";
import { readAnswerHeads } from "../providers/read-answers";
import type { RequestCategoryRow, RequestRow } from "../requests/read-requests";
import { readRequestCategories } from "../requests/read-requests";
import { readMentions, readRequestSources } from "../sources/read-sources";
import { writingCost } from "../spending/writing-cost";
import { languageOf } from "../synthesis/core/language-of";
import { readSentences, type SentenceRow } from "../synthesis/read-sentences";
import { outcomeOf } from "../verification/core/ladder";
import { readLadders } from "../verification/read-ladders";
import { costOf, editionAnswer, editionRequest, totalsOf } from "./core/parts";
import type { Edition, EditionCategory, EditionSource } from "./schema";

/** The whole result of a request, as far as it has come. */
export async function buildEdition(db: Queryable, request: RequestRow): Promise<Edition> {
  const rows = await readRequestCategories(db, [request.id]);
  const ids = rows.map((row) => row.id);
  // One after the other: all go over the one connection of a transaction.
  const claims = await readClaims(db, ids);
  const conflicts = await readConflicts(db, ids);
  const sentences = await readSentences(db, ids);
  const answers = await readAnswerHeads(db, ids);
  const sources = await buildSources(db, request, rows);
  const categories: EditionCategory[] = [];
  for (const row of rows) {
    const definition = await loadCategoryVersion(db, row.categoryId, row.categoryVersion);
    const own = sentences.filter((sentence) => sentence.requestCategoryId === row.id);
    categories.push({
      slug: row.slug,
      name: row.name,
      number: row.position,
      status: row.state,
      outcome: row.outcome,
      coverage: row.coverage,
      summary: summaryOf(own),
      claims: claims.get(row.id) ?? [],
      facts: namesOf(claims.get(row.id) ?? [], definition.processingRules.facts),
      ...doubtsOf(claims.get(row.id) ?? [], definition.processingRules.facts),
      conflicts: conflicts.get(row.id) ?? [],
      confidence: row.confidence,
      quality: row.quality,
      strategy: definition.conflictResolutionStrategy,
      sourceCount: row.sourceCount,
      independentCount: row.independentCount,
      answers: standingAnswers(answers.filter((answer) => answer.requestCategoryId === row.id)).map(editionAnswer),
      startedAt: row.startedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      error: row.error,
    });
  }
  return {
    request: editionRequest(request),
    categories,
    sources,
    totals: totalsOf(
      categories.map((category) => ({
        state: category.status,
        outcome: category.outcome,
        claims: category.claims.length,
        conflicts: category.conflicts,
        sentences: category.summary.sentences.length,
        withheld: category.summary.withheld,
      })),
      sources,
    ),
    cost: costOf(answers, request.capUsd, await writingCost(db, request.id)),
    durationMs: request.startedAt && request.endedAt ? request.endedAt.getTime() - request.startedAt.getTime() : null,
  };
}

function namesOf(claims: readonly Claim[], facts: readonly Fact[]): Record<string, { label: string; unit: string }> {
  const claimed = new Set(claims.map((claim) => claim.attribute));
  const named = facts.filter((fact) => claimed.has(fact.name));
  return Object.fromEntries(named.map(({ name, label, unit }) => [name, { label, unit: unit ? unitLabel(unit) : "" }]));
}

function summaryOf(rows: readonly SentenceRow[]): EditionCategory["summary"] {
  const published = rows.filter((row) => row.status === "published");
  const withheld = rows.filter((row) => row.status === "withheld");
  return {
    sentences: published.map(sentenceOf),
    withheld: withheld.length,
    withheldSentences: withheld.map((row) => ({ ...sentenceOf(row), reason: row.reason ?? "Not carried by its passages." })),
  };
}

function sentenceOf({ text, section, citations }: SentenceRow): EditionCategory["summary"]["sentences"][number] {
  const lang = languageOf(text);
  return { text, section, citations, ...(lang ? { lang } : {}), ...(lang === "hbo" ? { dir: "rtl" as const } : {}) };
}

function doubtsOf(claims: readonly Claim[], facts: readonly Fact[]): Pick<EditionCategory, "doubts"> {
  const doubts = claims.flatMap((claim) => {
    const fact = facts.find((one) => one.name === claim.attribute);
    const doubt = fact ? doubtOf(fact, claim.value) : null;
    return doubt ? [{ claimId: claim.id, ...doubt }] : [];
  });
  return doubts.length > 0 ? { doubts } : {};
}

async function buildSources(db: Queryable, request: RequestRow, rows: readonly RequestCategoryRow[]): Promise<EditionSource[]> {
  const sources = await readRequestSources(db, request.id);
  const ladders = await readLadders(
    db,
    sources.map((source) => source.id),
    null,
  );
  const mentions = await readMentions(
    db,
    rows.map((row) => row.id),
  );
  const slugs = new Map(rows.map((row) => [row.id, row.slug]));
  // In the order of the categories, whichever of them gathered first.
  const order = new Map(rows.map((row, index) => [row.id, index]));
  const ordered = mentions.toSorted((a, b) => (order.get(a.requestCategoryId) ?? 0) - (order.get(b.requestCategoryId) ?? 0));
  return sources.map((source) => {
    const own = ordered.filter((mention) => mention.sourceId === source.id);
    const rungs = ladders.get(source.id) ?? [];
    const libraryText = own.find((mention) => mention.provider === "library")?.snapshotHash;
    const document = [source.identity, ...source.aliases].find((identity) => identity.scheme === "document");
    return {
      id: source.id,
      number: source.number,
      identity: source.identity,
      aliases: source.aliases,
      title: source.title,
      url: source.url,
      tier: source.tier,
      date: source.date,
      jurisdiction: source.jurisdiction,
      publisher: source.publisher,
      licence: source.licence,
      superseded: source.superseded,
      voice: source.voice,
      providers: [...new Set(own.map((mention) => mention.provider))].sort(),
      mentions: own
        .filter((mention) => mention.part === 0)
        .map((mention) => ({ category: slugs.get(mention.requestCategoryId) ?? "", provider: mention.provider, role: mention.role })),
      verification: { outcome: outcomeOf(rungs), rungs },
      documentId: document?.value ?? null,
      ...(libraryText ? { documentTextHash: libraryText } : {}),
    };
  });
}
