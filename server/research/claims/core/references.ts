// Scripture references of a sentence, in OSIS.
import { bcv_parser as BibleParser } from "bible-passage-reference-parser";
import * as english from "bible-passage-reference-parser/esm/lang/en.js";

export type Reference = { value: string; start: number; end: number };

const mayRefer = /\d{1,3}\s?[:.]\s?\d{1,3}|\b(?:[1-3I]{1,3}\s)?\p{Lu}[\p{L}]{1,14}\.?\s\d{1,3}\b/u;
let parser: InstanceType<typeof BibleParser> | null = null;

/** References with their offsets; a list such as "Romans 8:28, 30" gives one entry for each part, all with the offsets of the list. */
export function findReferences(sentence: string): Reference[] {
  if (!mayRefer.test(sentence)) return [];
  // Building its grammar takes longer than a sentence: built at first use.
  parser ??= new BibleParser(english);
  parser.parse(sentence);
  return parser.osis_and_indices().flatMap(({ osis, indices: [start, end] }) => osis.split(",").map((value) => ({ value, start, end })));
}
