// The number that begins at a token: digits, number words, powers of ten and multipliers, with the precision it was written with.
import { cardinals, fractionWords, multipliers, ordinalWords } from "./number-words";
import type { Token } from "./tokens";

export type ReadNumber = {
  value: number;
  /** Digits after the decimal point as written, in units of `scale`. */
  decimals: number;
  /** Multiplier word: 1.2 million has scale 1e6. */
  scale: number;
  /** Written in words. */
  inWords: boolean;
  ordinal: boolean;
  /** "1990s". */
  decade: boolean;
  fraction: boolean;
  /** Index of the first token that is not part of the number. */
  to: number;
};

function plain(value: number, to: number, more: Partial<ReadNumber> = {}): ReadNumber {
  return { value, decimals: 0, scale: 1, inWords: false, ordinal: false, decade: false, fraction: false, to, ...more };
}

function readDigits(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const value = Number(token.stem);
  const decimals = token.stem.split(".")[1]?.length ?? 0;
  let to = at + 1;
  const next = tokens[to];
  if (next?.glued && /^(?:st|nd|rd|th)$/.test(next.lower)) return plain(value, to + 1, { ordinal: true });
  if (next?.glued && next.lower === "s" && value % 10 === 0 && value >= 1000) return plain(value, to + 1, { decade: true });
  if (next?.lower === "'" && tokens[to + 1]?.glued && tokens[to + 1]?.lower === "s" && value % 10 === 0 && value >= 1000)
    return plain(value, to + 2, { decade: true });
  const power = readPower(tokens, at);
  if (power) return plain(value * power.factor, power.to, { decimals, scale: power.factor });
  let scale = 1;
  const word = next?.text === "-" ? tokens[to + 1] : next;
  const multiplier = word ? multiplierOf(word) : undefined;
  if (word && multiplier !== undefined) {
    scale = multiplier;
    to = tokens.indexOf(word, to) + 1;
    const second = tokens[to];
    const more = second ? multipliers.get(second.lower) : undefined;
    if (more !== undefined) {
      scale *= more;
      to++;
    }
  }
  return plain(value * scale, to, { decimals, scale });
}

function multiplierOf(word: Token): number | undefined {
  if (word.glued && word.text === "k") return 1e3;
  return multipliers.get(word.lower);
}

/** "5 x 10^6" and "10^6": the power of ten that follows the number at `at`. */
function readPower(tokens: readonly Token[], at: number): { factor: number; to: number } | null {
  const times = tokens[at + 1];
  const exponentOf = (index: number): number | null => {
    const mark = tokens[index];
    return mark?.glued && /^\^-?\d+$/.test(mark.text) ? Number(mark.text.slice(1)) : null;
  };
  if (times && /^[x×*]$/i.test(times.text) && tokens[at + 2]?.text === "10") {
    const exponent = exponentOf(at + 3);
    if (exponent !== null) return { factor: 10 ** exponent, to: at + 4 };
  }
  if (tokens[at]?.text === "10") {
    const exponent = exponentOf(at + 1);
    if (exponent !== null) return { factor: 10 ** (exponent - 1), to: at + 2 };
  }
  return null;
}

function readWords(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = tokens[at];
  if (first?.kind !== "word") return null;
  const ordinal = ordinalWords.get(first.lower);
  const share = fractionWords.get(first.lower);
  if (ordinal !== undefined && share !== undefined && tokens[at - 1]?.lower === "a" && tokens[at + 1]?.lower === "of")
    return plain(share, at + 1, { fraction: true, inWords: true, decimals: 2 });
  if (ordinal !== undefined) return plain(ordinal, at + 1, { ordinal: true, inWords: true });
  const fraction = fractionWords.get(first.lower);
  if (fraction !== undefined) return plain(fraction, at + 1, { fraction: true, inWords: true, decimals: 2 });
  let total = cardinals.get(first.lower);
  if (total === undefined) return null;
  let to = at + 1;
  let scale = 1;
  if (total >= 20 && total < 100) {
    const skip = tokens[to]?.text === "-" ? 1 : 0;
    const digit = cardinals.get(tokens[to + skip]?.lower ?? "");
    if (digit !== undefined && digit > 0 && digit < 10) {
      total += digit;
      to += skip + 1;
    }
  }
  for (let next = tokens[to]; next; next = tokens[to]) {
    const skip = next.text === "-" ? 1 : 0;
    const factor = multipliers.get(tokens[to + skip]?.lower ?? "");
    if (factor === undefined) break;
    total *= factor;
    scale *= factor;
    to += skip + 1;
  }
  const parts = tokens[to]?.text === "-" ? tokens[to + 1] : tokens[to];
  const part = parts ? fractionWords.get(parts.lower) : undefined;
  if (parts && part !== undefined && total < 10)
    return plain(total * part, tokens.indexOf(parts, to) + 1, { fraction: true, inWords: true, decimals: 2 });
  return plain(total, to, { inWords: true, scale });
}

/** The number that begins at token `at`, or null. "a million" begins at "million" with value 1e6. */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") return readDigits(tokens, at);
  const read = readWords(tokens, at);
  if (read) return read;
  const factor = multipliers.get(token.lower);
  return factor !== undefined && /^an?$/.test(tokens[at - 1]?.lower ?? "") ? plain(factor, at + 1, { inWords: true, scale: factor }) : null;
}
