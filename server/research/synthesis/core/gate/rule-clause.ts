// Two parallel clauses of one passage sentence ("A enrolled 5 in X; B enrolled 7 in Y"): a sentence may not take its start from one and its end
// from the other.
import { type Candidate, type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { gapText } from "./gaps";

const leastCoverage = 0.6;
const lookBack = 4;
const leastRepeated = 2;
const leastGap = 3;

/** A number or name taken from the other one of two parallel clauses. */
export function checkClauses(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  const names = new Set(c.names.flatMap((span) => span.tokens));
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.92)) {
    const jump = jumpIn(c, candidate, names);
    if (jump === null) return [];
    first ??= jump;
  }
  return first === null ? [] : [first];
}

function jumpIn(c: Case, { matches, line }: Candidate, names: ReadonlySet<number>): Finding | null {
  for (let k = 1; k < matches.length; k++) {
    const [from, to] = [matches[k - 1], matches[k]];
    if (!from || !to || to.b - from.b - 1 < leastGap) continue;
    const item = c.line.items[to.a];
    if (!item || (item.quantity < 0 && !names.has(item.token))) continue;
    const before = matches
      .slice(0, k)
      .flatMap((match) => (c.line.items[match.a]?.stop ? [] : [c.line.items[match.a]?.key ?? ""]))
      .slice(-lookBack);
    const between = new Set(line.items.slice(from.b + 1, to.b).map((one) => one.key));
    const repeated = before.filter((key) => between.has(key)).length;
    if (repeated < leastRepeated || repeated === before.length) continue;
    return finding(
      "clause",
      true,
      "{s} belongs to another clause of the passage: {p}.",
      c.line.tokens[item.token]?.text ?? "",
      gapText(line, from.b + 1, to.b + 1),
    );
  }
  return null;
}
