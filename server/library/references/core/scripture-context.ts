// "v. 5" and "ch. 3" continue the reference before them, when it stands near.
import type { Passage } from "./scripture";

const short =
  /(?<![\p{L}\d])(?:(?:vv?|vs|vss)\.\s?|verses?\s|(?:ch|chs|chap)\.\s?|chapters?\s)\d{1,3}(?:[a-c](?!\p{L}))?(?:\s?[-–]\s?\d{1,3})?(?:(?:,|\s(?:and|&))\s?\d{1,3}(?![\d:]))*/gu;
/** Characters; further away a chapter is more likely one of the book at hand. */
const reach = 240;

/** Works that are divided into chapters and verses too have parts of these names; so have councils and confessions. */
const otherWork =
  /\b(?:sessions?|sess|canons?|cann?|articles?|art|decrees?|councils?|confessions?|catechism|encyclical|constitution|canto|sura|surah|tractate|treatise|homily|sermon|Book [IVX\d]+)\b/i;
/** "Trent, chapter 7", "the Didache, ch. 8", "Calvin's chapter 3": a name right before it says whose chapter it is. */
const owner = /(?:^|[\s("“])(?!(?:In|At|See|And|But|Then|Compare|Cf|From|With|Also|As|So|On|By|To)\b)\p{Lu}\p{L}+(?:['’]s)?,?\s?$/u;
/** "chapter 4 of the Rule of Benedict". */
const ofAnother = /^\s(?:of|in)\s(?:the\s|his\s|her\s|its\s)?\p{Lu}/u;

/** References that lack their book. `resolve` reads a piece in the context of an OSIS place and gives OSIS, "" when it is none. */
export function continuations(text: string, passages: readonly Passage[], resolve: (piece: string, context: string) => string): Passage[] {
  return [...text.matchAll(short)].flatMap((match): Passage[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (passages.some((passage) => passage.start < end && start < passage.end)) return [];
    const before = passages.filter((passage) => passage.end <= start).at(-1);
    if (!before || start - before.end > reach || text.slice(before.end, start).includes("\n\n")) return [];
    const between = text.slice(before.end, start);
    if (otherWork.test(between)) return [];
    if (/^ch/i.test(match[0]) && (owner.test(between) || ofAnother.test(text.slice(end)))) return [];
    const context = before.osis.split(/[,-]/).at(-1) ?? before.osis;
    const osis = resolve(match[0].trimEnd(), context.split(".").slice(0, 2).join(" "));
    return osis === "" ? [] : [{ osis, start, end, parts: [{ osis, start, end }] }];
  });
}
