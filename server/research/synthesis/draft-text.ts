// The extractive text of a category from what is stored of it, and how a text is stored. Drafting and the gate compare places, so to them every
// text of a source is a source; what is stored names source and text again.
import { newId } from "@/server/platform/ids";
import type { CategoryDefinition } from "../categories/schema";
import { isAddressed } from "../claims/core/addressed";
import type { Claim } from "../claims/schema";
import type { Conflict } from "../conflicts/schema";
import type { CategoryRun } from "../requests/load-run";
import { placeOf, type Reading, readingId, readingsOf } from "../sources/core/readings";
import type { CategorySource } from "../sources/read-sources";
import type { Fall } from "../verification/read-fallen";
import { draftSummary } from "./core/draft";
import { type GatedSentence, type GateSource, gateDraft, type WithheldSentence } from "./core/gate-draft";
import { mergeDrafts } from "./core/merge-drafts";
import type { Citation } from "./schema";

export type Text = { readonly published: readonly GatedSentence[]; readonly withheld: readonly WithheldSentence[] };
type Material = {
  readonly run: CategoryRun;
  readonly sources: readonly CategorySource[];
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
};

/** Sentences of the sources that passed the gate, and those it kept out. */
export function draftText({ run: { request, definition }, sources, claims, conflicts }: Material): Text {
  const aliases = aliasesOf(request);
  const stated = Map.groupBy(claims, (claim) => claim.sourceId);
  const textsOf = (source: CategorySource) =>
    readingsOf(
      source,
      stated.get(source.id)?.map((claim) => claim.textHash),
    );
  const readings = new Map(sources.flatMap((source) => textsOf(source).map((reading) => [reading.id, { source, reading }])));
  const drafted = draftSummary({
    subject: request.identity?.name ?? request.subject,
    aliases,
    terms: definition.searchParameters.terms,
    facts: comparedFacts(definition),
    claims: placed(claims),
    sources: [...readings.values()].map(({ source: { title, tier, superseded, date, jurisdiction }, reading: { id, text, passages } }) => ({
      id,
      title,
      text,
      tier,
      superseded,
      date,
      jurisdiction,
      passages,
    })),
    conflicts,
    maxSentences: definition.processingRules.maxSentences,
  });
  const own = drafted.filter((sentence) => !isAddressed(sentence.text));
  return gateDraft(own, (id) => gateSource(readings.get(id), aliases), { strict: definition.verificationCriteria.strictGate });
}

/** The facts with the keys that the whole category is compared by. */
function comparedFacts({ processingRules: { facts, comparability }, conflictResolutionStrategy }: CategoryDefinition) {
  return facts.map((fact) => {
    const byRegulator = (fact.strategy ?? conflictResolutionStrategy) === "jurisdiction_scoped";
    return { ...fact, comparability: [...new Set([...fact.comparability, ...comparability, ...(byRegulator ? (["jurisdiction"] as const) : [])])] };
  });
}

/** One text of what was written and what was drawn from the sources: both sides of every disagreement stand in it. */
export function mergedText(definition: CategoryDefinition, written: Text, extracted: Text, claims: readonly Claim[]): Text {
  const { facts, maxSentences } = definition.processingRules;
  const sections = [...new Set(facts.flatMap((fact) => (fact.section === undefined ? [] : [fact.section])))];
  return {
    published: mergeDrafts({ written: written.published, extracted: extracted.published, claims: placed(claims), sections, maxSentences }),
    withheld: [...extracted.withheld, ...written.withheld],
  };
}

const reasons: Readonly<Record<Fall, string>> = {
  retracted: "It rests only on work that was retracted.",
  gone: "It rests only on a source that is gone: nobody can read it there any more.",
};

/** A text in which nothing rests on fallen sources alone: such citations fall away, and a sentence that has no other is kept apart. */
export function withoutFallen(text: Text, fallen: ReadonlyMap<string, Fall>): Text {
  if (fallen.size === 0) return text;
  const fallOf = (citation: Citation) => fallen.get(placeOf(citation.sourceId).sourceId);
  const standing = (entry: GatedSentence) => entry.sentence.citations.filter((citation) => fallOf(citation) === undefined);
  const published = text.published.flatMap((entry) => {
    const citations = standing(entry);
    return citations.length > 0 ? [{ ...entry, sentence: { ...entry.sentence, citations } }] : [];
  });
  const apart = text.published.flatMap((entry) => {
    if (standing(entry).length > 0) return [];
    const retracted = entry.sentence.citations.some((citation) => fallOf(citation) === "retracted");
    return [{ ...entry, reason: reasons[retracted ? "retracted" : "gone"] }];
  });
  return { published, withheld: [...text.withheld, ...apart] };
}

/** Rows of a text in its order, published sentences first. */
export function rowsOf(requestCategoryId: string, { published, withheld }: Text) {
  return [...published.map((entry) => ({ ...entry, reason: null })), ...withheld].map((entry, index) => ({
    id: newId(),
    requestCategoryId,
    ordinal: index + 1,
    section: entry.sentence.section,
    text: entry.sentence.text,
    status: entry.reason === null ? ("published" as const) : ("withheld" as const),
    reason: entry.reason,
    verdict: entry.verdict,
    citations: citationsOf(entry.sentence.citations),
  }));
}

/** What the gate may take for granted about a source. */
export function contextOf(source: CategorySource, request: CategoryRun["request"]): string {
  return [source.title, source.publisher ?? "", source.date ?? "", ...aliasesOf(request)].join("\n");
}

function aliasesOf({ subject, identity }: CategoryRun["request"]): string[] {
  return [subject, ...(identity?.aliases ?? [])];
}

function placed(claims: readonly Claim[]): Claim[] {
  return claims.map((claim) => ({ ...claim, sourceId: readingId(claim.sourceId, claim.textHash) }));
}

function gateSource(read: { source: CategorySource; reading: Reading } | undefined, aliases: readonly string[]): GateSource | null {
  if (!read) return null;
  const { source, reading } = read;
  return { text: reading.text, context: [source.title, source.publisher ?? "", source.date ?? "", ...aliases].join("\n") };
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
