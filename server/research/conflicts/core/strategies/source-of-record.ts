import type { Side } from "../sides";
import { bestSourceOf, onlySmallest, open, type Rule } from "./ruling";

/** The record that owns the fact decides: an official register's own field first, then any official text, then a registry record. */
export const sourceOfRecord: Rule = ({ sides }) => {
  const ranks = sides.map(recordRank);
  const winner = onlySmallest(ranks);
  const side = winner === null ? undefined : sides[winner];
  if (winner === null || !side) {
    const none = ranks.every((rank) => !Number.isFinite(rank));
    return open(
      none ? "No side rests on a source of record, so none is preferred." : "More than one side rests on a source of record, so none is preferred.",
    );
  }
  return { winner, rationale: `The source of record decides: ${side.label} is what ${bestSourceOf(side)} has on file.` };
};

function recordRank(side: Side): number {
  return Math.min(
    ...side.witnesses.map(({ claim, source }) => {
      if (source.tier === 1) return claim.extractor === "api" ? 0 : 1;
      return source.tier === 5 ? 2 : Number.POSITIVE_INFINITY;
    }),
  );
}
