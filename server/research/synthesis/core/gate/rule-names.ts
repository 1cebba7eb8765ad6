// Presence of every name. A name of which nothing is known is foreign; one of which a part is missing is a warning.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { knowsAsAcronym, knowsWord, type NameSpan } from "./names";

/** Names are written in many ways; that two known words do not belong together counts only where the sentence is close to the passage. */
const closeEnough = 0.65;

/** Words of a name span that passage and context do not know, by token index. */
export function unknownWords(c: Case, span: NameSpan): number[] {
  return span.tokens.filter((at) => {
    const token = c.line.tokens[at];
    return token !== undefined && !knowsWord(c.analysis, token);
  });
}

/** Names absent from passage and context. In the strict profile a missing part of a name blocks as well. */
export function checkNames(c: Case, strict = false): Finding[] {
  return c.names.flatMap((span) => {
    const unknown = unknownWords(c, span);
    if (knowsAsAcronym(c.analysis, c.line, span, c.names)) return [];
    if (unknown.length === 0) {
      const mixed = mixedName(c, span);
      return mixed === null
        ? []
        : [finding("name_mixed", c.window.recall >= closeEnough, "{s} is {p} in the cited passage.", mixed.own, mixed.there)];
    }
    if (unknown.length === span.tokens.length) return [finding("name_absent", true, "{s} is not in the cited passage.", span.text)];
    const other = otherName(c, span, unknown);
    if (other !== null) return [finding("name_other", true, "{s} is {p} in the cited passage.", span.text, other)];
    const part = unknown.map((at) => c.line.tokens[at]?.text ?? "").join(" ");
    return [finding("name_part_absent", strict, `{s}, a part of “${span.text}”, is not in the cited passage.`, part)];
  });
}

/** "Tony Weller" where the passage has "Tony Jarvis" and no Weller: the passage's words, or null. */
function otherName(c: Case, span: NameSpan, unknown: readonly number[]): string | null {
  for (const at of unknown.slice(0, longestName)) {
    for (const side of [-1, 1]) {
      const known = c.line.tokens[at + side];
      if (!known || !span.tokens.includes(at + side) || unknown.includes(at + side)) continue;
      for (const index of c.analysis.postings.get(known.stem) ?? []) {
        const words = neighbourOf(c.analysis.lines[index], known.stem, -side);
        if (words !== null) return words;
      }
    }
  }
  return null;
}

const near = 3;
const longestName = 12;

/** "Tony Harvick" made of "Tony Jarvis" and "Kevin Harvick": two known words side by side that the passage joins to others and never to each other. */
function mixedName(c: Case, span: NameSpan): { own: string; there: string } | null {
  for (const at of span.tokens.slice(0, longestName)) {
    const [first, second] = [c.line.tokens[at], c.line.tokens[at + 1]];
    if (!first || !second || !span.tokens.includes(at + 1) || first.stem === second.stem || standTogether(c, first.stem, second.stem)) continue;
    const one = firstNeighbour(c, first.stem, 1);
    const two = firstNeighbour(c, second.stem, -1);
    if (one !== null && two !== null) return { own: `${first.text} ${second.text}`, there: `${one}” and “${two}` };
  }
  return null;
}

function firstNeighbour(c: Case, stem: string, side: number): string | null {
  for (const index of c.analysis.postings.get(stem) ?? []) {
    const words = neighbourOf(c.analysis.lines[index], stem, side);
    if (words !== null) return words;
  }
  return null;
}

/** True when both words stand within three words of each other somewhere, in whatever order, or in the context. */
function standTogether(c: Case, one: string, two: string): boolean {
  if (c.analysis.context.keys.has(one) && c.analysis.context.keys.has(two)) return true;
  const lines = new Set(c.analysis.postings.get(two) ?? []);
  return (c.analysis.postings.get(one) ?? []).some((index) => {
    const items = lines.has(index) ? (c.analysis.lines[index]?.items ?? []) : [];
    return items.some((item, k) => item.key === one && items.slice(Math.max(0, k - near), k + near + 1).some((other) => other.key === two));
  });
}

/** The known word with the capitalised word beside it, if there is one. */
function neighbourOf(line: Line | undefined, stem: string, side: number): string | null {
  for (const [at, token] of line?.tokens.entries() ?? []) {
    const beside = line?.tokens[at + side];
    if (
      token.stem !== stem ||
      !beside ||
      beside.kind !== "word" ||
      beside.stop ||
      !/^\p{Lu}\p{Ll}/u.test(beside.text) ||
      !/^\p{Lu}/u.test(token.text)
    )
      continue;
    return side > 0 ? `${token.text} ${beside.text}` : `${beside.text} ${token.text}`;
  }
  return null;
}
