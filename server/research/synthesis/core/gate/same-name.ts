// Two capitalised words that may stand for one another.
import type { Case } from "./case";
import type { Line } from "./line";
import { isDemonymPair } from "./names";

/** One word, a demonym, two names of the subject, or two words of one name ("Kate" and "Winslet"). */
export function sameName(c: Case, a: Line, x: number, b: Line, y: number): boolean {
  const [one, two] = [a.tokens[x], b.tokens[y]];
  if (!one || !two) return false;
  if (one.stem === two.stem || isDemonymPair(one.lower, two.lower)) return true;
  const context = c.analysis.context.keys;
  if (context.has(one.stem) && context.has(two.stem)) return true;
  if (initialsOf(b, y).startsWith(one.lower) || initialsOf(a, x).startsWith(two.lower)) return true;
  return inOneName(c, one.stem, two.stem);
}

function initialsOf(line: Line, at: number): string {
  let letters = "";
  for (let k = at; k < line.tokens.length && letters.length < 6; k++) {
    const token = line.tokens[k];
    if (token?.kind === "word" && !token.stop) letters += token.lower.charAt(0);
  }
  return letters;
}

function inOneName(c: Case, one: string, two: string): boolean {
  const there = c.analysis.postings.get(two) ?? [];
  return (c.analysis.postings.get(one) ?? []).some((index) => {
    const line = c.analysis.lines[index];
    if (!line || !there.includes(index)) return false;
    return line.items.some((item, k) => item.key === one && (line.items[k + 1]?.key === two || line.items[k - 1]?.key === two));
  });
}
