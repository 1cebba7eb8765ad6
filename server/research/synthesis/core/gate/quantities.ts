// The quantities of one sentence: value, precision, unit, comparator and what kind of number it is. Smaller and faster than the claim parser.
import { type Comparator, comparatorAt } from "./comparators";
import { type ReadNumber, readNumber } from "./numbers";
import { readSchedule, type Schedule, scheduleUnit } from "./schedules";
import type { Token } from "./tokens";
import { ambiguousUnits, perUnit, type Unit, unitOf } from "./units";

export type QuantityKind = "plain" | "year" | "decade" | "ordinal" | "code";

export type Quantity = {
  kind: QuantityKind;
  value: number;
  decimals: number;
  scale: number;
  unit: Unit | null;
  comparator: Comparator | null;
  inWords: boolean;
  fraction: boolean;
  /** Token range, unit included. */
  from: number;
  to: number;
  /** End of the number itself, before its unit. */
  numberTo: number;
  /** The letters a code number hangs on, lower case: "gpt" of GPT-4. */
  prefix: string | null;
  /** As written with its unit. */
  text: string;
};

const currencySigns = new Set(["$", "£", "€", "¥", "₹"]);
const listJoints = new Set([",", "-", "/", "~", "±", "and", "or", "to", "through", "vs", "versus", "x"]);

/** Quantities in order of their place. `text` is the sentence the tokens were cut from. */
export function findQuantities(text: string, tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token?.numeric) continue;
    const schedule = readSchedule(tokens, at);
    if (schedule !== null) {
      found.push(scheduled(text, tokens, schedule));
      at = schedule.to - 1;
      continue;
    }
    if (isCommonUse(tokens, at)) continue;
    const number = readNumber(tokens, at);
    if (!number) continue;
    const quantity = build(text, tokens, at, number);
    if (quantity === null) continue;
    found.push(quantity);
    at = quantity.to - 1;
  }
  passUnitsAlong(text, tokens, found);
  return found;
}

function scheduled(text: string, tokens: readonly Token[], { value, from, to }: Schedule): Quantity {
  const number = { value, decimals: 6, scale: 1, inWords: false, ordinal: false, decade: false, fraction: false, to };
  return quantityOf(text, tokens, from, number, { unit: scheduleUnit, to });
}

function build(text: string, tokens: readonly Token[], at: number, number: ReadNumber): Quantity | null {
  const token = tokens[at];
  if (!token) return null;
  const after = tokens[number.to];
  const prefix = codePrefix(tokens, at);
  const gluedWord = after?.glued && after.kind === "word" && !after.hyphenBefore ? after : undefined;
  const sign = tokens[at - 1];
  const money = sign && currencySigns.has(sign.text) ? unitOf(sign.text) : null;
  const read = money ? moneyMultiplier(number, gluedWord) : number;
  const read2 = read.to;
  const unit = money ? { unit: money, to: read2 } : readUnit(tokens, read2);
  if (!money && gluedWord && unit.unit === null && /\p{Lu}/u.test(gluedWord.text)) {
    return quantityOf(text, tokens, at, number, { kind: "code", prefix: gluedWord.lower, to: number.to + 1 });
  }
  if (prefix !== null) return quantityOf(text, tokens, at, number, { kind: "code", prefix });
  const kind = kindOf(token, read, unit.unit);
  const from = money ? at - 1 : at;
  const negative = tokens[from - 1]?.text === "-" && !tokens[from - 1]?.glued && tokens[from]?.glued;
  return quantityOf(text, tokens, from, negative ? { ...read, value: -read.value } : read, {
    kind,
    unit: unit.unit,
    to: unit.to,
    comparator: comparatorAt(text, tokens, from, unit.to),
  });
}

function quantityOf(text: string, tokens: readonly Token[], from: number, number: ReadNumber, more: Partial<Quantity>): Quantity {
  const to = more.to ?? number.to;
  const { value, decimals, scale, inWords, fraction } = number;
  const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? text.length);
  return {
    kind: "plain",
    value,
    decimals,
    scale,
    unit: null,
    comparator: null,
    inWords,
    fraction,
    from,
    numberTo: number.to,
    prefix: null,
    text: words,
    ...more,
    to,
  };
}

function kindOf(token: Token, number: ReadNumber, unit: Unit | null): QuantityKind {
  if (number.ordinal) return "ordinal";
  if (number.decade) return "decade";
  return unit === null && number.scale === 1 && /^(?:1[0-9]|20)\d\d$/.test(token.text) ? "year" : "plain";
}

/** "$5m" and "$5bn": after a currency sign the letter is a multiplier. */
function moneyMultiplier(number: ReadNumber, glued: Token | undefined): ReadNumber {
  const factor = glued ? { m: 1e6, b: 1e9, bn: 1e9, k: 1e3, t: 1e12 }[glued.lower] : undefined;
  return factor === undefined ? number : { ...number, value: number.value * factor, scale: factor, to: number.to + 1 };
}

/** The letters a number hangs on by a hyphen or without a gap: a code, not a count ("GPT-4", "IL-6"). */
function codePrefix(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (!token?.glued || token.kind !== "number") return null;
  const before = tokens[at - 1];
  const word = before?.text === "-" && before.glued ? tokens[at - 2] : before;
  return word?.kind === "word" && /\p{Lu}.*\p{Lu}|^\p{Lu}$/u.test(word.text) ? word.lower : null;
}

/** "one of", "no one", "at first", "second-line", "half of the time" as turns of speech. */
function isCommonUse(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word?.kind !== "word") return false;
  const next = tokens[at + 1]?.lower ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  if (word.lower === "one")
    return /^(?:of|another|'s|that|who|which|or|can|may|should|must|would)$/.test(next) || /^(?:no|any|every|each|this|that|the|which)$/.test(before);
  if (word.lower === "first") return /^(?:at|when)$/.test(before);
  if (word.lower === "quarter" || word.lower === "quarters" || word.lower === "thirds") return before !== "a";
  if (word.lower === "zero") return next === "-" || before === "-";
  return false;
}

function readUnit(tokens: readonly Token[], at: number): { unit: Unit | null; to: number } {
  let to = at;
  if (tokens[to]?.text === "-" && tokens[to]?.glued && tokens[to + 1]?.kind === "word") to++;
  const first = readSimpleUnit(tokens, to, true);
  if (first === null) return { unit: null, to: at };
  let unit = first.unit;
  to = first.to;
  for (let parts = 0; parts < 2; parts++) {
    const joint = tokens[to];
    if (!joint || (joint.text !== "/" && joint.lower !== "per")) break;
    let next = to + 1;
    let area = "";
    if (tokens[next]?.kind === "number") {
      area = tokens[next]?.text ?? "";
      next++;
    }
    const below = readSimpleUnit(tokens, next, true);
    if (below === null) break;
    const denominator =
      area === "" ? below.unit : { ...below.unit, dimension: `${area} ${below.unit.dimension}`, surface: `${area} ${below.unit.surface}` };
    unit = perUnit(unit, denominator, joint.text === "/" ? "/" : " per ");
    to = below.to;
  }
  return { unit, to };
}

function readSimpleUnit(tokens: readonly Token[], at: number, behindNumber: boolean): { unit: Unit; to: number } | null {
  const token = tokens[at];
  if (!token || token.kind === "number") return null;
  const next = tokens[at + 1];
  const word = token.lower;
  if ((word === "square" || word === "sq" || word === "cubic") && next) {
    const base = unitOf(next.text);
    if (base?.dimension !== "length") return null;
    const power = word === "cubic" ? 3 : 2;
    return {
      unit: {
        dimension: power === 3 ? "volume" : "area",
        factor: power === 3 ? base.factor ** 3 * 1e3 : base.factor ** 2,
        surface: `${word} ${base.surface}`,
      },
      to: at + 2,
    };
  }
  if ((token.text === "°" || word === "degree" || word === "degrees") && next) {
    const scale = /^(?:c|celsius)$/i.test(next.text) ? "°C" : /^(?:f|fahrenheit)$/i.test(next.text) ? "°F" : "°";
    const unit = unitOf(scale);
    return unit ? { unit: { ...unit, surface: scale }, to: scale === "°" ? at + 1 : at + 2 } : null;
  }
  if (word === "per" && next?.lower === "cent") return { unit: { dimension: "percent", factor: 1, surface: "per cent" }, to: at + 2 };
  if (/^(?:percentage|pct)$/.test(word) && /^points?$/.test(next?.lower ?? ""))
    return { unit: { dimension: "percent", factor: 1, surface: "percentage points" }, to: at + 2 };
  if (word === "us" && next?.text === "$") return null;
  const unit = unitOf(token.text);
  if (!unit) return null;
  if (ambiguousUnits.has(token.text) && !(behindNumber && isSingleBehindNumber(tokens, at))) return null;
  return { unit, to: at + 1 };
}

/** "5 m" and "5m" but not "5 in 10" or "5 a day". */
function isSingleBehindNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.lower === "in" || token.lower === "a" || token.lower === "mo" || token.lower === "mi") return token.glued && !token.hyphenBefore;
  if (/^[CFVKM]$/.test(token.text)) return token.glued;
  return true;
}

/** Units and multipliers pass back along lists and ranges ("5, 10 and 20 mg"), a currency sign passes forward ("$5-10"). */
function passUnitsAlong(text: string, tokens: readonly Token[], found: Quantity[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [a, b] = [found[i], found[i + 1]];
    if (!a || !b || a.unit !== null || a.kind === "code" || a.kind === "ordinal" || b.kind === "code") continue;
    if (!joined(tokens, a, b)) continue;
    if (a.kind === "year" && b.unit !== null && b.value < 1000) continue;
    if (b.kind === "plain" && a.kind === "year" && b.unit === null) {
      expandYearRange(tokens, a, b);
      continue;
    }
    if (b.unit !== null) {
      a.unit = b.unit;
      a.kind = "plain";
      a.text = `${text.slice(tokens[a.from]?.start ?? 0, tokens[a.to - 1]?.end ?? 0)} ${b.unit.surface}`;
    }
    if (b.scale > 1 && a.scale === 1 && a.value < 1000) {
      a.value *= b.scale;
      a.scale = b.scale;
    }
  }
  for (let i = 1; i < found.length; i++) {
    const [a, b] = [found[i - 1], found[i]];
    if (a?.unit?.dimension.startsWith("currency") && b && b.unit === null && b.kind !== "code" && tokens[a.to]?.text === "-" && b.from === a.to + 1)
      b.unit = a.unit;
  }
}

function joined(tokens: readonly Token[], a: Quantity, b: Quantity): boolean {
  if (b.from - a.to > 3 || b.from <= a.to) return false;
  for (let k = a.to; k < b.from; k++) {
    if (!listJoints.has(tokens[k]?.lower ?? "")) return false;
  }
  return true;
}

/** "2018-19" is two years. */
function expandYearRange(tokens: readonly Token[], a: Quantity, b: Quantity): void {
  if (tokens[a.to]?.text !== "-" || b.value >= 100 || b.value < 10 || b.decimals > 0 || b.comparator !== null) return;
  const value = Math.floor(a.value / 100) * 100 + b.value;
  if (value > a.value) Object.assign(b, { value, kind: "year" });
}
