// Figure: a sentence of the passage says all the words of the sentence, but with another figure in its place. That the figure stands elsewhere
// in the passage does not help it.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import type { Quantity } from "./quantities";
import { alignWild, isListOrder, kindsOf, wereReordered } from "./wild";

const mostCandidates = 4;
const fits = 0.93;
const nearBest = 0.97;

/** Figures that the passage's sentence of the same words has otherwise. */
export function checkFigures(c: Case): Finding[] {
  if (c.line.quantities.length === 0) return [];
  const kinds = kindsOf(c, c.line).map((kind) => (kind === "name" ? "word" : kind));
  const aligned = c.candidates.slice(0, mostCandidates).map(({ line }) => ({ line, ...alignWild(c, kinds, line) }));
  const best = Math.max(0, ...aligned.map((one) => one.coverage));
  if (best < fits) return [];
  let first: Finding | null = null;
  for (const { line, matches, equal } of aligned.filter((one) => one.coverage >= nearBest * best)) {
    const wrong = matches.filter((match, k) => !equal[k] && kinds[match.a] === "number");
    const places = wrong.map((match) => match.a);
    const [one] = wrong;
    if (!one || (places.length > 1 && isListOrder(c, places)) || wereReordered(c, kinds, line, matches, places) || stayTogether(c.line, line, places))
      return [];
    first ??= finding("figure", true, "{s} stands where the passage has {p}.", figureAt(c.line, one.a), figureAt(line, one.b));
  }
  return first === null ? [] : [first];
}

/** Figures that follow each other in the passage's sentence as they do here: "23% on 2 mg and 31% on 4 mg" has "31% on 4 mg". */
function stayTogether(own: Line, other: Line, places: readonly number[]): boolean {
  const first = own.items[places[0] ?? -1]?.quantity ?? -1;
  return [first - 1, first].some((from) => {
    const pair = own.quantities.slice(Math.max(0, from), from + 2);
    return pair.length === 2 && other.quantities.some((_, at) => pair.every((q, k) => agree(q, other.quantities[at + k])));
  });
}

const agree = (q: Quantity, p: Quantity | undefined): boolean => p !== undefined && ["full", "bare"].includes(matchQuantity(q, p).grade);

const figureAt = (line: Line, item: number): string => line.quantities[line.items[item]?.quantity ?? -1]?.text ?? "";
