import type { LedgerSource } from "../witness";
import { onlySmallest, open, type Rule } from "./ruling";

const levels = ["guideline", "systematic review", "randomised trial", "cohort study", "case report", "other evidence"] as const;

/** Systematic review over randomised trial over cohort over case. A registry record against a paper about a trial is flagged, not decided. */
export const evidenceLevel: Rule = ({ sides }) => {
  const registry = sides.find((side) => side.sources.every((source) => source.tier === 5));
  const paper = sides.some((side) => side !== registry && side.sources.some((source) => source.tier === 4));
  if (registry && paper)
    return open("A registry record and a published paper disagree: this is flagged for reading, since either may be the later correction.");
  const ranks = sides.map((side) => Math.min(...side.sources.map(levelOf)));
  const winner = onlySmallest(ranks);
  const side = winner === null ? undefined : sides[winner];
  if (winner === null || !side) return open(`By level of evidence no side leads: more than one rests on a ${nameOf(Math.min(...ranks))}.`);
  return {
    winner,
    rationale: `By level of evidence ${side.label} stands: it rests on a ${nameOf(ranks[winner] ?? levels.length - 1)}, and the other sides on less.`,
  };
};

function nameOf(level: number): string {
  return levels[level] ?? "source of unknown design";
}

/** The design as the title states it, else what the tier implies. */
function levelOf({ tier, title }: LedgerSource): number {
  const words = (title ?? "").toLowerCase();
  if (tier <= 2) return 0;
  if (tier === 3 || /systematic review|meta-?analys|cochrane/.test(words)) return 1;
  if (/randomi[sz]ed|double-blind|placebo-controlled/.test(words)) return 2;
  if (/cohort|observational|registry-based|retrospective|prospective study/.test(words)) return 3;
  if (/case (?:report|series|study)/.test(words)) return 4;
  return 5;
}
