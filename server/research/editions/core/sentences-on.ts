import type { Claim } from "../../claims/schema";
import type { Conflict } from "../../conflicts/schema";
import type { Citation } from "../../synthesis/schema";

/** Numbers, from 1, of the sentences that cite words in which a claim of the entry stands: those that a ruling on it concerns. */
export function sentencesOn(
  conflict: Pick<Conflict, "sides">,
  claims: ReadonlyMap<string, Claim>,
  sentences: readonly { readonly citations: readonly Citation[] }[],
): number[] {
  const own = conflict.sides.flatMap(({ claimIds }) => claimIds.flatMap((id) => claims.get(id) ?? []));
  return sentences.flatMap(({ citations }, index) =>
    citations.some((citation) => own.some((claim) => carries(citation, claim))) ? [index + 1] : [],
  );
}

function carries(citation: Citation, claim: Claim): boolean {
  return citation.sourceId === claim.sourceId && citation.textHash === claim.textHash && citation.start < claim.end && claim.start < citation.end;
}
