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

const pattern =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{M}°][\p{L}\p{M}\p{N}]*(?:\.(?=\p{Ll}{2})[\p{Ll}]+)*(?:'[\p{L}]+)*(?:\^-?\d+)?)|(<=|>=|\^-?\d+|[^\s\p{L}\p{N}\p{M}])/gu;

function wordStem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower.endsWith("s'") ? lower.slice(0, -1) : lower;
  return stemOf(base.includes(".") ? base.replaceAll(".", "") : base.replaceAll("'", ""));
}

/** Tokens of a normalised sentence, in order. Numbers lose their thousands commas in `stem`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    const [written, digits, word] = m;
    const start = m.index;
    const before = tokens.at(-1);
    const glued = before !== undefined && before.end === start;
    const hyphenBefore = glued && before?.text === "-" && before.glued;
    if (word !== undefined) {
      const lower = word.toLowerCase();
      // "US", "WHO" and "IT" are names, not pronouns.
      const stop = stopWords.has(lower) && (word.length === 1 || word === lower || word !== word.toUpperCase());
      tokens.push({
        kind: "word",
        text: word,
        lower,
        stem: stop ? lower : wordStem(lower),
        stop,
        start,
        end: start + word.length,
        glued,
        hyphenBefore,
      });
      continue;
    }
    const kind = digits === undefined ? "mark" : "number";
    const stem = digits === undefined ? written : written.replaceAll(",", "");
    tokens.push({ kind, text: written, lower: written, stem, stop: false, start, end: start + written.length, glued, hyphenBefore });
  }
  return tokens;
}
