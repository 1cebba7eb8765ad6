import type { Side } from "../sides";
import { open, type Rule } from "./ruling";

/** The latest edition stands, when its date is later than every other side's beyond the precision stated. */
export const newestEffective: Rule = ({ sides }) => {
  const dated = sides.map(newestOf);
  const missing = dated.filter((span) => span === null).length;
  if (missing > 0) return open(`The newest cannot be told: ${missing === 1 ? "one side has" : `${missing} sides have`} no date.`);
  const winner = dated.findIndex((span, index) => dated.every((other, at) => at === index || (span && other && span.from > other.to)));
  const side = sides[winner];
  if (!side) return open("The newest cannot be told: the sides' dates overlap at the precision they are given in.");
  return { winner, rationale: `The newest stands: ${side.label} is dated ${dated[winner]?.text}, later than every other side.` };
};

/** The latest date among a side's sources, as the first and last day it may mean. */
function newestOf(side: Side): { from: string; to: string; text: string } | null {
  const spans = side.sources.flatMap(({ date }) =>
    date && /^\d{4}(-\d{2}){0,2}$/.test(date) ? [{ from: fill(date, "01"), to: fill(date, "99"), text: date }] : [],
  );
  return spans.reduce<(typeof spans)[number] | null>((best, span) => (best === null || span.from > best.from ? span : best), null);
}

function fill(date: string, part: string): string {
  return [...date.split("-"), part, part].slice(0, 3).join("-");
}
