// What drafting works on: the category's facts, its stored claims, and the sources with the stretches that answered.
import type { Fact } from "../../categories/schema";
import type { Claim } from "../../claims/schema";

/** Cues and kind are read where they are given. */
export type DraftFact = Pick<Fact, "name" | "label" | "section" | "synonyms"> &
  Partial<Pick<Fact, "kind" | "values" | "exclude" | "requireCue" | "excludeCue" | "comparability">>;
/** What the ledger says of the claims, as far as the text must show it. */
export type DraftConflict = { status: "open" | "resolved" | "set_apart"; attribute: string; sides: readonly { claimIds: readonly string[] }[] };
export type DraftClaim = Pick<Claim, "id" | "sourceId" | "attribute" | "value" | "qualifiers" | "polarity" | "quote" | "start" | "end" | "page">;

export type DraftPassage = { start: number; end: number; page: number | null; heading: string | null; score: number };

export type DraftSource = {
  id: string;
  /** What it is called: a text about the subject need not name it in every sentence. */
  title?: string;
  /** The stored text that every offset points into. */
  text: string;
  /** 1 (regulator) to 10 (unknown). */
  tier: number;
  superseded: boolean;
  date: string | null;
  /** Where it holds; unset or null: anywhere. */
  jurisdiction?: string | null;
  passages: readonly DraftPassage[];
};

export type DraftInput = {
  subject: string;
  aliases: readonly string[];
  /** Words that mark a passage as being about the category. */
  terms: readonly string[];
  /** In pack order, which is the order of the sections. */
  facts: readonly DraftFact[];
  claims: readonly DraftClaim[];
  sources: readonly DraftSource[];
  /** Entries of the ledger: both sides of each stand in the text, disagreements before everything else. */
  conflicts?: readonly DraftConflict[];
  maxSentences: number;
};

/** Better evidence first: in force before superseded, then tier, then newest; undated last. Among equals their words decide, so that it does not matter who came first. */
export function compareSources(a: DraftSource, b: DraftSource): number {
  if (a.superseded !== b.superseded) return a.superseded ? 1 : -1;
  if (a.tier !== b.tier) return a.tier - b.tier;
  const [x, y] = [a.date ?? "", b.date ?? ""];
  if (x !== y) return x > y ? -1 : 1;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
