import { mostCautious } from "./most-cautious";
import { open, type Rule } from "./ruling";

/** The most cautious side is shown first and every side is kept. Facts marked as safety never come here: they stay open. */
export const strictestSafety: Rule = ({ fact, sides }) => {
  const winner = mostCautious(fact, sides);
  const side = winner === null ? undefined : sides[winner];
  if (winner === null || !side) return open("Which side is the most cautious cannot be told from the values, so none is preferred.");
  return { winner, rationale: `The strictest reading is shown: ${side.label} is the most cautious, and the others are kept beside it.` };
};
