// What counts as evidence: voices, not sources; sources in force; in full where of a tier the category accepts, in part beyond it; not failed on the
// verification ladder.
import type { CategoryDefinition } from "../../categories/schema";
import type { Rung, RungState } from "../../verification/schema";
import { rungWeights, scales } from "./weights";

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
export type ScoredClaim = {
  readonly attribute: string;
  readonly sourceIds: readonly string[];
  readonly hedged?: boolean;
  /** Whose evidence it is, where that is not the voice of its source: two reviews that quote one trial are one. */
  readonly evidence?: string;
};
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
export type Voice = {
  readonly tier: number;
  readonly ageDays: number | null;
  readonly alive: boolean;
  readonly anchored: boolean;
  /** 1 within the tier that the category accepts, less beyond it. */
  readonly weight: number;
};
export type Evidence = {
  readonly voices: readonly Voice[];
  /** Weights of the voices that state a fact, largest first, by fact. */
  readonly factVoices: ReadonlyMap<string, readonly number[]>;
  /** The largest weight with which a fact is stated without hedging. */
  readonly directFacts: ReadonlyMap<string, number>;
  /** The sources that state their date. */
  readonly dated: readonly { readonly ageDays: number; readonly weight: number }[];
};

const failing: readonly Rung[] = ["syntactic", "resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"];
const dayMs = 86_400_000;

/** True when a rung of the ladder failed, or the quote had to be anchored and is not. */
export function hasFailed(source: ScoredSource, criteria: Criteria): boolean {
  return failing.some((rung) => source.rungs[rung] === "failed") || (criteria.mustAnchorQuote && source.rungs.quote_anchored !== "passed");
}

/** What is left of a source's evidence after verification, 0 to 1. */
export function trustIn(source: ScoredSource, criteria: Criteria): number {
  if (criteria.mustAnchorQuote && source.rungs.quote_anchored !== "passed") return 0;
  return failing.reduce((left, rung) => {
    const state = source.rungs[rung] ?? "not_reached";
    return state === "passed" ? left : left * rungWeights[rung][state];
  }, 1);
}

/** True when the source may count at all: it is in force. */
export function isInForce(source: ScoredSource): boolean {
  return !source.superseded;
}

/** True when the source is of a tier the category accepts. */
export function isAccepted(source: ScoredSource, criteria: Criteria): boolean {
  return source.tier <= criteria.minTier;
}

type Weigh = (source: ScoredSource) => number;

/** By its tier alone: 1 where the category accepts it, less beyond. */
export function byTier(source: ScoredSource, criteria: Criteria): number {
  return isAccepted(source, criteria) ? 1 : scales.beyondTier;
}

/** The evidence in those sources that `weigh` leaves above nothing. A fact weighs what the source that states it weighs, not what its voice does elsewhere. */
export function evidenceOf(input: ScoreInput, weigh: Weigh): Evidence {
  const counted = input.sources.filter((source) => weigh(source) > 0);
  const sourceById = new Map(counted.map((source) => [source.id, source]));
  const stated = new Map<string, Map<string, number>>();
  const directFacts = new Map<string, number>();
  for (const claim of input.claims) {
    for (const id of claim.sourceIds) {
      const source = sourceById.get(id);
      if (!source) continue;
      const weight = weigh(source);
      const voice = claim.evidence ?? source.voice;
      const voices = stated.get(claim.attribute) ?? new Map<string, number>();
      stated.set(claim.attribute, voices.set(voice, Math.max(weight, voices.get(voice) ?? 0)));
      if (!claim.hedged) directFacts.set(claim.attribute, Math.max(weight, directFacts.get(claim.attribute) ?? 0));
    }
  }
  return {
    voices: [...Map.groupBy(counted, (source) => source.voice).values()].map((sources) => voiceOf(sources, input, weigh)),
    factVoices: new Map([...stated].map(([attribute, voices]) => [attribute, [...voices.values()].sort((a, b) => b - a)])),
    directFacts,
    dated: counted.flatMap((source) => {
      const age = ageDays(source.date, input.today);
      return age === null ? [] : [{ ageDays: age, weight: weigh(source) }];
    }),
  };
}

function voiceOf(sources: readonly ScoredSource[], { today }: ScoreInput, weigh: Weigh): Voice {
  const ages = sources.flatMap((source) => ageDays(source.date, today) ?? []);
  return {
    weight: Math.max(...sources.map(weigh)),
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
