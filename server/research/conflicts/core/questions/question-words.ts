// The words of a question and of a text, with what they are compared by.
import { foldAccents, stemOf } from "@/server/research/synthesis/core/gate/stem";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";
import { familiesOf } from "./families";

const asking = new Set(
  "what which who whom whose when where why how many much long tall old far high big large deep fast heavy often is are was were did does do has have had can could will would should name kind type sort year date month day place first many exactly normal recommended main usual".split(
    " ",
  ),
);

export type Word = {
  readonly text: string;
  /** The stem without accents. */
  readonly key: string;
  /** The stem and the families it belongs to. */
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
};

/** Words and numbers of a text in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map((match) => {
    // "Haemoglobin" and "hemoglobin", "oesophagus" and "esophagus".
    const plain = foldAccents(match[0].toLowerCase().replace(/['’]s$/, "")).replace(/[ao]e(?=[\p{L}]{3})/gu, "e");
    const key = stemOf(plain);
    return { text: match[0], key, keys: [key, ...familiesOf(key).map((name) => `~${name}`)], start: match.index, end: match.index + match[0].length };
  });
}

export function isContent(word: Word): boolean {
  return !stopWords.has(word.text.toLowerCase()) && !asking.has(word.text.toLowerCase());
}

export const isIn = (word: Word, keys: ReadonlySet<string>): boolean => word.keys.some((key) => keys.has(key));
