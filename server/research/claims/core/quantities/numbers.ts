// Numbers in digits: separators, decimals, powers of ten, fractions; and the signs that a digit belongs to a name, not to a quantity.

import { findNumberWords } from "./number-words";
import type { NumberToken } from "./types";

const plainNumber = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\u00a0\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?=\s?(?:[kμm]?[gmLl]|%|dollars|euros|pounds|people|patients)\b)|\d+·\d+(?!\s?\d*\s?[·×])|\d+\.\d+|\d+|\.\d+)`;
const power = String.raw`(?:\s?(?:×|x|·|\*)\s?10\s?(?:\^\s?\(?|\*\*)?([−–+-]?\s?\d{1,2})(?![\d.]*\d)\)?|\s?(?:×|x|·|\*)\s?10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[eE]([−+-]?\d{1,3})(?![\w.]))`;
const numberAt = new RegExp(
  `(${plainNumber})(?:${power}|(?:x|×)(\\d)\\^(\\d+)|\\s?([½⅓⅔¼¾⅛⅜⅝⅞])|(?: | and )(\\d)/(\\d{1,2})(?![\\d/])|/(\\d{1,6})(?![\\d/,]|\\.\\d))?|[½⅓⅔¼¾⅛⅜⅝⅞]`,
  "g",
);
const bareTenPower = /10(?:\^\(?([−–-]?\d{1,2})\)?|([−])(\d{1,2})(?!\d)|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/y;
const vulgar: Readonly<Record<string, number>> = {
  "½": 0.5,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 0.25,
  "¾": 0.75,
  "⅛": 0.125,
  "⅜": 0.375,
  "⅝": 0.625,
  "⅞": 0.875,
};
const numerators = new Set([1, 2, 3, 4, 5, 7]);

/** All number tokens of a normalised, masked text, in order, without those that belong to a name. */
export function findNumbers(text: string): NumberToken[] {
  const found: NumberToken[] = [];
  numberAt.lastIndex = 0;
  for (let match = numberAt.exec(text); match; match = numberAt.exec(text)) {
    const token = readNumber(text, match);
    numberAt.lastIndex = token.end;
    if (!belongsToName(text, token)) found.push(signed(text, token));
  }
  for (const word of findNumberWords(text)) {
    if (!found.some((each) => each.start < word.end && word.start < each.end)) found.push(word);
  }
  return joinScaleWords(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

function readNumber(text: string, match: RegExpExecArray): NumberToken {
  const start = match.index;
  const whole = match[1];
  const token = (value: number, length: number, plain = false): NumberToken => ({ start, end: start + length, value, word: false, plain });
  if (whole === undefined) return token(vulgar[match[0]] ?? 0, match[0].length);
  bareTenPower.lastIndex = start;
  const ten = whole === "10" ? bareTenPower.exec(text) : null;
  if (ten) {
    const exponent = ten[1] ?? (ten[3] ? `-${ten[3]}` : raised(ten[4] ?? ""));
    return token(10 ** exponentOf(exponent), ten[0].length);
  }
  const value = plainValue(whole);
  const exponent = match[2] ?? (match[3] ? raised(match[3]) : match[4]);
  if (exponent !== undefined) return token(times10(value, exponentOf(exponent)), match[0].length);
  if (match[5] && match[6]) return token(value * Number(match[5]) ** Number(match[6]), match[0].length);
  if (match[7]) return token(value + (vulgar[match[7]] ?? 0), match[0].length);
  if (match[8] && match[9] && Number(match[8]) < Number(match[9])) return token(value + Number(match[8]) / Number(match[9]), match[0].length);
  if (
    match[10] &&
    Number.isInteger(value) &&
    numerators.has(value) &&
    value < Number(match[10]) &&
    !/^\s?\d/.test(text.slice(start + match[0].length))
  ) {
    return token(value / Number(match[10]), match[0].length);
  }
  return token(value, whole.length, /^\d+$/.test(whole));
}

function plainValue(written: string): number {
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(written)) return Number(written.replaceAll(".", "").replace(",", "."));
  return Number(written.replace(/[,\u00a0 ]/g, "").replace("·", "."));
}

function exponentOf(written: string): number {
  return Number(written.replace(/[−–]/, "-").replace(/[\s()]/g, ""));
}

// 6.2 × 10^-3 must be the number that "0.0062" reads as.
function times10(value: number, exponent: number): number {
  return Number(`${value}e${exponent}`);
}

function raised(written: string): string {
  return written.replace(/./gu, (sign) => (sign === "⁻" ? "-" : sign === "⁺" ? "" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))));
}

// A minus is a sign only after the start, a blank, a bracket or an operator.
function signed(text: string, token: NumberToken): NumberToken {
  const sign = text.charAt(token.start - 1);
  const before = text.charAt(token.start - 2);
  const isMinus = (sign === "−" || sign === "-" || sign === "–") && (before === "" || /[\s([{=<>≤≥~≈±∼,/:;$€£]/.test(before));
  if (isMinus && !(sign !== "−" && /[\d%] $/.test(text.slice(Math.max(0, token.start - 4), token.start - 1)))) {
    return { ...token, start: token.start - 1, value: -token.value, plain: false };
  }
  if (sign === "−" && text.charAt(token.start - 2) === " " && text.charAt(token.start) === " ") return token;
  return sign === "+" && (before === "" || /[\s([=]/.test(before)) ? { ...token, start: token.start - 1, plain: false } : token;
}

function belongsToName(text: string, token: NumberToken): boolean {
  const left = text.slice(Math.max(0, token.start - 4), token.start);
  const right = text.slice(token.end, token.end + 16);
  if (/[\p{L}_#@]$/u.test(left) && !/(?:^|[^\p{L}])(?:US|Rs|x)$/u.test(left)) return true;
  if (/[\p{L}\d][-–]$/u.test(left) && /[\p{L}][-–]$/u.test(left) && !/(?:sub|mid|pre|ost|ver|non|der|out)-$/i.test(left)) return true;
  if (/[\p{L}\d]\.$/u.test(left) && /\d\.$/.test(left)) return true;
  if (/^\d/.test(right)) return true;
  // Isotopes and formulas: 13C, 2H, 18O.
  if (/^(?:st|nd|rd|th)\b/.test(right)) return true;
  if (/^[θφψαβγδεωΔΛλ]/.test(right)) return true;
  if (/^[A-Z]{1,2}[a-z]?(?:[\d−+-]|\/\d+[A-Z])/.test(right) && token.plain && !/^[A-Z]{1,2}[a-z]?[−-]\d?\s?$/.test(right.slice(0, 4))) return true;
  if (/^\ue000/.test(right) || /\ue000$/.test(left)) return true;
  return isInEquation(left, right);
}

function isInEquation(left: string, right: string): boolean {
  if (/(?:^|[\s(])[a-zA-Z] ?[+*/^] ?$/.test(left) || /(?:^|[\s(])[a-zA-Z] [−-] $/.test(left)) return true;
  return /^ ?[+*^] ?[a-zA-Z](?![a-zA-Z])/.test(right) || /^[a-zA-Z](?:\s?[=+])/.test(right);
}

// "$13,009 million", "5k miles", "20e9".
function joinScaleWords(text: string, tokens: NumberToken[]): NumberToken[] {
  const sizes: Readonly<Record<string, number>> = {
    hundred: 2,
    thousand: 3,
    million: 6,
    mln: 6,
    mn: 6,
    billion: 9,
    bn: 9,
    trillion: 12,
    dozen: 0,
    k: 3,
  };
  const joined: NumberToken[] = [];
  for (const token of tokens) {
    const previous = joined.at(-1);
    if (previous && token.start < previous.end) continue;
    const after =
      /^(?:[ \u00a0-]?(hundred|thousand|million|mln|mn|billion|bn|trillion|dozen)\b|(k)(?= (?:miles|people|users|dollars|euros|words|steps|followers)\b))/i.exec(
        text.slice(token.end, token.end + 12),
      );
    const size = after ? sizes[(after[1] ?? after[2] ?? "").toLowerCase()] : undefined;
    if (after && size !== undefined && !token.word) {
      joined.push({
        ...token,
        end: token.end + after[0].length,
        value: after[1] === "dozen" ? token.value * 12 : times10(token.value, size),
        plain: false,
      });
    } else joined.push(token);
  }
  return joined;
}
