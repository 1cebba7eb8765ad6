// What stands between the matches of an alignment on both sides. Ranges are item indexes.
import type { Match } from "./align";
import type { Line } from "./line";

export type Gap = { aFrom: number; aTo: number; bFrom: number; bTo: number };

/** Gaps between neighbouring matches, before the first and behind the last; those empty on both sides are left out. */
export function gapsOf(matches: readonly Match[], a: Line, b: Line): Gap[] {
  const gaps: Gap[] = [];
  let [aFrom, bFrom] = [0, 0];
  const close = (aTo: number, bTo: number): void => {
    if (aTo > aFrom || bTo > bFrom) gaps.push({ aFrom, aTo, bFrom, bTo });
  };
  for (const match of matches) {
    close(match.a, match.b);
    aFrom = match.a + 1;
    bFrom = match.b + 1;
  }
  close(a.items.length, b.items.length);
  return gaps;
}

/** Token indexes of an item range. */
export function tokensOf(line: Line, from: number, to: number): number[] {
  const at: number[] = [];
  for (let k = from; k < to; k++) {
    const item = line.items[k];
    if (item) at.push(item.token);
  }
  return at;
}

/** The words of an item range as written. */
export function gapText(line: Line, from: number, to: number): string {
  const first = line.items[from];
  const last = line.items[to - 1];
  if (!first || !last || to <= from) return "";
  return line.text.slice(line.tokens[first.token]?.start ?? 0, line.tokens[last.token]?.end ?? 0);
}
