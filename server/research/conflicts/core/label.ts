// How a claim's value is shown: the number with its unit in readable form and the qualifiers that make it comparable.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import type { Claim, ClaimValue, DateValue, QuantityValue } from "../../claims/schema";
import { unitLabel } from "./unit-label";

const noBreak = "\u00a0";
const signs: Record<QuantityValue["op"], string> = { "=": "", "<": "<", "<=": "≤", ">": ">", ">=": "≥" };
const months = "January February March April May June July August September October November December".split(" ");

/** "6.2 h (plasma)", "≤ 2550 mg/d (US)", "50–60%", "not CYP2C9". `keys`: the qualifiers shown, in order; the fact's comparability keys by default. */
export function labelOf(
  claim: Pick<Claim, "value" | "polarity" | "qualifiers">,
  fact: Pick<Fact, "comparability">,
  keys?: readonly ComparabilityKey[],
): string {
  const priced = claim.value.kind === "quantity" && /^\{[A-Z]{3}\}/.test(claim.value.unit);
  const shown = (keys ?? fact.comparability).flatMap((key) => (priced && key === "currency" ? [] : (claim.qualifiers[key] ?? [])));
  const value = valueLabel(claim.value, claim.polarity === "denied");
  return shown.length === 0 ? value : `${value} (${[...new Set(shown)].join(", ")})`;
}

/** The value alone. */
export function valueLabel(value: ClaimValue, denied = false): string {
  switch (value.kind) {
    case "quantity":
      return `${denied ? "not " : ""}${quantityLabel(value)}`;
    case "date":
      return `${denied ? "not " : ""}${dateLabel(value)}`;
    case "boolean":
      return value.value !== denied ? "yes" : "no";
    case "term":
      return `${denied ? "not " : ""}${value.value.replaceAll("_", " ")}`;
  }
}

function quantityLabel(value: QuantityValue): string {
  const money = /^\{[A-Z]{3}\}/.test(value.unit);
  const number = numberPart(value, money ? moneyLabel : numberLabel);
  const words = unitLabel(value.unit);
  const unit = number === "1" ? words.replace(/^(day|week|month|year)s$/, "$1") : words;
  const joint = unit === "" || /^[%‰]/.test(unit) ? "" : noBreak;
  const sign = signs[value.op];
  return `${value.approx ? "about " : ""}${sign === "" ? "" : sign + noBreak}${number}${joint}${unit}`;
}

function numberPart({ value, low, high, sd }: QuantityValue, shown: (value: number) => string): string {
  if (low !== undefined && high !== undefined && value === undefined) {
    return low < 0 || high < 0 ? `${shown(low)}${noBreak}to${noBreak}${shown(high)}` : `${shown(low)}–${shown(high)}`;
  }
  const point = value ?? low ?? high;
  if (point === undefined) return "no number";
  return sd === undefined ? shown(point) : `${shown(point)}${noBreak}±${noBreak}${shown(sd)}`;
}

/** "412 million", "9.8 billion"; below a million as any number. */
function moneyLabel(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return numberLabel(value);
  if (size >= 1e9) return `${numberLabel(value / 1e9)}${noBreak}billion`;
  return size >= 1e6 ? `${numberLabel(value / 1e6)}${noBreak}million` : numberLabel(value);
}

/** Six significant digits, a comma from 10,000 on, a power of ten outside 0.0001 to 10 million. */
export function numberLabel(value: number): string {
  const rounded = Number(value.toPrecision(6));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const [digits = "", exponent = ""] = rounded.toExponential().split("e");
    return `${minus(digits)}${noBreak}×${noBreak}10${raised(exponent.replace("+", ""))}`;
  }
  const [whole = "", fraction] = String(rounded).split(".");
  const grouped = size >= 10_000 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return minus(fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

function minus(text: string): string {
  return text.replace("-", "−");
}

function raised(exponent: string): string {
  return [...exponent].map((c) => (c === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? c))).join("");
}

// "AD 57": a year of three digits or fewer is not told from a number without its era.
function yearLabel(date: string): string {
  const digits = date.slice(0, 4);
  return digits.startsWith("0") ? `AD${noBreak}${Number(digits)}` : digits;
}

function dateLabel({ earliest, latest, precision }: DateValue): string {
  const [, month = "01", day = "01"] = earliest.split("-");
  const year = yearLabel(earliest);
  const name = months[Number(month) - 1] ?? month;
  if (precision === "year") return earliest.slice(0, 4) === latest.slice(0, 4) ? year : `${year}–${yearLabel(latest).replace("AD\u00a0", "")}`;
  if (precision === "quarter") return `Q${Math.ceil(Number(month) / 3)}${noBreak}${year}`;
  if (precision === "month") return `${name}${noBreak}${year}`;
  return `${Number(day)}${noBreak}${name}${noBreak}${year}`;
}
