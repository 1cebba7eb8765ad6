// Two reviews that quote one trial are one piece of evidence for what they quote, however independent they are otherwise.
import { findIdentifiers } from "@/server/library/references/core/identifiers";
import type { Claim } from "../../claims/schema";

type Quoting = Pick<Claim, "quote" | "qualifiers">;
type Speaker = { readonly voice: string; readonly identities?: readonly string[]; readonly trial?: string | null };

/**
 * Whose evidence a claim is: the one work (DOI, PMID, PMCID, trial number) that its sentence quotes, where that is not the source itself; else the source's
 * voice. A work that is among the sources lends its voice, so that a quotation adds nothing to the original.
 */
export function evidenceOf(claim: Quoting, source: Speaker, sources: readonly Speaker[]): string {
  const quoted = new Set(findIdentifiers(claim.quote).flatMap(({ kind, value }) => (kind === "setid" ? [] : [`${kind}:${value}`])));
  const [only] = quoted;
  const key = quoted.size === 1 ? only : undefined;
  if (key === undefined || source.identities?.includes(key)) return source.voice;
  const original = sources.find((other) => other.identities?.includes(key)) ?? sources.find((other) => other.trial && key === `nct:${other.trial}`);
  return original ? original.voice : key;
}
