// Numbers in digits: separators, decimals, powers of ten, fractions; and the signs that a digit belongs to a name, not to a quantity.

import { findNumberWords } from "./number-words";
import type { NumberToken } from "./types";

const plainNumber = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\u00a0\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?=\s?(?:[kμm]?[gmLl]|%|dollars|euros|pounds|people|patients)\b)|\d+·(?!10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻^])\d+(?!\s?\d*\s?[·×])|\d+\.\d+|\d+|\.\d+)`;
const power = String.raw`(?:\s?(?:×|x|·|\*)\s?10\s?(?:\^\s?\(?|\*\*)?([−–+-]?\s?\d{1,2})(?![\d.]*\d)\)?|\s?(?:×|x|·|\*)\s?10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[eE]([−+-]?\d{1,3})(?![\w.]))`;
const numberAt = new RegExp(
  `(${plainNumber})(?:${power}|(?:x|×)(\\d)\\^(\\d+)|\\s?([½⅓⅔¼¾⅛⅜⅝⅞])|(?: | and )(\\d)/(\\d{1,2})(?![\\d/])|/(\\d{1,6})(?![\\d/,]|\\.\\d)|:(\\d{1,6})(?![\\d:]))?|[½⅓⅔¼¾⅛⅜⅝⅞]`,
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
    const read = readNumber(text, match);
    const shared = sharedPower(text, read);
    spreadPower(text, found, match, read);
    const token = shared ? { ...read, end: shared.end, value: times10(read.value, shared.exponent), plain: false } : read;
    numberAt.lastIndex = token.end;
    if (belongsToName(text, token)) continue;
    if (shared) {
      for (const [index, before] of found.entries())
        if (before.start > shared.from) found[index] = { ...before, value: times10(before.value, shared.exponent), plain: false };
    }
    found.push(signed(text, token));
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
  if (match[11] && Number(match[11]) > 0) return token(value / Number(match[11]), match[0].length);
  return token(value, whole.length, /^\d+$/.test(whole));
}

const powerBehind = /^(?:\)\s?[×x]\s?10|\s?\([×x]\s?10)(?:\^?\(?([−–-]\s?\d{1,2})\)?|\^(\d{1,2})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))\)?/;

// "(0.28–0.42)×10−10 m", "3.5–6.1 (×10−4) wt%": one power for every number inside or of the range. `from` is where they begin.
function sharedPower(text: string, token: NumberToken): { end: number; exponent: number; from: number } | null {
  const match = powerBehind.exec(text.slice(token.end, token.end + 24));
  if (!match) return null;
  const exponent = exponentOf(match[1] ?? match[2] ?? raised(match[3] ?? ""));
  const closed = match[0].startsWith(")");
  const open = text.lastIndexOf("(", token.start);
  if (closed && (open < 0 || !/^\([−-]?[\d.]+(?:\s?[–—±-]\s?[\d.]*)?$/.test(text.slice(open, token.start)))) {
    if (text.charAt(token.start - 1) !== "(") return null;
  }
  const range = /[\d.]+\s?[–—-]\s?$/.exec(text.slice(Math.max(0, token.start - 20), token.start))?.[0].length ?? 0;
  return { end: token.end + match[0].length, exponent, from: closed ? open : token.start - range - 1 };
}

/** "4.5–11 ×10⁹/L": the power behind the upper end holds for the lower as well. */
function spreadPower(text: string, found: NumberToken[], match: RegExpExecArray, token: NumberToken): void {
  const before = found.at(-1);
  const written = match[2] ?? (match[3] ? raised(match[3]) : undefined);
  if (written === undefined || !before || before.word || !/^\s?[–—-]\s?$/.test(text.slice(before.end, token.start))) return;
  if (before.value >= plainValue(match[1] ?? "0")) return;
  found[found.length - 1] = { ...before, value: times10(before.value, exponentOf(written)), plain: false };
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
  const worded = /(?<=^|[\s(])minus $/.exec(text.slice(Math.max(0, token.start - 7), token.start));
  if (worded && !/[\d%)] minus $/.test(text.slice(Math.max(0, token.start - 9), token.start)))
    return { ...token, start: token.start - 6, value: -token.value, plain: false };
  const isMinus = (sign === "−" || sign === "-" || sign === "–") && (before === "" || /[\s([{=<>≤≥~≈±∼,/:;$€£]/.test(before));
  if (isMinus && !(sign !== "−" && /[\d%] $/.test(text.slice(Math.max(0, token.start - 4), token.start - 1)))) {
    return { ...token, start: token.start - 1, value: -token.value, plain: false };
  }
  if (sign === "−" && text.charAt(token.start - 2) === " " && text.charAt(token.start) === " ") return token;
  return sign === "+" && (before === "" || /[\s([=]/.test(before)) ? { ...token, start: token.start - 1, plain: false } : token;
}

function belongsToName(text: string, token: NumberToken): boolean {
  const left = text.slice(Math.max(0, token.start - 24), token.start);
  const right = text.slice(token.end, token.end + 16);
  if (/^[’']?s\b/.test(right) && token.plain && token.value % 10 === 0 && token.value < 100 && /\b(?:the|early|late|mid)[ -][’']?$/i.test(left))
    return true;
  return isGluedLeft(left, text.charAt(token.start)) || isGluedRight(right, token) || isDefined(right, token) || isInEquation(left, right);
}

function isGluedLeft(left: string, first: string): boolean {
  if (/[\p{L}_#@]$/u.test(left)) return !/(?:^|[^\p{L}])(?:US|Rs|x)$/u.test(left);
  if (/[)\]}\ue000]$/.test(left)) return true;
  if (first === "." && /[\p{L}\p{N}]$/u.test(left)) return true;
  if (/\d\.$/.test(left) || /\p{L}[\w.]*\/$/u.test(left) || /\{$/.test(left)) return true;
  // "IL-6", "mol−1", "TRA-1-60"; but "5mg-10mg" is a range and "sub-10 nm" a bound.
  const word = /[\p{L}\p{N}.,%°/]+(?:[-–−]\d+)?[-–−]$/u.exec(left)?.[0] ?? "";
  if (!/\p{L}/u.test(word) || /^[\d.,]+\s?[\p{L}%°/]+[-–−]$/u.test(word)) return false;
  return !/^(?:sub|mid|pre|post|over|under|non|about|nearly|up|to|from|of)-$/i.test(word);
}

const isotope =
  /^(?:2H|3H|1[1-4]C|1[345]N|1[5-8]O|1[28]F|3[1-3]P|1[268]S|2[38]S|3[245]S|12[345]I|131I|23[3458]U|20[678]Pb|4[01]Ar|39Ar|87Sr|86Sr)(?![a-z])/;

function isGluedRight(right: string, token: NumberToken): boolean {
  if (/^(?:\d|st\b|nd\b|rd\b|th\b|\ue000|\})/.test(right)) return true;
  if (/^[θφψαβγδεωΔΛλσ]/.test(right)) return true;
  if (/^\/\d+[a-z]/.test(right) || /^,\d+(?:,\d+)*-[A-Za-z]/.test(right)) return true;
  if (token.plain && isotope.test(`${token.value}${right}`)) return true;
  return token.plain && /^[A-Z]{1,2}[a-z]?(?:[\d−+-]|\/\d+[A-Z])/.test(right) && !/^[A-Z]{1,2}[a-z]?[−-]\d?\s?$/.test(right.slice(0, 4));
}

// "1 = 1–2 days" explains a code.
function isDefined(right: string, token: NumberToken): boolean {
  return token.plain && token.value < 100 && /^\s?=\s/.test(right);
}

function isInEquation(left: string, right: string): boolean {
  if (/[\p{L})][+^]$/u.test(left) || /(?:^|[\s(=])[a-zA-Z][−-]$/.test(left) || /Δ\/$/.test(left)) return true;
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
