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

type WordForm = { lower: string; stem: string; stop: boolean; numeric: boolean };

const cacheLimit = 50_000;
/** Forms of words by their spelling. A memory only: the same word always has the same form. */
const forms = new Map<string, WordForm>();

function formOf(word: string): WordForm {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  // "US", "WHO" and "IT" are names, not pronouns.
  const stop = stopWords.has(lower) && (word.length === 1 || word === lower || word !== word.toUpperCase());
  const form = { lower, stem: stop ? lower : wordStem(lower), stop, numeric: isNumberWord(lower) };
  if (forms.size >= cacheLimit) forms.clear();
  forms.set(word, form);
  return form;
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
    const token: Token | null = wordEnd > 0 ? wordToken(text.slice(at, wordEnd), at) : readToken(text, at);
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

function wordToken(word: string, start: number): Token {
  const { lower, stem, stop, numeric } = formOf(word);
  return { kind: "word", text: word, lower, stem, stop, numeric, start, end: start + word.length, glued: false, hyphenBefore: false };
}

function readToken(text: string, at: number): Token | null {
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  if (!m) return null;
  const [written, digits, word] = m;
  if (word !== undefined) return wordToken(word, at);
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
