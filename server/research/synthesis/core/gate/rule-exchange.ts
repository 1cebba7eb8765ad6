// Exchange: aligned with every number standing for any number and every name for any name, the sentence must show the passage's own in each place.
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { alignWild, isListOrder, type Kind, kindsOf, wereReordered } from "./wild";

const leastCoverage = 0.6;
const mostCandidates = 3;

/** Numbers or names that stand in each other's place. Needs two of a kind in the sentence. */
export function checkExchange(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  const kinds = kindsOf(c, c.line);
  if (kinds.filter((kind) => kind === "number").length < 2 && kinds.filter((kind) => kind === "name").length < 2) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.9).slice(0, mostCandidates)) {
    const clash = exchangedIn(c, kinds, candidate.line);
    if (clash === null) return [];
    first ??= clash;
  }
  return first === null ? [] : [first];
}

function exchangedIn(c: Case, kinds: readonly Kind[], other: Line): Finding | null {
  const { matches, equal } = alignWild(c, kinds, other);
  const wrong = matches.flatMap((match, k) => (equal[k] ? [] : [{ match, k }]));
  const places = wrong.map((one) => one.match.a);
  if (wrong.length < 2 || isListOrder(c, places) || wereReordered(c, kinds, other, matches, places)) return null;
  const moved = wrong.filter(({ match, k }) => other.keys.has(c.line.items[match.a]?.key ?? "") && framed(matches, equal, k));
  const [clash] = moved;
  if (moved.length < 2 || !clash) return null;
  const words = (line: Line, item: number): string => line.tokens[line.items[item]?.token ?? -1]?.text ?? "";
  return finding("exchange", true, "{s} stands where the passage has {p}.", words(c.line, clash.match.a), words(other, clash.match.b));
}

/** True when the next matched neighbour on at least one side is equal and adjacent in both sentences. */
function framed(matches: readonly { a: number; b: number }[], equal: readonly boolean[], k: number): boolean {
  const at = matches[k];
  return [k - 1, k + 1].some((n) => {
    const near = matches[n];
    return at !== undefined && near !== undefined && equal[n] === true && Math.abs(near.a - at.a) === 1 && Math.abs(near.b - at.b) === 1;
  });
}
