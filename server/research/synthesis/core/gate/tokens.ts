// Words, numbers and marks of one sentence. Hyphenated words are cut at the hyphen and remember it.

import { isNumberWord } from "./number-words";
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
  /** A number, or a word that can begin one. */
  numeric: boolean;
  start: number;
  end: number;
  /** No white space and no mark but a hyphen before it: joined to the token before. */
  glued: boolean;
  hyphenBefore: boolean;
};

const pattern =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{M}°][\p{L}\p{M}\p{N}]*(?:\.(?=\p{Ll}{2})[\p{Ll}]+)*(?:'[\p{L}]+)*(?:\^-?\d+)?)|(<=|>=|\^-?\d+|[^\s\p{L}\p{N}\p{M}])/uy;

type WordForm = { text: string; lower: string; stem: string; stop: boolean; numeric: boolean };

const places = 1 << 17;
const cacheLimit = 50_000;
const longestRemembered = 64;
/**
 * Forms of words in a table by a hash of their letters, so that a known word costs no new string. A memory only: the same word always has the
 * same form.
 */
let forms: (WordForm | undefined)[] = new Array(places);
let remembered = 0;

/** The form of `text` between two offsets, whose hash is `hash`. */
function formAt(text: string, start: number, end: number, hash: number): WordForm {
  if (end - start > longestRemembered) return makeForm(text.slice(start, end));
  if (remembered >= cacheLimit) {
    forms = new Array(places);
    remembered = 0;
  }
  for (let place = hash & (places - 1); ; place = (place + 1) & (places - 1)) {
    const known = forms[place];
    if (known !== undefined) {
      if (known.text.length === end - start && text.startsWith(known.text, start)) return known;
      continue;
    }
    const form = makeForm(text.slice(start, end));
    forms[place] = form;
    remembered++;
    return form;
  }
}

function makeForm(word: string): WordForm {
  const lower = word.toLowerCase();
  // "US", "WHO" and "IT" are names, not pronouns.
  const stop = stopWords.has(lower) && (word.length === 1 || word === lower || word !== word.toUpperCase());
  return { text: word, lower, stem: stop ? lower : wordStem(lower), stop, numeric: isNumberWord(lower) };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  // The low bits of a product say little of the first letters.
  return hash ^ (hash >>> 15);
}

function wordStem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  return stemOf(base.replace(/['.]/g, ""));
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** End of a run of plain letters, or -1 where something follows that only the pattern can read (digits, dots, apostrophes, other scripts). */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isLetter(text.charCodeAt(at))) at++;
  if (at === start) return -1;
  const code = text.charCodeAt(at);
  // Blank, comma, closing bracket, hyphen, semicolon, colon or the end; a full stop only before a blank or the end.
  if (at === text.length || code === 32 || code === 44 || code === 41 || code === 45 || code === 59 || code === 58 || code === 10) return at;
  return code === 46 && at - start > 1 && (at + 1 === text.length || text.charCodeAt(at + 1) === 32) ? at : -1;
}

/** Tokens of a normalised sentence, in order. Numbers lose their thousands commas in `stem`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10) {
      at++;
      continue;
    }
    const wordEnd = plainWordEnd(text, at);
    const token: Token | null = wordEnd > 0 ? wordToken(text, at, wordEnd) : readToken(text, at);
    if (token === null) {
      at++;
      continue;
    }
    token.glued = before !== undefined && before.end === at;
    token.hyphenBefore = token.glued && before !== undefined && before.text === "-" && before.glued;
    tokens.push(token);
    before = token;
    at = token.end;
  }
  return tokens;
}

function wordToken(from: string, start: number, end: number): Token {
  const { text, lower, stem, stop, numeric } = formAt(from, start, end, hashOf(from, start, end));
  return { kind: "word", text, lower, stem, stop, numeric, start, end, glued: false, hyphenBefore: false };
}

function readToken(text: string, at: number): Token | null {
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  if (!m) return null;
  const [written, digits, word] = m;
  if (word !== undefined) return wordToken(text, at, at + word.length);
  const isNumber = digits !== undefined;
  return {
    kind: isNumber ? "number" : "mark",
    text: written,
    lower: written,
    stem: isNumber ? written.replaceAll(",", "") : written,
    stop: false,
    numeric: isNumber,
    start: at,
    end: at + written.length,
    glued: false,
    hyphenBefore: false,
  };
}
