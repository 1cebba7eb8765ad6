// A text as stretches of words that may be a phrase together, in scripts with blanks between words and in scripts without.
import { functionWords } from "./function-words";

/** A verse is a reference, not a word: "Rom 8:28", "1 Cor 13:4". */
const verse = /(?:\b[1-3]\s)?\b\p{L}+\.?\s\d{1,3}:\d{1,3}/gu;
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[\p{L}\p{M}\p{N}]+(?:[-'\u2019\u05f3\u05f4"][\p{L}\p{M}]+)*|\n|[^\s\p{L}\p{M}\p{N}]+/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Kana alone are mostly endings and particles. */
const kana = /^\p{Script=Hiragana}+$/u;
/** Points and vowel signs are no letters of their own, and not every text has them. */
const points = /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const words = new Intl.Segmenter("und", { granularity: "word" });
/** A line is cut at a time, and of one without end only so much. */
const longestRun = 2_000;

/** Stretches of words without a function word, a number or a mark between them. */
export function* wordRuns(text: string): Generator<string[]> {
  let run: string[] = [];
  for (const [piece] of text.replace(verse, " , ").matchAll(pieces)) {
    for (const word of unspaced.test(piece) ? segments(piece) : [piece]) {
      if (isTelling(word)) run.push(word);
      else if (run.length > 0) {
        yield run;
        run = [];
      }
    }
  }
  if (run.length > 0) yield run;
}

/** Words as they are written together: with blanks between them where their script has any. */
export function phraseOf(run: readonly string[]): string {
  return run.reduce((phrase, word) => (phrase === "" ? word : `${phrase}${unspaced.test(word) && unspaced.test(phrase) ? "" : " "}${word}`), "");
}

function* segments(piece: string): Generator<string> {
  for (let at = 0; at < piece.length; at += longestRun) for (const { segment } of words.segment(piece.slice(at, at + longestRun))) yield segment;
}

function isTelling(word: string): boolean {
  const letters = [...word.replace(points, "")].length;
  if (unspaced.test(word)) return letters >= 2 && !kana.test(word) && !functionWords.has(word);
  return /^\p{L}/u.test(word) && !/\p{N}/u.test(word) && letters >= 3 && !functionWords.has(word.replace(points, "").toLowerCase());
}
