import { open, type Rule } from "./ruling";

/** Measurements are never decided by rank: where intervals do not meet, both stand. */
export const interval: Rule = ({ fact }) => {
  const percent = Math.round(fact.tolerance.minor * 100);
  return open(
    `As intervals in one unit the values do not meet within ${percent}%, and a measurement is not settled by rank: each stands with its sources.`,
  );
};
