// Reads a unit expression as prose prints it ("ng·h/mL", "mL/min/1.73 m2", "kg s−1", "mg/kg per day") and gives its UCUM code.
// Works on normalised text (normalise.ts), so that an offset here is an offset in the original.
import { letterSymbols, unitSymbols, weakSymbols } from "./unit-symbols";
import { countedNouns, unitWords } from "./unit-words";

export type ScannedUnit = {
  end: number;
  code: string;
  /** A single letter or word that is a unit only when attached to its number. */
  weak: boolean;
  /** A letter that names a part or a series after a small whole number. */
  letter: boolean;
  /** A full word such as "hours", which may also be an ordinary noun. */
  word: boolean;
};
type Factor = {
  end: number;
  code: string;
  exponent: number;
  symbol: string;
  word: boolean /** The next symbol follows without a gap. */;
  joined?: true;
};

const tokenAt = /[A-Za-zμΩÅσ]+|°\s?[CFKNSEW](?![A-Za-z])|[%‰°℃℉×]/y;
const phraseAt = /(?:%|[A-Za-z]+\.?)(?:[ -]?(?:\([wv]\/[wv]\)|[wv]\/[wv](?![A-Za-z])|%|[A-Za-z]+(?:2O)?)){1,2}/y;
const exponentAt =
  /\^\(?([-−+]?\d{1,2})\)?|([⁻]?[¹²³⁴⁵⁶⁷⁸⁹]+)|\s?[−]\s?([1-6])(?![\d.,]\d|\d)|-([1-4])(?![\d.%-]|\s?[A-Za-z]*[/])|([2-4])(?![\dA-Za-z]|\.\d)/y;
// A word takes only a raised minus ("Mg ha−1 year−1"): a digit behind it belongs to what follows.
const wordExponentAt = /\^\(?([-−]\d)\)?|(⁻[¹²³⁴])|\s?[−]\s?([1-3])(?![\d.,]\d|\d)/y;
const productAt = /\s?[·*×]\s?|\.(?=[A-Za-zμ])|-(?=[A-Za-zμ])/y;
const divisionAt = /\s?\/\s?|\s(?:per|for each)\s(?!(?:cent|oral|os|se|rectal)\b)/y;
const divisorNumberAt = /(\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)(?:\s?\^\s?(\d)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\s?(million|thousand|billion)?\s?/y;
const bodySurfaceAt = /[\s(]*1[.·]73\s?m(?:\^2|2|²)\)?(?![\d])/y;
const bodySurfaceCode = "{1.73_m2}";
const powers: Readonly<Record<string, number>> = { square: 2, sq: 2, "sq.": 2, cubic: 3, cu: 3 };

/** The longest unit expression that starts exactly at `at`, or null. `alone` false forbids counted nouns as a first factor. */
export function scanUnit(text: string, at: number): ScannedUnit | null {
  const first = factorAt(text, at) ?? countedAt(text, at) ?? reciprocalAt(text, at);
  if (!first) return null;
  const above: string[] = [];
  const below: string[] = [];
  place(first, above, below, false);
  let end = first.end;
  let joined = first.joined === true;
  let factors = 1;
  for (let guard = 0; guard < 8; guard++) {
    const next = nextFactor(text, end, joined);
    if (!next) break;
    joined = next.factor.joined === true;
    place(next.factor, above, below, next.divides);
    end = next.factor.end;
    factors++;
  }
  const alone = factors === 1 && first.exponent === 1;
  if (
    alone &&
    /^\{[a-z]/.test(first.code) &&
    (countedNouns.has(first.symbol.toLowerCase()) || first.code === `{${first.symbol}}`) &&
    first.symbol !== "bp"
  )
    return null;
  // Degrees on a scale do not divide; a rate of them is one of kelvins.
  const code = enzymeOrArbitrary(
    alone ? join(above, below) : join(above, below).replace(/\bCel\b|\[degF\]/g, (each) => (each === "Cel" ? "K" : each)),
    alone,
  );
  return { end, code, weak: alone && weakSymbols.has(first.symbol), letter: alone && letterSymbols.has(first.symbol), word: alone && first.word };
}

function nextFactor(text: string, at: number, joined: boolean): { factor: Factor; divides: boolean } | null {
  const surface = match(bodySurfaceAt, text, afterDivision(text, at) ?? at);
  if (surface) return { factor: { end: bodySurfaceAt.lastIndex, code: bodySurfaceCode, exponent: 1, symbol: "", word: false }, divides: true };
  const divided = afterDivision(text, at);
  if (divided !== null) {
    const factor = divisorAt(text, divided);
    return factor ? { factor, divides: true } : null;
  }
  if (match(productAt, text, at)) {
    const factor = factorAt(text, productAt.lastIndex);
    if (factor && !(factor.word && text.charAt(at) === "-" && factor.symbol.toLowerCase() === "a")) return { factor, divides: false };
    return null;
  }
  // Two units with only a blank between them are a product only when the second is divided by: "mmol L-1".
  const blank = joined ? factorAt(text, at) : /^\s/.test(text.charAt(at)) ? factorAt(text, at + 1) : null;
  return blank && blank.exponent < 0 ? { factor: blank, divides: false } : null;
}

function afterDivision(text: string, at: number): number | null {
  return match(divisionAt, text, at) ? divisionAt.lastIndex : null;
}

function divisorAt(text: string, at: number): Factor | null {
  if (text.charAt(at) === "(") {
    const inner = scanUnit(text, at + 1);
    // Inside a bracket a blank is a product: "J/(g K)".
    const second = inner && text.charAt(inner.end) === " " ? factorAt(text, inner.end + 1) : null;
    if (inner && second && text.charAt(second.end) === ")" && second.exponent > 0)
      return {
        end: second.end + 1,
        code: `(${inner.code}.${second.code}${second.exponent === 1 ? "" : second.exponent})`,
        exponent: 1,
        symbol: "",
        word: false,
      };
    if (inner && text.charAt(inner.end) === ")") return { end: inner.end + 1, code: `(${inner.code})`, exponent: 1, symbol: "", word: false };
  }
  const number = match(divisorNumberAt, text, at);
  if (!number) return factorAt(text, at) ?? countedAt(text, at) ?? nounAfterPer(text, at);
  const start = divisorNumberAt.lastIndex;
  const factor = factorAt(text, start) ?? countedAt(text, start);
  if (!factor) return null;
  const amount = divisorAmount(number);
  return { ...factor, code: amount === "1" ? factor.code : `(${amount}.${factor.code}${factor.exponent === 1 ? "" : factor.exponent})`, exponent: 1 };
}

function divisorAmount(number: RegExpExecArray): string {
  const power = number[2] ?? (number[3] ? fromRaised(number[3]) : "");
  const plain = (number[1] ?? "1").replace(/[, ]/g, "");
  const base = power !== "" && plain === "10" ? `10*${power}` : plain;
  const word = number[4] ? { million: "10*6", thousand: "10*3", billion: "10*9" }[number[4]] : undefined;
  if (word !== undefined) return base === "1" ? word : `${base}.${word}`;
  return base.includes(".") ? base.replace(/\..*$/, "") : base;
}

function factorAt(text: string, at: number): Factor | null {
  const power = /(?:square|sq\.?|cubic|cu) /y;
  const raised = match(power, text, at);
  const start = raised ? power.lastIndex : at;
  const named = symbolAt(text, start);
  if (!named) return null;
  let end = named.end;
  let exponent = raised ? (powers[raised[0].trim()] ?? 1) : 1;
  const pattern = named.word ? wordExponentAt : exponentAt;
  const written = match(pattern, text, end);
  if (written && !(named.symbol === "a" && written[4])) {
    exponent *=
      Number(written[1] ?? (written[2] ? fromRaised(written[2]) : written[3] ? `-${written[3]}` : written[4] ? `-${written[4]}` : written[5]) ?? 1) ||
      1;
    if (!written[1] || Math.abs(exponent) < 13) end = pattern.lastIndex;
  } else {
    const spelled = match(/ (squared|cubed)(?![a-z])/y, text, end);
    if (spelled) {
      exponent = spelled[1] === "squared" ? 2 : 3;
      end += spelled[0].length;
    }
  }
  if (named.joined) return { ...named, exponent };
  return /[A-Za-z\d]/.test(text.charAt(end)) && /[A-Za-z\d]/.test(text.charAt(end - 1)) ? null : { ...named, end, exponent };
}

function symbolAt(text: string, at: number): Omit<Factor, "exponent"> | null {
  const phrase = match(phraseAt, text, at)?.[0] ?? "";
  for (let words = phrase; words !== ""; words = shorter(words)) {
    const code = unitWords.get(words.toLowerCase());
    const wordEnds = !/[A-Za-z]/.test(text.charAt(at + words.length)) || !/[A-Za-z]$/.test(words);
    if (code && wordEnds) return { end: at + words.length, code, symbol: words, word: true };
  }
  const token = match(tokenAt, text, at)?.[0];
  if (token === undefined) return null;
  const symbol = token.startsWith("°") ? token.replace(/\s/g, "") : token;
  const dotted = /^[Ii]$/.test(symbol) ? match(/[Ii]\.\s?[Uu]\.?/y, text, at)?.[0] : undefined;
  if (dotted) return { end: at + dotted.length, code: "[iU]", symbol: "IU", word: false };
  const code = unitSymbols.get(symbol);
  if (code) return { end: at + token.length, code, symbol, word: false };
  const joined = joinedSymbols(text, at, symbol);
  if (joined) return joined;
  const word = unitWords.get(symbol.toLowerCase());
  return word ? { end: at + token.length, code: word, symbol, word: true } : null;
}

// "8.8 mWm−2", "3 mgL−1": two symbols without a sign between them, where the second is divided by. The first is read here, the second follows.
function joinedSymbols(text: string, at: number, symbol: string): Omit<Factor, "exponent"> | null {
  const divisor = /(?:m|cm|km|s|h|d|min|L|mL|l|ml|kg|g|mol|K|Pa|V|ha)$/.exec(symbol)?.[0];
  if (divisor === undefined || divisor.length === symbol.length) return null;
  if (!/^(?:[−⁻]|-\d|\^[-−])/.test(text.slice(at + symbol.length, at + symbol.length + 2))) return null;
  for (const length of divisor === "min" ? [3] : [divisor.length, 1]) {
    const code = unitSymbols.get(symbol.slice(0, -length));
    if (code && unitSymbols.has(symbol.slice(-length)))
      return { end: at + symbol.length - length, code, symbol: symbol.slice(0, -length), word: false, joined: true };
  }
  return null;
}

function shorter(words: string): string {
  const cut = Math.max(words.lastIndexOf(" "), words.lastIndexOf("-"));
  return cut <= 0 ? "" : words.slice(0, cut);
}

function countedAt(text: string, at: number): Factor | null {
  const token = match(/[A-Za-z]+/y, text, at)?.[0];
  // Any plural noun directly before a stroke is counted: "stems/ha".
  const plural = token && /^[a-z]{3,}s$/.test(token) && /^\/[A-Za-zμ]/.test(text.slice(at + token.length, at + token.length + 2)) ? token : undefined;
  const noun = token ? (countedNouns.get(token.toLowerCase()) ?? plural) : undefined;
  return token && noun ? { end: at + token.length, code: `{${noun}}`, exponent: 1, symbol: token, word: true } : null;
}

// "5 mm per side": whatever is counted after "per" is an annotation.
function nounAfterPer(text: string, at: number): Factor | null {
  if (!/\sper $/.test(text.slice(Math.max(0, at - 5), at))) return null;
  const noun = match(/[a-z]{4,14}(?![\w-])/y, text, at)?.[0];
  if (noun === undefined || /^(?:protocol|cent|annum|mouth|rectum|guideline|hundred|thousand|million|billion)$/.test(noun)) return null;
  return { end: at + noun.length, code: `{${noun}}`, exponent: 1, symbol: noun, word: true };
}

function reciprocalAt(text: string, at: number): Factor | null {
  const divided = match(/\/\s?/y, text, at);
  if (!divided) return null;
  // Of the numbers below a bare stroke only round ones are units' own: "5 /100 mL", but not "120/80 mmHg".
  if (!/^(?:[A-Za-zμ]|100+\b(?!\s?%)|10\^|24 ?h)/.test(text.slice(at + divided[0].length, at + divided[0].length + 12))) return null;
  const factor = divisorAt(text, at + divided[0].length);
  return factor ? { ...factor, exponent: -factor.exponent } : null;
}

function place(factor: Factor, above: string[], below: string[], divides: boolean): void {
  const exponent = divides ? -factor.exponent : factor.exponent;
  const target = exponent < 0 ? below : above;
  const size = Math.abs(exponent);
  const compound = /[./]/.test(factor.code.replace(/\{[^}]*\}/g, "")) && !/^\(.*\)$/.test(factor.code);
  const code = compound && (target === below || size > 1) ? `(${factor.code})` : factor.code;
  if (size === 1) target.push(code);
  else if (/[({\]%]|\d$/.test(code)) for (let each = 0; each < Math.min(size, 6); each++) target.push(code);
  else target.push(`${code}${size}`);
}

function join(above: string[], below: string[]): string {
  const top = above.filter((code) => code !== "1" || above.length === 1).join(".");
  return (top === "1" && below.length > 0 ? "" : top) + below.map((code) => `/${code}`).join("");
}

// A unit of activity stands over a volume, a mass or a time ("U/L"); alone, "100 U" is a quantity whose unit only its substance defines.
function enzymeOrArbitrary(code: string, alone: boolean): string {
  if (alone && /^[kmu]?U$/.test(code)) return code.replace("U", "[arb'U]");
  return code;
}

function fromRaised(raised: string): string {
  return raised.replace(/./gu, (sign) => (sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))));
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
