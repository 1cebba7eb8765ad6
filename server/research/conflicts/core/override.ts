// Rulings by hand over the strategy's. A ruling holds for just the claims it was made about: over other claims it is told of, never applied.
import type { Override } from "../override/schema";
import type { DetectedConflict } from "../schema";

type Ruled = Pick<Override, "id" | "fingerprint" | "attribute" | "ruling" | "winner" | "sides">;
type Marked = { readonly fingerprint: string; readonly sides: readonly { readonly fingerprint: string }[] };

/** Of each disagreement the newest ruling. `history` is oldest first; a ruling that was taken back counts as none. */
export function inForce<T extends Ruled>(history: readonly T[]): Map<string, T> {
  const newest = new Map(history.map((ruling) => [ruling.fingerprint, ruling]));
  return new Map([...newest].filter(([, { ruling }]) => ruling !== "strategy"));
}

/** The entry as the ruling has it; as its strategy has it when there is none or its winner is not among the sides. */
export function ruledOn(entry: DetectedConflict, marks: Marked, ruling: Ruled | undefined): DetectedConflict {
  const plain = withoutRuling(entry);
  if (!ruling || ruling.ruling === "strategy" || ruling.fingerprint !== marks.fingerprint) return plain;
  const instead = { status: plain.status, winner: plain.winner, rationale: plain.rationale };
  const override = { id: ruling.id, ruling: ruling.ruling, instead };
  if (ruling.ruling === "set_apart") {
    return { ...plain, status: "set_apart", winner: null, rationale: `Set apart by hand. ${strategySaid(plain)}`, override };
  }
  if (ruling.ruling === "open") {
    return { ...plain, status: "open", winner: null, rationale: `Opened by hand: neither side is preferred. ${strategySaid(plain)}`, override };
  }
  const winner = marks.sides.findIndex((side) => side.fingerprint === ruling.winner);
  const label = plain.sides[winner]?.label;
  if (label === undefined) return plain;
  return { ...plain, status: "resolved", winner, rationale: `Decided by hand: ${label} stands. ${strategySaid(plain)}`, override };
}

/** The entry as its strategy has it. */
export function withoutRuling({ override, ...entry }: DetectedConflict): DetectedConflict {
  return override ? { ...entry, ...override.instead } : entry;
}

/** Rulings in force whose claims are no longer set against each other in this way. */
export function aboutOtherClaims<T extends Ruled>(history: readonly T[], present: ReadonlySet<string>): T[] {
  return [...inForce(history).values()].filter(({ fingerprint }) => !present.has(fingerprint));
}

function strategySaid({ status, rationale }: DetectedConflict): string {
  const outcome = { open: "left it open", resolved: "decided otherwise or for other reasons", set_apart: "set it apart" }[status];
  return `The strategy ${outcome}: ${rationale}`;
}
