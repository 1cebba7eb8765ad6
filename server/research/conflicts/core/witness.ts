// What the ledger knows of a source: who speaks, with what authority, since when.
import type { Claim } from "../../claims/schema";
import { evidenceOf } from "./primary";

export type LedgerSource = {
  readonly id: string;
  /** 1 (regulator) to 10 (unknown). */
  readonly tier: number;
  /** ISO date, month or year. */
  readonly date: string | null;
  readonly jurisdiction: string | null;
  readonly superseded: boolean;
  /** Its publisher took it back. */
  readonly retracted?: boolean;
  /** Sources with one voice count once. */
  readonly voice: string;
  readonly publisher: string | null;
  /** Tells the design of a study where the tier alone does not. */
  readonly title?: string;
  /** Its identity and other names, as `scheme:value`. */
  readonly identities?: readonly string[];
  /** The registration number of the one trial it is about. */
  readonly trial?: string | null;
};

/**
 * A claim together with the source it stands in. `voice` is who speaks, and keeps a replaced edition apart from its successor, whose text it mostly
 * shares; `evidence` is whose evidence it is, the same for two voices that quote one work.
 */
export type Witness = { readonly claim: Claim; readonly source: LedgerSource; readonly voice: string; readonly evidence: string };

export function witnessOf(claim: Claim, source: LedgerSource, sources: readonly LedgerSource[] = []): Witness {
  return { claim, source, voice: source.superseded ? `${source.voice} (superseded)` : source.voice, evidence: evidenceOf(claim, source, sources) };
}

const nouns: readonly (readonly [string, string])[] = [
  ["official source", "official sources"],
  ["guideline", "guidelines"],
  ["systematic review", "systematic reviews"],
  ["paper", "papers"],
  ["registry record", "registry records"],
  ["preprint", "preprints"],
  ["manufacturer's document", "manufacturers' documents"],
  ["reference work", "reference works"],
  ["news report", "news reports"],
  ["source", "sources"],
];

/** What sources of one tier are called, and of several tiers together. */
export function nounOf(sources: readonly LedgerSource[]): { one: string; many: string } {
  const tiers = new Set(sources.map((source) => source.tier));
  const [tier = 10] = tiers;
  const [one, many] = (tiers.size === 1 ? nouns[tier - 1] : undefined) ?? ["source", "sources"];
  return { one, many };
}

/** "1 voice", "3 voices". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], joint = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}
