// From the number as written to the value as stored, by the fact's `scale`; null when this number cannot be a value of this fact.
import type { Fact } from "../../categories/schema";
import type { QuantityValue } from "../schema";
import { readFrequency } from "./frequency";
import type { Operator, Quantity } from "./quantities/types";
import { dimensionOf } from "./units";

export type Reading = { value: QuantityValue; end: number };

const falls = /\b(?:decreas|reduc|lower|fell|fall|drop|declin|diminish|less|smaller|short)\w*/gi;
const rises = /\b(?:increas|rais|rose|rise|rising|higher|greater|elevat|prolong|longer|enhanc|more|augment|larger)\w*/gi;

/** The stored value of `quantity` for `fact` in `sentence`, whose fact is named from `mention.start` to `mention.end`. */
export function readValue(
  fact: Fact,
  quantity: Quantity,
  sentence: string,
  mention: { start: number; end: number; complement: boolean },
): Reading | null {
  if (["date", "year", "timepoint"].includes(quantity.kind)) return null;
  const scale = fact.scale ?? "plain";
  if (scale === "ratio") return readRatio(quantity, sentence);
  if (scale === "daily") return readDaily(fact, quantity, sentence);
  if (scale === "change") return readDifference(fact, quantity, sentence);
  const assumed = assumedUnit(fact, sentence.slice(mention.start, mention.end).toLowerCase(), quantity);
  const unit = assumed ?? quantity.unit;
  if (scale === "count") {
    // "1.2 million units" are things counted.
    const counted = (quantity.dimension === "1" && ["count", "pure"].includes(quantity.kind)) || quantity.unit === "[arb'U]";
    return counted ? plain(quantity, fact.unit ?? "1") : null;
  }
  // "The bioavailability of the solution relative to the tablet" is a share of the tablet's.
  if (wantsPercent(fact) && /\b(?:relative to|compared (?:with|to))\b/i.test(sentence.slice(mention.end, quantity.start))) return null;
  if (wantsPercent(fact)) return readPercent(fact, quantity, sentence, mention.complement);
  if (!allowed(fact, unit, quantity)) return null;
  // An age is not told in hours.
  if (fact.unit === "a" && /^(?:h|min|s|ms)$/.test(unit)) return null;
  // "Net loss was EUR 35 million" is an income below nothing.
  if (quantity.kind === "currency" && /\bloss(?:es)?\b/i.test(sentence.slice(mention.start, mention.end)) && ends(quantity).every((each) => each > 0))
    return plain(
      mapped(quantity, (each) => -each, true),
      unit,
    );
  if (quantity.kind === "age" && !/^(?:a|mo)$/.test(fact.unit ?? "") && !/\bage/i.test(sentence.slice(mention.start, mention.end))) return null;
  return plain(asDeadline(fact, quantity, sentence), unit, assumed !== null);
}

// "reached within the first 4 hours": at the latest then.
function asDeadline(fact: Fact, quantity: Quantity, sentence: string): Quantity {
  const within = /\b(?:within|(?:reached|attained|achieved) by) (?:the first |about |approximately )?$/i.test(
    sentence.slice(Math.max(0, quantity.start - 30), quantity.start),
  );
  return fact.timeAfterEvent && within && quantity.value !== undefined && quantity.op === "=" ? { ...quantity, op: "<=" } : quantity;
}

function allowed(fact: Fact, unit: string, quantity: Quantity): boolean {
  const units = [...(fact.unit ? [fact.unit] : []), ...fact.otherUnits];
  if (units.some((each) => /^\{(?:[A-Z]{3}|currency)\}/.test(each)) && /^\{[A-Z]{3}\}/.test(unit)) return true;
  const dimension = dimensionOf(unit);
  if (dimension === "1") return units.some((each) => dimensionOf(each) === "1" && each !== "%") && ["pure", "count", "fold"].includes(quantity.kind);
  return units.some((each) => dimensionOf(each) === dimension);
}

function wantsPercent(fact: Fact): boolean {
  return fact.scale === "percent" || (fact.unit !== undefined && /^(?:%|\[ppth\])$/.test(fact.unit));
}

function readPercent(fact: Fact, quantity: Quantity, sentence: string, complement: boolean): Reading | null {
  if (quantity.kind !== "percent") {
    const own = allowed({ ...fact, unit: undefined }, quantity.unit, quantity) && quantity.dimension !== "1" ? plain(quantity, quantity.unit) : null;
    const fraction =
      fact.scale === "percent" && quantity.kind === "pure" && ends(quantity).every((each) => each > 0 && each <= 1 && !Number.isInteger(each));
    if (!fraction) return own;
    return plain(
      mapped(quantity, (each) => round(complement ? 100 - each * 100 : each * 100), complement),
      "%",
    );
  }
  if (isChange(quantity, sentence)) return null;
  return plain(complement ? mapped(quantity, (each) => round(100 - each), true) : quantity, "%");
}

// A percentage by which something rose or fell is no level of it.
function isChange(quantity: Quantity, sentence: string): boolean {
  const before = sentence.slice(Math.max(0, quantity.start - 24), quantity.start);
  const after = sentence.slice(quantity.end, quantity.end + 28);
  return (
    /\bby (?:a (?:mean|median) of )?$/i.test(before) ||
    /^ (?:\w+ )?(?:higher|lower|greater|less than|more than|increase|decrease|reduction|longer|shorter|larger|smaller|of (?:the )?(?:normal|control)|relative to|(?:of )?(?:that|those) (?:of|in|for|with|after|seen|observed|achieved))\b/i.test(
      after,
    ) ||
    /\b(?:increase|decrease|reduction|rise) of $/i.test(before)
  );
}

function readRatio(quantity: Quantity, sentence: string): Reading | null {
  const before = sentence.slice(Math.max(0, quantity.start - 160), quantity.start);
  const after = sentence.slice(quantity.end, quantity.end + 60);
  const down = direction(before, after) === "down";
  const spoken = /^[a-z]/i.test(quantity.raw) && /ing$|ed$|es$|^twice/i.test(quantity.raw);
  if (quantity.kind === "fold") return plain(down && !spoken ? mapped(quantity, (each) => round(1 / each), true) : quantity, "1");
  if (quantity.kind === "percent") {
    if (
      /^ of (?:the |its )?(?:value|control|reference|that|exposure|normal|\w+ alone)/i.test(after) ||
      /\bto (?:about |approximately |~)?$/i.test(before)
    ) {
      return plain(
        mapped(quantity, (each) => round(each / 100)),
        "1",
      );
    }
    if (direction(before, after) === null) return null;
    return plain(
      mapped(quantity, (each) => round(down ? 1 - each / 100 : 1 + each / 100), down),
      "1",
    );
  }
  const bare = quantity.kind === "pure" && ends(quantity).every((each) => each > 0 && each < 200);
  // "fell to one third"
  if (
    bare &&
    ends(quantity).every((each) => each < 1) &&
    /\bto (?:about |approximately |only |~)?$/i.test(before) &&
    direction(before, after) === "down"
  )
    return plain(quantity, "1");
  // "falls by two thirds"
  if (
    bare &&
    /^(?:about |approximately )?(?:a|one|two|three)[ -](?:half|third|thirds|quarter|quarters)$|^half$/i.test(quantity.raw) &&
    /\bby (?:about |approximately |~)?$/i.test(before) &&
    down
  )
    return plain(
      mapped(quantity, (each) => round(1 - each), true),
      "1",
    );
  const cued = /\b(?:ratios?|gmr|factors? of|by factors? of)\b/i.test(before) || /\bby (?:a )?factors?\b/i.test(before);
  return bare && cued ? plain(down && /\bfactors?\b/i.test(before) ? mapped(quantity, (each) => round(1 / each), true) : quantity, "1") : null;
}

// "lowered HbA1c by 1.1%", "a reduction in HbA1c of 1 to 2 percentage points"; "HbA1c was 7.4%" is a level.
function readDifference(fact: Fact, quantity: Quantity, sentence: string): Reading | null {
  const before = sentence.slice(Math.max(0, quantity.start - 120), quantity.start);
  const after = sentence.slice(quantity.end, quantity.end + 40);
  const points = quantity.unit === "{percentage_points}";
  const unit = quantity.kind === "percent" || points ? "%" : quantity.unit;
  if (!points && quantity.kind !== "percent" && !allowed(fact, unit, quantity)) return null;
  if (quantity.kind === "percent" && !wantsPercent(fact)) return null;
  const told = /\b(?:by|of|was|were) (?:about |approximately |an average of |a mean of |up to )?$/i.test(before) && direction(before, after) !== null;
  const lower = /^ (?:lower|higher|less|more|greater|reduction|decrease|increase|smaller|larger)\b/i.test(after);
  if (!told && !lower) return null;
  if (
    !/\bby (?:about |approximately |an average of |a mean of |up to )?$/i.test(before) &&
    !lower &&
    !/\b(?:change|reduction|decrease|increase|difference|fall|rise|decline)s?\b/i.test(before)
  )
    return null;
  const down = direction(before, after) === "down";
  return plain(
    mapped(quantity, (each) => (down ? -each : each), down),
    unit,
  );
}

function direction(before: string, after: string): "up" | "down" | null {
  const near =
    /^(?:(?:,|,? and|,? or) [\d.]+ ?%)*[\s-]*(?:\([^)]*\) )?(?:\w+ )?(increase|higher|greater|elevat|longer|rise|decrease|lower|reduction|reduced|less|decline|drop|smaller|shorter)/i.exec(
      after,
    )?.[1];
  if (near) return /^(?:decrease|lower|reduc|less|decline|drop|smaller|shorter)/i.test(near) ? "down" : "up";
  const up = [...before.matchAll(rises)].at(-1)?.index ?? -1;
  const down = [...before.matchAll(falls)].at(-1)?.index ?? -1;
  return up < 0 && down < 0 ? null : down > up ? "down" : "up";
}

function readDaily(fact: Fact, quantity: Quantity, sentence: string): Reading | null {
  const wanted = [...(fact.unit ? [fact.unit] : []), ...fact.otherUnits].map(dimensionOf);
  if (wanted.includes(quantity.dimension)) {
    const limit = asLimit(quantity, sentence);
    return limit.op === ">" || limit.op === ">=" ? null : plain(limit, quantity.unit);
  }
  const perDay = `${/^\{|\//.test(quantity.unit) ? quantity.unit : quantity.unit}/d`;
  if (!wanted.includes(dimensionOf(perDay))) return null;
  const after = sentence.slice(quantity.end, quantity.end + 70);
  const frequency = readFrequency(after) ?? readFrequency(after.replace(/^ of [a-z-]+/i, ""));
  const end = frequency ? quantity.end + Math.max(0, after.indexOf(frequency.raw)) + frequency.raw.length : quantity.end;
  if (!frequency && !/\b(?:daily|per day|a day|each day|\/day|24[- ]?h(?:ours?|rs?)?|day)\b/i.test(sentence)) return null;
  const times = frequency?.perDay ?? 1;
  const stated = asLimit(quantity, sentence);
  // "Doses above 80 mg offer no further benefit" sets no limit, and none is a lower one.
  if (stated.op === ">" || stated.op === ">=") return null;
  const reading = plain(times === 1 ? stated : mapped(stated, (each) => round(each * times)), perDay);
  return reading ? { ...reading, end } : null;
}

// "Doses above 300 mg/day are not recommended" allows up to 300.
function asLimit(quantity: Quantity, sentence: string): Quantity {
  const forbidden = /^[^.;]{0,40}\b(?:not recommended|should not|must not|contraindicated|not advised|to be avoided|should be avoided)\b/i.test(
    sentence.slice(quantity.end),
  );
  return forbidden && (quantity.op === ">" || quantity.op === ">=") ? { ...quantity, op: "<=" } : quantity;
}

function assumedUnit(fact: Fact, named: string, quantity: Quantity): string | null {
  if (quantity.unit !== "1" || !["pure", "count"].includes(quantity.kind)) return null;
  return fact.assumedUnits?.find((each) => named.includes(each.phrase.toLowerCase()))?.unit ?? null;
}

function plain(quantity: Quantity, unit: string, unitAssumed = false): Reading {
  const { value, low, high, op, approx, sd } = quantity;
  const numbers = value === undefined ? { low: Math.min(low ?? 0, high ?? 0), high: Math.max(low ?? 0, high ?? 0) } : { value };
  return { value: { kind: "quantity", ...numbers, op, approx, ...(sd === undefined ? {} : { sd }), unit, unitAssumed }, end: quantity.end };
}

const flipped: Readonly<Record<Operator, Operator>> = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

function mapped(quantity: Quantity, change: (value: number) => number, flip = false): Quantity {
  const { value, low, high, sd, ...rest } = quantity;
  const numbers = value === undefined ? { low: change(low ?? 0), high: change(high ?? 0) } : { value: change(value) };
  return { ...rest, ...numbers, op: flip ? flipped[quantity.op] : quantity.op };
}

function ends({ value, low, high }: Quantity): number[] {
  return value === undefined ? [low ?? 0, high ?? 0] : [value];
}

function round(value: number): number {
  return Number(value.toPrecision(10));
}
