// Words, numbers and marks of one sentence. Hyphenated words are cut at the hyphen and remember it.

import { stemOf } from "./stem";
import { stopWords } from "./stop-words";

export type TokenKind = "word" | "number" | "mark";

export type Token = {
  kind: TokenKind;
  /** As written, after `normalise`. */
  text: string;
  lower: string;
  /** Stem of a word; the digits of a number; the mark itself. What alignment compares. */
  stem: string;
  stop: boolean;
  start: number;
  end: number;
  /** No white space and no mark but a hyphen before it: joined to the token before. */
  glued: boolean;
  hyphenBefore: boolean;
};

const unicodePattern =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{M}°][\p{L}\p{M}\p{N}]*(?:\.(?=\p{Ll}{2})[\p{Ll}]+)*(?:'[\p{L}]+)*(?:\^-?\d+)?)|(<=|>=|\^-?\d+|[^\s\p{L}\p{N}\p{M}])/gu;
/** The same for the many sentences that have no other letters: several times faster. */
const asciiPattern =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|([A-Z]\.(?:[A-Z]\.)+|[A-Za-z][A-Za-z0-9]*(?:\.(?=[a-z]{2})[a-z]+)*(?:'[A-Za-z]+)*(?:\^-?\d+)?)|(<=|>=|\^-?\d+|[^\sA-Za-z0-9])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the range from 0 to 127.
const ascii = /^[\u0000-\u007f]*$/;

type WordForm = { lower: string; stem: string; stop: boolean };

const cacheLimit = 50_000;
/** Forms of words by their spelling. A memory only: the same word always has the same form. */
const forms = new Map<string, WordForm>();

function formOf(word: string): WordForm {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  // "US", "WHO" and "IT" are names, not pronouns.
  const stop = stopWords.has(lower) && (word.length === 1 || word === lower || word !== word.toUpperCase());
  const form = { lower, stem: stop ? lower : wordStem(lower), stop };
  if (forms.size >= cacheLimit) forms.clear();
  forms.set(word, form);
  return form;
}

function wordStem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  return stemOf(base.replace(/['.]/g, ""));
}

/** Tokens of a normalised sentence, in order. Numbers lose their thousands commas in `stem`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = ascii.test(text) ? asciiPattern : unicodePattern;
  pattern.lastIndex = 0;
  let before: Token | undefined;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    const [written, digits, word] = m;
    const start = m.index;
    const glued = before !== undefined && before.end === start;
    const hyphenBefore = glued && before?.text === "-" && before.glued;
    const { lower, stem, stop } = word === undefined ? markForm(written, digits !== undefined) : formOf(word);
    const kind: TokenKind = word !== undefined ? "word" : digits !== undefined ? "number" : "mark";
    before = { kind, text: written, lower, stem, stop, start, end: start + written.length, glued, hyphenBefore };
    tokens.push(before);
  }
  return tokens;
}

const markForm = (written: string, isNumber: boolean): WordForm => ({
  lower: written,
  stem: isNumber ? written.replaceAll(",", "") : written,
  stop: false,
});
