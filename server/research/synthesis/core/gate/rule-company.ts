// Company: a figure of the sentence stands with the words of another figure of the same passage sentence, and with none of its own. "7 hours in
// young men and 11 in elderly women" does not say "7 hours in elderly women".
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import type { Quantity } from "./quantities";
import { comparable, figureWords } from "./rule-pairs";

const leastCoverage = 0.5;
const mostCandidates = 3;
const reach = 3;

/** Figures that keep another's company. */
export function checkCompany(c: Case): Finding[] {
  if (c.coverage < leastCoverage || c.line.tokens.some((token) => token.lower === "respectively")) return [];
  const lines = equalsOf(c, 0.9)
    .slice(0, mostCandidates)
    .map(({ line }) => line);
  for (const q of c.line.quantities) {
    const rivals = lines.map((line) => rivalOf(c, q, line));
    const [rival] = rivals;
    if (rival && rivals.every((one) => one !== null))
      return [finding("company", true, "{s} stands here with the words that the passage has for {p}.", q.text, rival.text)];
  }
  return [];
}

/** The figure whose words the sentence has, or null where the figure has words of its own, or stands in the line twice or not at all. */
function rivalOf(c: Case, q: Quantity, line: Line): Quantity | null {
  const places = line.quantities.filter((p) => agrees(q, p));
  const [place] = places;
  if (!place || places.length > 1 || line.tokens.some((token) => token.lower === "respectively")) return null;
  const here = figureWords(c.line, q, reach);
  const rival = line.quantities.find((p) => {
    if (
      p === place ||
      !comparable(p, place) ||
      p.value === place.value ||
      c.line.quantities.some((one) => one !== q && comparable(one, q) && agrees(one, p))
    )
      return false;
    const [own, theirs] = [figureWords(line, place, reach), figureWords(line, p, reach)];
    const [onlyOwn, onlyTheirs] = [[...own].filter((key) => !theirs.has(key)), [...theirs].filter((key) => !own.has(key))];
    return onlyOwn.length > 0 && !onlyOwn.some((key) => here.has(key)) && onlyTheirs.some((key) => here.has(key));
  });
  return rival ?? null;
}

function agrees(q: Quantity, p: Quantity): boolean {
  const { grade } = matchQuantity(q, p);
  return grade === "full" || grade === "bare";
}
