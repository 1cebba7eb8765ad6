// What two claims about one fact are to each other. Comparability comes before values: most seeming contradictions end there.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import { dimensionOf } from "../../claims/core/units";
import type { ClaimValue, DateValue, ExtractedClaim, QuantityValue } from "../../claims/schema";
import type { Comparison } from "../schema";
import { compareKeys } from "./compare-keys";
import { compareNumbers, show } from "./compare-numbers";

type Side = Pick<ExtractedClaim, "value" | "qualifiers" | "polarity">;
type Options = {
  /** Keys that every fact of the category is compared by, besides the fact's own. */
  keys?: readonly ComparabilityKey[];
  /** g/mol, to compare molar with mass concentrations. */
  molecularWeight?: number;
};
/** A bare number beside one with its unit: what it counts in is not known. */
export const unitUnstated = "The unit is not stated on every side.";
type ValueVerdict = Pick<Comparison, "verdict" | "ratio" | "reason">;

/** Compares two claims of `fact`; the reason is one sentence for the page. */
export function compareClaims(fact: Fact, a: Side, b: Side, options: Options = {}): Comparison {
  const { differing, unstated } = compareKeys(fact, options.keys ?? [], a.qualifiers, b.qualifiers);
  const verdict = compareValues(fact, a, b, options.molecularWeight);
  const base = {
    differing: [] as ComparabilityKey[],
    unstated: [] as ComparabilityKey[],
    ...(verdict.ratio === undefined ? {} : { ratio: verdict.ratio }),
  };
  if (verdict.verdict === "not_comparable") return { ...base, differing, unstated, verdict: "not_comparable", reason: verdict.reason };
  const disagrees = verdict.verdict !== "agree";
  const apart = differing.filter((key) => key !== "jurisdiction");
  if (apart.length > 0) {
    return {
      ...base,
      differing: apart,
      unstated,
      verdict: "not_comparable",
      reason: `Different ${listOf(apart)}: ${apart.map((key) => `${sideOf(a, key)} against ${sideOf(b, key)}`).join("; ")}.`,
    };
  }
  if (!disagrees) return { ...base, unstated, verdict: "agree", reason: verdict.reason };
  if (differing.includes("jurisdiction") && unstated.length === 0) {
    return {
      ...base,
      differing: ["jurisdiction"],
      verdict: "jurisdiction_difference",
      reason: `${sideOf(a, "jurisdiction")} says ${shown(a)}, ${sideOf(b, "jurisdiction")} says ${shown(b)}: each is true where it applies.`,
    };
  }
  if (unstated.length > 0) {
    return {
      ...base,
      differing,
      unstated,
      verdict: "not_comparable",
      reason: `${sentence(shown(a))} against ${shown(b)}, but only one side states its ${listOf(unstated)}: left open.`,
    };
  }
  return { ...base, verdict: verdict.verdict, reason: verdict.reason };
}

function compareValues(fact: Fact, a: Side, b: Side, molecularWeight?: number): ValueVerdict {
  const left = a.value;
  const right = b.value;
  if (left.kind === "quantity" && right.kind === "quantity") {
    if (dimensionOf(left.unit) !== dimensionOf(right.unit) && (molecularWeight === undefined || isBare(left) !== isBare(right))) {
      if (isBare(left) !== isBare(right) && (fact.unit ?? "1") !== "1") return compareBare(fact, left, right);
      return { verdict: "not_comparable", reason: `${show(left)} and ${show(right)} measure different things.` };
    }
    return compareNumbers(fact, left, right, molecularWeight);
  }
  if (left.kind === "date" && right.kind === "date") return compareDates(left, right);
  if (left.kind === "boolean" && right.kind === "boolean") {
    const one = left.value === (a.polarity === "affirmed");
    const other = right.value === (b.polarity === "affirmed");
    return one === other
      ? { verdict: "agree", reason: `Both say ${one ? "yes" : "no"}.` }
      : { verdict: "conflict", reason: `One says ${one ? "yes" : "no"}, the other ${other ? "yes" : "no"}.` };
  }
  if (left.kind === "term" && right.kind === "term") return compareTerms(fact, left.value, right.value, a.polarity === b.polarity);
  return { verdict: "not_comparable", reason: "The two claims state different kinds of value." };
}

const isBare = ({ unit }: QuantityValue): boolean => unit === "1";

/** Equal figures are taken for one value; differing ones cannot be judged. */
function compareBare(fact: Fact, left: QuantityValue, right: QuantityValue): ValueVerdict {
  const unit = isBare(left) ? right.unit : left.unit;
  const read = compareNumbers(fact, { ...left, unit }, { ...right, unit });
  return read.verdict === "agree" || read.verdict === "rounding" ? read : { verdict: "not_comparable", reason: unitUnstated };
}

function compareDates(a: DateValue, b: DateValue): ValueVerdict {
  const readings = (date: DateValue): { earliest: string; latest: string }[] => [date, ...(date.alternative ? [date.alternative] : [])];
  const meet = readings(a).some((one) => readings(b).some((other) => one.earliest <= other.latest && other.earliest <= one.latest));
  if (meet) return { verdict: "agree", reason: `${showDate(a)} and ${showDate(b)} are the same date at their precision.` };
  return { verdict: "conflict", reason: `${showDate(a)} against ${showDate(b)}.` };
}

// A set that lacks a member contradicts nothing; only an explicit "no X" against "X" does. Of an enumeration there is one member.
function compareTerms(fact: Fact, left: string, right: string, samePolarity: boolean): ValueVerdict {
  const equal = left.toLowerCase() === right.toLowerCase();
  if (equal && samePolarity) return { verdict: "agree", reason: `Both name ${left}.` };
  if (equal) return { verdict: "conflict", reason: `One affirms ${left}, the other denies it.` };
  if (fact.kind === "set" || fact.kind === "reference" || !samePolarity)
    return { verdict: "agree", reason: `${sentence(left)} and ${right} stand side by side: naming one does not deny the other.` };
  return { verdict: "conflict", reason: `${sentence(left)} against ${right}.` };
}

function shown({ value, polarity }: Side): string {
  const words = showValue(value);
  return polarity === "denied" ? `not ${words}` : words;
}

/** A claim's value in the words of the page. */
export function showValue(value: ClaimValue): string {
  if (value.kind === "quantity") return show(value);
  if (value.kind === "date") return showDate(value);
  return value.kind === "boolean" ? (value.value ? "yes" : "no") : value.value;
}

function showDate({ earliest, latest, precision }: DateValue): string {
  if (precision === "day") return earliest;
  if (precision === "month") return earliest.slice(0, 7);
  const [from, to] = [earliest.slice(0, 4).replace(/^0+/, ""), latest.slice(0, 4).replace(/^0+/, "")];
  if (precision === "quarter") return from === to ? `${earliest.slice(0, 7)} to ${latest.slice(0, 7)}` : `${from} to ${to}`;
  return from === to ? from : `${from} to ${to}`;
}

function sideOf({ qualifiers }: Side, key: ComparabilityKey): string {
  return qualifiers[key] ?? "unstated";
}

function listOf(keys: readonly ComparabilityKey[]): string {
  return keys.map((key) => key.replaceAll("_", " ")).join(" and ");
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
