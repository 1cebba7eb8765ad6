// What counts as evidence: voices, not sources; sources in force; of a tier the category accepts; not failed on the verification ladder.
import type { CategoryDefinition } from "../../categories/schema";
import type { Rung, RungState } from "../../verification/schema";

export type Criteria = Pick<CategoryDefinition["verificationCriteria"], "minIndependentSources" | "minTier" | "mustAnchorQuote" | "maxAgeDays">;
export type ScoredSource = {
  readonly id: string;
  /** 1 (regulator) to 10 (unknown). */
  readonly tier: number;
  /** ISO date, month or year; null when not stated. */
  readonly date: string | null;
  readonly voice: string;
  readonly superseded: boolean;
  readonly rungs: Readonly<Partial<Record<Rung, RungState>>>;
};
export type ScoredClaim = { readonly attribute: string; readonly sourceIds: readonly string[]; readonly hedged?: boolean };
export type ScoredConflict = { readonly attribute: string; readonly status: "open" | "resolved" | "set_apart" };
export type ScoreInput = {
  readonly claims: readonly ScoredClaim[];
  readonly sources: readonly ScoredSource[];
  readonly conflicts: readonly ScoredConflict[];
  /** Sentences of the category's text, and drafted ones that were kept out. */
  readonly published: number;
  readonly withheld: number;
  readonly criteria: Criteria;
  /** ISO date from which ages are counted. */
  readonly today: string;
};

/** One voice with the best that its sources have. `ageDays` is null when none is dated. */
export type Voice = { readonly tier: number; readonly ageDays: number | null; readonly alive: boolean; readonly anchored: boolean };
export type Evidence = {
  readonly voices: readonly Voice[];
  /** Voices by fact, and those among them that state it without hedging. */
  readonly factVoices: ReadonlyMap<string, ReadonlySet<string>>;
  readonly directFacts: ReadonlySet<string>;
};

const failing: readonly Rung[] = ["syntactic", "resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"];
const dayMs = 86_400_000;

/** True when a rung of the ladder failed, or the quote had to be anchored and is not. */
export function hasFailed(source: ScoredSource, criteria: Criteria): boolean {
  return failing.some((rung) => source.rungs[rung] === "failed") || (criteria.mustAnchorQuote && source.rungs.quote_anchored !== "passed");
}

/** True when the source may count at all: in force and of a tier the category accepts. */
export function isAccepted(source: ScoredSource, criteria: Criteria): boolean {
  return !source.superseded && source.tier <= criteria.minTier;
}

/** The evidence in those sources that `counts` admits. */
export function evidenceOf(input: ScoreInput, counts: (source: ScoredSource) => boolean): Evidence {
  const counted = input.sources.filter(counts);
  const voiceOfSource = new Map(counted.map((source) => [source.id, source.voice]));
  const factVoices = new Map<string, Set<string>>();
  const directFacts = new Set<string>();
  for (const claim of input.claims) {
    for (const id of claim.sourceIds) {
      const voice = voiceOfSource.get(id);
      if (voice === undefined) continue;
      factVoices.set(claim.attribute, (factVoices.get(claim.attribute) ?? new Set()).add(voice));
      if (!claim.hedged) directFacts.add(claim.attribute);
    }
  }
  const voices = [...Map.groupBy(counted, (source) => source.voice).values()].map((sources) => voiceOf(sources, input.today));
  return { voices, factVoices, directFacts };
}

function voiceOf(sources: readonly ScoredSource[], today: string): Voice {
  const ages = sources.flatMap((source) => ageDays(source.date, today) ?? []);
  return {
    tier: Math.min(...sources.map((source) => source.tier)),
    ageDays: ages.length > 0 ? Math.min(...ages) : null,
    alive: sources.some((source) => source.rungs.alive === "passed"),
    anchored: sources.some((source) => source.rungs.quote_anchored === "passed"),
  };
}

/** Days from a date to today, never below 0; a month or year counts from its first day. Null for no or an unreadable date. */
function ageDays(date: string | null, today: string): number | null {
  if (!date || !/^\d{4}(?:-\d{2}){0,2}$/.test(date)) return null;
  const age = (Date.parse(today) - Date.parse([...date.split("-"), "01", "01"].slice(0, 3).join("-"))) / dayMs;
  return Number.isNaN(age) ? null : Math.max(0, age);
}
