// Numbers that could answer a question: counts of its noun, measures of its dimension, intervals where it asks how often.
import { findQuantities } from "@/server/research/claims/core/quantities/find";
import type { Quantity } from "@/server/research/claims/core/quantities/types";
import { dimensionOf } from "@/server/research/claims/core/units";
import type { Candidate } from "./candidates";
import { isIn, wordsOf } from "./question-words";
import type { Question } from "./read-question";

export function numbers(question: Question, sentence: string): Candidate[] {
  if (question.words.has("often")) return intervals(sentence);
  const joined = [...hoursAndMinutes(sentence), ...feetAndInches(sentence)];
  const single = findQuantities(sentence).filter((one) => !joined.some((other) => one.start < other.end && other.start < one.end));
  return [...joined, ...single].flatMap((quantity): Candidate[] => {
    if (quantity.kind === "date" || quantity.kind === "year" || quantity.kind === "timepoint") return [];
    const { value, low, high, op, approx, unit, start, end } = quantity;
    if (/^\s?(?:CI\b|confidence|credible)/.test(sentence.slice(end))) return [];
    // A bare year counts nothing.
    if (question.counted.size === 0 && value !== undefined && value >= 1500 && value <= 2100 && /^\D*\d{4}(?:\sU(?:\.?S)?)?$/.test(quantity.raw))
      return [];
    const fit = fitOf(question, quantity, sentence);
    if (fit === 0) return [];
    return [
      { value: { kind: "quantity", ...(value === undefined ? { low, high } : { value }), op, approx, unit, unitAssumed: false }, start, end, fit },
    ];
  });
}

function fitOf({ counted, dimension, words }: Question, quantity: Quantity, sentence: string): number {
  const { unit } = quantity;
  if (counted.size > 0) {
    if (quantity.kind !== "count" && quantity.kind !== "pure") return 0.2;
    const noun = quantity.noun ? wordsOf(quantity.noun).at(-1) : undefined;
    const near = wordsOf(/^[^\d]{0,40}/.exec(sentence.slice(quantity.end))?.[0] ?? "").slice(0, 4);
    if ((noun && isIn(noun, counted)) || (near[0] && isIn(near[0], counted))) return 1;
    return near.some((word) => isIn(word, counted)) ? 0.9 : 0.4;
  }
  if (dimension === null && quantity.kind === "currency") return 1;
  if (dimension === null) return unit === "1" ? (words.has("ph") ? 0.9 : 0.6) : 0.9;
  if (dimension === "%") return unit === "%" ? 1 : isShare(quantity) ? 0.6 : 0;
  if (dimension === "1" && unit !== "1" && unit !== "%") return 0.4;
  if (quantity.dimension === dimension && (unit !== "%" || dimension !== "1")) return dimension === "1" ? 0.9 : 1;
  return quantity.dimension === "1" && unit !== "%" ? 0.3 : 0;
}

const isShare = ({ unit, value }: Quantity): boolean => unit === "1" && value !== undefined && value > 0 && value < 1;

/** "1 hour 33 minutes" is one duration. */
function hoursAndMinutes(sentence: string): Quantity[] {
  return [...sentence.matchAll(/\b(\d{1,2}) ?(?:hours?|hrs?|h)(?:,| and)? (\d{1,2}) ?(?:minutes?|mins?|m)\b/g)].map((match) => {
    const [raw, hours = "0", minutes = "0"] = match;
    const [start, end] = [match.index, match.index + raw.length];
    const value = Number(hours) * 60 + Number(minutes);
    return {
      raw,
      start,
      end,
      kind: "duration",
      value,
      op: "=",
      approx: false,
      unit: "min",
      dimension: dimensionOf("min"),
      numberStart: start,
      numberEnd: end,
    };
  });
}

const inWords = "one|two|three|four|five|six|seven|eight|nine|ten|eleven".split("|");

/** "6 ft 4 in" and "six feet four inches" are one height. */
function feetAndInches(sentence: string): Quantity[] {
  const number = `(\\d{1,2}|${inWords.join("|")})`;
  const pattern = new RegExp(`\\b${number} ?(?:ft|feet|foot|['’′])[ ,]*${number}(?:[½¼])? ?(?:in\\b|inch(?:es)?|["”″])`, "giu");
  const read = (word: string): number => (/^\d/.test(word) ? Number(word) : inWords.indexOf(word.toLowerCase()) + 1);
  return [...sentence.matchAll(pattern)].map((match) => {
    const [raw, feet = "0", inches = "0"] = match;
    const [start, end] = [match.index, match.index + raw.length];
    const value = read(feet) * 12 + read(inches);
    const unit = "[in_i]";
    return {
      raw,
      start,
      end,
      kind: "measure",
      value,
      op: "=",
      approx: false,
      unit,
      dimension: dimensionOf(unit),
      numberStart: start,
      numberEnd: end,
    };
  });
}

const hoursOf: Readonly<Record<string, number>> = {
  hour: 1,
  day: 24,
  daily: 24,
  week: 168,
  weekly: 168,
  month: 730.5,
  monthly: 730.5,
  year: 8766,
  yearly: 8766,
};
const small: Readonly<Record<string, number>> = {
  once: 1,
  one: 1,
  a: 1,
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  other: 2,
  second: 2,
};
const every = /\b(?:every|each) (?:(\d+|[a-z]+) )?(hour|day|week|month|year)s?\b/gi;
const times = /\b(?:(once|twice)|(\d+|two|three|four|six) times) (?:(?:a|an|per|each|every) (day|week|month|year)|(daily|weekly|monthly|yearly))\b/gi;

/** Intervals in hours: "every 6 months" and "twice a year" are one. */
function intervals(sentence: string): Candidate[] {
  const numberOf = (word: string | undefined): number => (word === undefined ? 1 : (small[word.toLowerCase()] ?? Number(word)));
  const found = [
    ...[...sentence.matchAll(every)].map((match) => ({ match, hours: numberOf(match[1]) * (hoursOf[match[2]?.toLowerCase() ?? ""] ?? Number.NaN) })),
    ...[...sentence.matchAll(times)].map((match) => ({
      match,
      hours: (hoursOf[(match[3] ?? match[4] ?? "").toLowerCase()] ?? Number.NaN) / numberOf(match[1] ?? match[2]),
    })),
  ];
  return found.flatMap(({ match, hours }) =>
    Number.isFinite(hours)
      ? [
          {
            value: { kind: "quantity", value: hours, op: "=", approx: false, unit: "h", unitAssumed: false },
            start: match.index,
            end: match.index + match[0].length,
            fit: 1,
          },
        ]
      : [],
  );
}
