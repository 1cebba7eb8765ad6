// "v. 5" and "ch. 3" continue the reference before them, when it stands near.
import type { Passage } from "./scripture";

const short =
  /(?<![\p{L}\d])(?:(?:vv?|vs|vss)\.\s?|verses?\s|(?:ch|chs|chap)\.\s?|chapters?\s)\d{1,3}(?:[a-c](?!\p{L}))?(?:\s?[-–]\s?\d{1,3})?(?:(?:,|\s(?:and|&))\s?\d{1,3}(?![\d:]))*/gu;
/** Characters; further away a chapter is more likely one of the book at hand. */
const reach = 240;

/** References that lack their book. `resolve` reads a piece in the context of an OSIS place and gives OSIS, "" when it is none. */
export function continuations(text: string, passages: readonly Passage[], resolve: (piece: string, context: string) => string): Passage[] {
  return [...text.matchAll(short)].flatMap((match): Passage[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (passages.some((passage) => passage.start < end && start < passage.end)) return [];
    const before = passages.filter((passage) => passage.end <= start).at(-1);
    if (!before || start - before.end > reach || text.slice(before.end, start).includes("\n\n")) return [];
    const context = before.osis.split(/[,-]/).at(-1) ?? before.osis;
    const osis = resolve(match[0].trimEnd(), context.split(".").slice(0, 2).join(" "));
    return osis === "" ? [] : [{ osis, start, end, parts: [{ osis, start, end }] }];
  });
}
