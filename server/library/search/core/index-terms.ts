// What a passage is found by: its own words, its heading's once, its document's title's twice more.
import { encodePosting, hexPerPosting, passageOf, sealAt } from "./posting-list";
import { tokenise } from "./tokenise";

const titleWeight = 2;
const headingWeight = 1;

export type Indexable = { readonly text: string; readonly heading: string | null };
export type PassageTerms = { readonly frequencies: ReadonlyMap<string, number>; readonly length: number };

/** Weighted term frequencies of each passage. The same input always gives the same output, on which deletion relies. */
export function termsOf(passages: readonly Indexable[], title: string, language: string | null): PassageTerms[] {
  // A text of one line has been taken for its own title: it is not said three times by that.
  const isAll = passages.length === 1 && passages[0]?.text.trim() === title.trim();
  const titleTerms = isAll ? [] : tokenise(title, language);
  const headings = new Map<string, string[]>();
  return passages.map(({ text, heading }) => {
    const frequencies = new Map<string, number>();
    let length = 0;
    const credit = (lexemes: readonly string[], weight: number) => {
      for (const lexeme of lexemes) frequencies.set(lexeme, (frequencies.get(lexeme) ?? 0) + weight);
      length += lexemes.length * weight;
    };
    credit(tokenise(text, language), 1);
    credit(titleTerms, titleWeight);
    if (heading) {
      const known = headings.get(heading) ?? tokenise(heading, language);
      headings.set(heading, known);
      credit(known, headingWeight);
    }
    return { frequencies, length };
  });
}

/** Packed lists by lexeme, in hex, for passages with the given ids. Sorted, so that neighbours in the index are written together. */
export function packTerms(terms: readonly PassageTerms[], ids: readonly number[]): [string, string][] {
  const lists = new Map<string, string[]>();
  for (const [index, { frequencies, length }] of terms.entries()) {
    const passageId = ids[index];
    if (passageId === undefined) throw new Error("Every passage that is indexed needs its id.");
    for (const [lexeme, tf] of frequencies) {
      const posting = encodePosting({ passageId, tf, length });
      const list = lists.get(lexeme);
      if (list) list.push(posting);
      else lists.set(lexeme, [posting]);
    }
  }
  return [...lists].map(([lexeme, list]): [string, string] => [lexeme, list.join("")]).sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
}

export type SealedBlock = { readonly lexeme: string; readonly block: number; readonly hex: string };

/**
 * What a document adds to each lexeme's open block, and the blocks that it fills by itself. One write a lexeme: within a transaction every further
 * one would leave a dead copy of the row behind.
 */
export function blocksFor(lists: readonly (readonly [string, string])[]): { open: [string, string][]; sealed: SealedBlock[] } {
  const open: [string, string][] = [];
  const sealed: SealedBlock[] = [];
  const full = sealAt * hexPerPosting;
  for (const [lexeme, list] of lists) {
    let at = 0;
    for (; list.length - at >= full; at += full) {
      const hex = list.slice(at, at + full);
      sealed.push({ lexeme, block: passageOf(hex.slice(-hexPerPosting)), hex });
    }
    if (at < list.length) open.push([lexeme, list.slice(at)]);
  }
  return { open, sealed };
}
