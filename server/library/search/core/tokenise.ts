// Text to lexemes: words stemmed in their language and folded, numbers whole, scripts without blanks in pairs of characters.
// The same text and language always give the same lexemes: deleting a document takes out what adding it put in.
import { stemmerOf } from "./stem";

/** A word, a number, a percent sign, or a run of a script that has no blanks. */
const pattern = new RegExp(
  [
    "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]+",
    "\\d+(?:[.,]\\d+)+",
    "[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*",
    "[%‰]",
  ].join("|"),
  "gu",
);
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A number with its unit written on: 500mg, 10ml, 24h. */
const numberWithUnit = /^(\d+)(mg|mcg|ug|μg|ng|g|kg|ml|l|dl|mmol|nmol|mol|iu|h|hr|hrs|min|s|d|mm|cm|m|km|nm|kda|c|f)$/;
/** Nobody searches for longer ones, and they would not fit an index row: base64, chains of letters. */
const longestLexeme = 64;

/** Lexemes of a text in order, repeats included. `language` is an ISO 639-1 code; without a stemmer for it words stay whole. */
export function tokenise(text: string, language: string | null): string[] {
  const stem = stemmerOf(language);
  const lexemes: string[] = [];
  for (const match of text.normalize("NFKC").toLowerCase().matchAll(pattern)) {
    const token = match[0];
    if (unspaced.test(token)) pushPairs(token, lexemes);
    else if (/^\d+[.,]/.test(token)) lexemes.push(tidyNumber(token));
    else pushWord(token, stem, lexemes);
  }
  return lexemes;
}

function pushWord(token: string, stem: (word: string) => string, lexemes: string[]): void {
  const measured = numberWithUnit.exec(token);
  if (measured?.[1] && measured[2]) {
    lexemes.push(measured[1], measured[2]);
    return;
  }
  const lexeme = fold(stem(token.replaceAll("’", "'")));
  if (lexeme !== "" && lexeme.length <= longestLexeme) lexemes.push(lexeme);
}

/** 1,000 is 1000; 6,2 is 6.2. */
function tidyNumber(token: string): string {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(token) ? token.replaceAll(",", "") : token.replaceAll(",", ".");
  return plain.slice(0, longestLexeme);
}

/** Without accents, points and breathings; after stemming, since stemmers read them. */
function fold(word: string): string {
  const flat = /^[a-z0-9']*$/.test(word)
    ? word
    : word
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replaceAll("ς", "σ")
        .normalize("NFC");
  return flat.replaceAll("'", "");
}

function pushPairs(run: string, lexemes: string[]): void {
  const characters = [...run];
  if (characters.length === 1) lexemes.push(run);
  for (let i = 0; i + 1 < characters.length; i += 1) lexemes.push(`${characters[i]}${characters[i + 1]}`);
}

export type Run = {
  /** UTF-16 offsets in the text as given. */
  readonly start: number;
  readonly end: number;
  /** Of writing without blanks: the pairs of characters it is indexed by, a lone character as itself. */
  readonly pairs: readonly { readonly start: number; readonly end: number }[] | null;
};

/** Where the words of a text stand. `tokenise` of each place gives the lexemes that the whole text has there, save where a compatibility character spells several words. */
export function runsOf(text: string): Run[] {
  return [...text.matchAll(spotting)].map((match) => {
    const run = { start: match.index, end: match.index + match[0].length };
    return { ...run, pairs: unspaced.test(match[0]) ? pairsOf(match[0], run.start) : null };
  });
}

/** The same pattern over text whose capitals are still there. */
const spotting = new RegExp(pattern.source, "giu");

function pairsOf(run: string, start: number): { start: number; end: number }[] {
  const edges = [start];
  for (const character of run) edges.push((edges.at(-1) ?? start) + character.length);
  if (edges.length === 2) return [{ start, end: edges[1] ?? start }];
  return edges.slice(0, -2).map((edge, i) => ({ start: edge, end: edges[i + 2] ?? edge }));
}
