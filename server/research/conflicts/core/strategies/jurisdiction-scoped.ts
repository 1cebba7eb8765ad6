import { authority } from "./authority";
import { newestEffective } from "./newest-effective";
import { open, type Rule } from "./ruling";

/** Across jurisdictions nothing is decided. Within one, the better authority stands, and among equals the newer edition; values are never averaged. */
export const jurisdictionScoped: Rule = (disagreement) => {
  const byRank = authority(disagreement);
  if (byRank.winner !== null) return { ...byRank, rationale: `Within one jurisdiction: ${lower(byRank.rationale)}` };
  const byDate = newestEffective(disagreement);
  if (byDate.winner !== null) return { ...byDate, rationale: `Within one jurisdiction and at equal rank: ${lower(byDate.rationale)}` };
  return open(`Within one jurisdiction neither rank nor date decides. ${byDate.rationale}`);
};

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
