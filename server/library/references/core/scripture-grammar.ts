// Forms that scholars write and the grammar of the parser does not know, rewritten into forms that it knows.
import { applyEdits, type Edit, type Edited } from "./edits";
import { readRoman } from "./roman";

const book = String.raw`(?:(?:[1-4]|I{1,3}|IV|1st|2nd|3rd|First|Second|Third)\s?\.?\s?)?\p{Lu}\p{L}{1,14}\.?`;
const romanChapter = new RegExp(
  String.raw`(?<=(?<![\p{L}\d])${book}\s)(?<numeral>[ivxlc]{1,8}|[IVXLC]{1,8})(?<sep>\.?\s?[:,.]\s?|\.?\s)(?=(?:vv?\.\s?)?\d{1,3})`,
  "gu",
);
const romanAlone = new RegExp(String.raw`(?<=(?<![\p{L}\d])${book}\s)(?<numeral>[ivxlc]{2,8}|[IVXLC]{2,8})(?![\p{L}\d])\.?(?!\s?[:.,]?\s?\d)`, "gu");
const laterChapter = /(?<=\d\s?;\s)(?<numeral>[ivxlc]{1,8})(?<sep>\.?\s?[:.,]\s?|\.\s)(?=\d{1,3})/gu;
const singleChapter = /(?:Jude|Obad(?:iah)?|Philem(?:on)?|Phlm|John|Jn)\.?$/;

/** Brackets within brackets that references are read in. */
const deepest = 2;

/** Names that have another form in the parser, or none, with the book they stand for. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/\b(?:4|IV)\s(?:Ezra|Esd(?:ras)?)\b\.?(?=\s\d)/g, "2 Esdras"],
  [/\bCant(?:icles?)?\b\.?(?=\s\d)/g, "Song"],
  [/\bApoc(?:alypse)?\b\.?(?=\s\d)/g, "Rev"],
  [/\b(?:3|III)\sEsd(?:ras)?\b\.?(?=\s\d)/g, "1 Esdras"],
  [/\b(?:Letter|Epistle) of Jeremiah(?=\s\d)/g, "EpJer"],
];
/** "Ps 22(21)", "Ps 23 (22):1": the number of the other numbering. */
const otherNumber = /(?<=\bPs(?:alms?|s|a)?\.?\s\d{1,3})\s?\[?\((\d{1,3})\)\]?(?=\s?[:.,;)\s]|$)/g;
/** "Bar 6" is the Letter of Jeremiah, "Dan 13" and "Dan 14" are Susanna and Bel, where the Vulgate binds them in. */
const boundIn: readonly (readonly [RegExp, string])[] = [
  [/\bBar(?:uch)?\.?\s6(?=:\d)/g, "EpJer 1"],
  [/\bDan(?:iel)?\.?\s13(?=:\d)/g, "Sus 1"],
  [/\bDan(?:iel)?\.?\s14(?=:\d)/g, "Bel 1"],
];
/** "28f." is one verse more; "28ff." the parser reads to the end of the chapter. */
const following = /(?<=[:.]\s?)(\d{1,3})\s?f\b\.?(?![\p{L}])/gu;

/** The text as the parser can read it. */
export function readable(text: string): Edited {
  const edits: Edit[] = [...renamed(text, otherNames), ...renamed(text, boundIn)];
  for (const match of text.matchAll(otherNumber)) edits.push({ start: match.index, end: match.index + match[0].length, text: "" });
  for (const match of text.matchAll(following)) {
    const verse = Number(match[1]);
    edits.push({ start: match.index, end: match.index + match[0].length, text: `${verse}-${verse + 1}` });
  }
  for (const match of [...text.matchAll(romanChapter), ...text.matchAll(laterChapter)]) {
    const { numeral = "", sep = "" } = match.groups ?? {};
    const chapter = readRoman(numeral);
    // "Jude v. 5" names a verse.
    if (chapter === null || (numeral === "v" && sep.startsWith(".") && singleChapter.test(text.slice(0, match.index).trimEnd()))) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: `${chapter}:` });
  }
  for (const match of text.matchAll(romanAlone)) {
    const chapter = readRoman(match.groups?.numeral ?? "");
    if (chapter !== null) edits.push({ start: match.index, end: match.index + (match.groups?.numeral ?? "").length, text: String(chapter) });
  }
  return applyEdits(text, [...edits, ...deepBrackets(text)]);
}

/** The grammar tries every way to close brackets within brackets, which takes for ever: deeper ones are taken for other signs. */
function deepBrackets(text: string): Edit[] {
  let depth = 0;
  return [...text.matchAll(/[()[\]]/g)].flatMap(({ 0: sign, index }) => {
    if (sign === ")" || sign === "]") {
      depth = Math.max(0, depth - 1);
      return [];
    }
    depth++;
    return depth > deepest ? [{ start: index, end: index + 1, text: "|" }] : [];
  });
}

function renamed(text: string, names: readonly (readonly [RegExp, string])[]): Edit[] {
  return names.flatMap(([pattern, name]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: name })),
  );
}
