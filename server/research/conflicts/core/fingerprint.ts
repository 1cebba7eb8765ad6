// The identity of a disagreement across runs: what its sides claim and which sources say it, whatever ids the rows have. Where a passage lies in
// its text is no part of it: a text that is cut anew says the same.
import { sha256 } from "@/server/platform/hash";
import type { Claim } from "../../claims/schema";
import type { RuledSide } from "../override/schema";
import type { DetectedConflict } from "../schema";

type Fingerprinted = { readonly fingerprint: string; readonly sides: readonly RuledSide[] };

/** `sourceKeys`: the canonical identity of each source by its id. Order of claims, sides and qualifiers makes no difference. */
export function fingerprintOf(
  conflict: Pick<DetectedConflict, "attribute" | "sides">,
  claims: ReadonlyMap<string, Claim>,
  sourceKeys: ReadonlyMap<string, string>,
): Fingerprinted {
  const sides = conflict.sides.map(({ claimIds, label }) => {
    const contents = claimIds.flatMap((id) => {
      const claim = claims.get(id);
      return claim ? [contentOf(claim, sourceKeys.get(claim.sourceId) ?? claim.sourceId)] : [];
    });
    return { fingerprint: sha256(JSON.stringify([...new Set(contents)].sort())), label };
  });
  const all = sides.map((side) => side.fingerprint).sort();
  return { fingerprint: sha256(JSON.stringify([conflict.attribute, all])), sides };
}

function contentOf({ attribute, value, qualifiers, polarity }: Claim, sourceKey: string): string {
  return JSON.stringify([attribute, entriesOf(value), entriesOf(qualifiers), polarity, sourceKey]);
}

function entriesOf(object: object): [string, unknown][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
