// What a question about a number measures: the words prose would use for it, and its dimension.
import { type Word, wordsOf } from "./question-words";

const measures: readonly (readonly [RegExp, string])[] = [
  [/^how (?:tall|high)\b/i, "height"],
  [/^how old\b/i, "age"],
  [/^how (?:big|large)\b/i, "area"],
  [/^how long (?:is|was) the (?:\p{L}+ )?(?:film|movie|episode|song|album|show|play|opera)\b/iu, "runtime"],
  [/^how long\b/i, "length"],
  [/^how deep\b/i, "depth"],
  [/^how heavy\b/i, "weight"],
  [/^how fast\b/i, "speed"],
  [/^how many people live/i, "population"],
  [/\bcome from\b/i, "born"],
];

const units: readonly (readonly [RegExp, string])[] = [
  [/\b(?:price|cost|budget|salary|revenue|income|fee|fare)\b/i, ""],
  [/\bvoltage\b/i, "V"],
  [/\bfrequency of the (?:\w+ ){0,2}(?:pitch|note|tone|signal|station|transmitter|wave|clock|processor)\b/i, "Hz"],
  [/\bwingspan\b/i, "m"],
  [/\b(?:percentage|proportion|bioavailability|sensitivity|specificity|prevalence|incidence|share of|mortality)\b/i, "%"],
  [/\b(?:boiling|melting|freezing) point|\btemperature\b/i, "Cel"],
  [/\b(?:how (?:tall|high|deep|wide|far)|height|elevation|altitude|depth|distance|width|diameter|radius|circumference)\b/i, "m"],
  [
    /\blength of the (?:\p{L}+ ){0,4}(?:river|road|bridge|railway|line|trail|canal|tunnel|coast|street|route)\b|\bhow long is the (?:\p{L}+ ){0,4}(?:river|road|bridge|railway|line|trail|canal|tunnel)/iu,
    "m",
  ],
  [/^how long (?:is|was) the (?:\p{L}+ )?(?:film|movie|episode|song|album|show|play|opera)\b|\b(?:runtime|running time)\b/iu, "h"],
  [/\b(?:area)\b|\bhow (?:big|large) is\b/i, "m2"],
  [/\b(?:population|number of|seating capacity|sample size|atomic number|attendance)\b/i, "1"],
  [/\b(?:weight|how heavy)\b/i, "kg"],
  [/\b(?:half-life|how old|age|duration|survival|how often|incubation|onset|latency)\b/i, "h"],
  [/\b(?:speed|how fast)\b/i, "m/s"],
];

/** Dimension of the number asked for, or null where the question does not tell. */
export function dimensionAsked(question: string, dimensionOf: (unit: string) => string): string | null {
  const unit = units.find(([pattern]) => pattern.test(question))?.[1];
  return unit === undefined || unit === "" ? null : unit === "%" ? "%" : dimensionOf(unit);
}

/** Words that stand for the measure. */
export function measuredWords(question: string): Word[] {
  return measures.flatMap(([pattern, word]) => (pattern.test(question) ? wordsOf(word) : []));
}
