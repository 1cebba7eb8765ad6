// What must be the same, one for one, before a quote may differ from its source in spelling: numbers with units and bounds, negations, names,
// directions and modality. A string metric alone gives "21 h" for "12 h" a score of 0.96.

import { findCues, isNegated } from "../../synthesis/core/gate/negation";
import { normalise } from "../../synthesis/core/gate/normalise";
import { directionsOf, quantifierOf } from "../../synthesis/core/gate/opposites";
import { findQuantities } from "../../synthesis/core/gate/quantities";
import { foldAccents } from "../../synthesis/core/gate/stem";
import { type Token, tokenise } from "../../synthesis/core/gate/tokens";

const factsOf = (text: string, tokens: readonly Token[]): string[] => {
  const quantities = findQuantities(text, tokens).map(
    (q) => `# ${q.value} ${q.unit ? `${q.unit.dimension} ${q.unit.factor}` : ""} ${q.comparator?.sign ?? ""}`,
  );
  const words = tokens.flatMap((token, at) => {
    if (token.kind !== "word") return token.kind === "number" ? [`digits ${token.stem}`] : [];
    const found: string[] = [];
    if (isNegated(token)) found.push("denial");
    for (const { pair, side } of directionsOf(token.lower)) found.push(`direction ${pair} ${side}`);
    const quantifier = quantifierOf(token.lower);
    if (quantifier !== undefined) found.push(`quantifier ${quantifier}`);
    if (at > 0 && !token.stop && /^\p{Lu}|\p{Ll}\p{Lu}|\p{L}\d/u.test(token.text) && !/[.!?:"]/.test(tokens[at - 1]?.text ?? ""))
      found.push(`name ${foldAccents(token.lower)}`);
    return found;
  });
  return [...quantities, ...words, `cues ${findCues(tokens).length}`].sort();
};

const content = (tokens: readonly Token[]): Token[] => tokens.filter((token) => token.kind === "word" && !token.stop);

/** Edit distance of at most one: one letter more, less, other, or two exchanged. */
function isTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [x, y] = [a.length, b.length];
  while (x > from && y > from && a[x - 1] === b[y - 1]) {
    x--;
    y--;
  }
  return (x - from <= 1 && y - from <= 1) || (x - from === 2 && y - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]);
}

/** Words of one side that the other lacks. Word forms and single slips of spelling are the same word. */
function lacking(a: readonly Token[], b: readonly Token[]): number {
  const rest = [...b];
  let missing = 0;
  for (const token of a) {
    const at = rest.findIndex((other) => other.stem === token.stem || isTypo(token.lower, other.lower));
    if (at < 0) missing++;
    else rest.splice(at, 1);
  }
  return missing;
}

/** True when two wordings may stand for one quote: the same facts, no word exchanged for another, at most one left out or put in. */
export function sameFacts(quote: string, span: string): boolean {
  const [a, b] = [normalise(quote), normalise(span)];
  const [x, y] = [tokenise(a), tokenise(b)];
  const [own, theirs] = [factsOf(a, x), factsOf(b, y)];
  if (own.length !== theirs.length || own.some((fact, index) => fact !== theirs[index])) return false;
  const [cx, cy] = [content(x), content(y)];
  return lacking(cx, cy) + lacking(cy, cx) <= 1;
}
