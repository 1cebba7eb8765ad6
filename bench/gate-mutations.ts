// Falsifications of a sentence by one edit each. Every kind is a pure function of the sentence, its passage and a source of chance.

import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";

export type Chance = (below: number) => number;
export type MutationInput = { sentence: string; others: readonly string[]; foreignNames: readonly string[]; chance: Chance };
export type Mutate = (input: MutationInput) => string | null;

type Span = { at: number; text: string };

const numberPattern =
  /(?<![\p{L}\d.,:/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d:/]|[.,]\d|-\d)|(?<![\p{L}\d.,:/-])\d+(?:\.\d+)?(?![\d:/]|[.,]\d|-\d|\p{L}{3})/gu;
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
const months = "January February March April June July August September October November December".split(" ");

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((m) => ({ at: m.index, text: m[0] }));
}

function replaceAt(text: string, span: Span, by: string): string {
  return text.slice(0, span.at) + by + text.slice(span.at + span.text.length);
}

function pick<T>(items: readonly T[], chance: Chance): T | undefined {
  return items[chance(items.length)];
}

const numbers = (text: string): Span[] => spans(text, numberPattern).filter((span) => !isYear(span.text));
const years = (text: string): Span[] => spans(text, numberPattern).filter((span) => isYear(span.text));

function otherDigit(span: Span, at: number, chance: Chance): string {
  const old = Number(span.text[at]);
  const low = at === 0 ? 1 : 0;
  let next = low + chance(10 - low);
  if (next === old) next = next === 9 ? 8 : next + 1;
  return span.text.slice(0, at) + String(next) + span.text.slice(at + 1);
}

const changeDigit: Mutate = ({ sentence, chance }) => {
  const span = pick(numbers(sentence), chance);
  if (!span) return null;
  const places = [...span.text].flatMap((c, at) => (/\d/.test(c) ? [at] : []));
  const at = pick(places, chance);
  return at === undefined ? null : replaceAt(sentence, span, otherDigit(span, at, chance));
};

const swapDigits: Mutate = ({ sentence, chance }) => {
  const able = numbers(sentence).filter((span) => /(\d)(?!\1)\d/.test(span.text.replace(/^(\d)0+$/, "")));
  const span = pick(able, chance);
  if (!span) return null;
  const swapped = span.text.replace(/(\d)(?!\1)(\d)/, "$2$1");
  return swapped.startsWith("0") || Number(swapped.replaceAll(",", "")) === Number(span.text.replaceAll(",", ""))
    ? null
    : replaceAt(sentence, span, swapped);
};

const otherOf =
  (find: (text: string) => Span[]): Mutate =>
  ({ sentence, others, chance }) => {
    const own = new Set(find(sentence).map((span) => span.text));
    const span = pick(find(sentence), chance);
    const other = pick(
      others
        .flatMap((text) => find(text))
        .filter((one) => !own.has(one.text) && (/\d/.test(one.text) || ![...own].some((text) => text.startsWith(one.text.slice(0, 4))))),
      chance,
    );
    return span && other ? replaceAt(sentence, span, other.text) : null;
  };

const exchangeOf =
  (find: (text: string) => Span[]): Mutate =>
  ({ sentence, chance }) => {
    const all = find(sentence);
    const first = pick(all.slice(0, -1), chance);
    // Neighbours in a list, a range or one name may stand in any order.
    const apart = (one: Span): boolean =>
      first !== undefined && /\p{Ll}{2}/u.test(sentence.slice(first.at + first.text.length, one.at).replace(/^[\s,]*(?:and|or|to|of|&|-)?\s/, " "));
    const second = first && all.find((one) => one.at > first.at + first.text.length && one.text !== first.text && apart(one));
    return first && second ? replaceAt(replaceAt(sentence, second, first.text), first, second.text) : null;
  };

const changeYear: Mutate = ({ sentence, chance }) => {
  const span = pick(years(sentence), chance);
  return span ? replaceAt(sentence, span, String(Number(span.text) + (chance(2) === 0 ? -1 : 1) * (1 + chance(7)))) : null;
};

const changeMonth: Mutate = ({ sentence, chance }) => {
  const span = pick(spans(sentence, new RegExp(`\\b(?:${months.join("|")})\\b`, "g")), chance);
  const other = pick(
    months.filter((month) => month !== span?.text),
    chance,
  );
  return span && other ? replaceAt(sentence, span, other) : null;
};

const unitSwaps: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d[\s-]?)mg\b/, "g"],
  [/(?<=\d[\s-]?)(?:mcg|µg|μg)(?!\p{L})/u, "mg"],
  [/(?<=\d )years?\b/, "months"],
  [/(?<=\d )months?\b/, "weeks"],
  [/(?<=\d )weeks?\b/, "days"],
  [/(?<=\d )days?\b/, "hours"],
  [/(?<=\d )hours?\b/, "days"],
  [/(?<=\d )h\b/, "d"],
  [/(?<=\d )minutes?\b/, "hours"],
  [/(?<=\d )(?:million|mn)\b/, "billion"],
  [/(?<=\d )billion\b/, "million"],
  [/(?<=\d )miles?\b/, "metres"],
  [/(?<=\d ?)km\b/, "miles"],
  [/(?<=\d )(?:metres|meters|m)\b/, "miles"],
  [/(?<=\d )(?:feet|ft)\b/, "yards"],
  [/(?<=\d )(?:pounds|lbs?)\b/, "ounces"],
  [/(?<=\d ?)kg\b/, "mg"],
  [/(?<=\d ?)mL\b/, "L"],
  [/(?<=\d ?)°C/, "°F"],
  [/\$(?=\d)/, "€"],
  [/£(?=\d)/, "$"],
  [/€(?=\d)/, "£"],
];

const changeUnit: Mutate = ({ sentence, chance }) => {
  const able = unitSwaps.filter(([pattern]) => pattern.test(sentence));
  const swap = pick(able, chance);
  return swap ? sentence.replace(swap[0], swap[1]) : null;
};

const insertNegation: Mutate = ({ sentence, chance }) => {
  const able = spans(
    sentence,
    /\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|does|did)\b(?! (?:not|never|no|only|been not)\b|n't)/g,
  );
  const span = pick(able, chance);
  return span ? replaceAt(sentence, span, `${span.text} not`) : null;
};

const removals: readonly (readonly [RegExp, string])[] = [
  [/\b(is|are|was|were|has|have|had|can|could|will|would|should|must|does|did|do|may) not (?!only|just|necessarily)/, "$1 "],
  [/\b(is|are|was|were|has|have|had|could|would|should|does|did|do)n['’]t\b/, "$1"],
  [/\bcannot\b/, "can"],
  [/\bnever /, ""],
  [/\bwithout\b/, "with"],
  [/\bno (?!longer|more|less|doubt|\d)(?=\p{Ll})/u, "some "],
  [/\bnot (?!only|just|necessarily|to)/, ""],
];

const removeNegation: Mutate = ({ sentence, chance }) => {
  const swap = pick(
    removals.filter(([pattern]) => pattern.test(sentence)),
    chance,
  );
  return swap ? sentence.replace(swap[0], swap[1]) : null;
};

const directionWords: readonly (readonly [string, string])[] = [
  ["increase", "decrease"],
  ["increased", "decreased"],
  ["increases", "decreases"],
  ["increasing", "decreasing"],
  ["rose", "fell"],
  ["higher", "lower"],
  ["highest", "lowest"],
  ["larger", "smaller"],
  ["largest", "smallest"],
  ["more", "less"],
  ["before", "after"],
  ["above", "below"],
  ["approved", "rejected"],
  ["accepted", "rejected"],
  ["effective", "ineffective"],
  ["older", "younger"],
  ["longer", "shorter"],
  ["better", "worse"],
  ["best", "worst"],
  ["positive", "negative"],
  ["began", "ended"],
  ["opened", "closed"],
  ["early", "late"],
  ["north", "south"],
  ["northern", "southern"],
  ["east", "west"],
  ["won", "lost"],
  ["first", "last"],
  ["high", "low"],
  ["support", "oppose"],
  ["male", "female"],
  ["allowed", "prohibited"],
];

function flip(pairs: readonly (readonly [string, string])[]): Mutate {
  const both = [...pairs, ...pairs.map(([a, b]) => [b, a] as const)];
  return ({ sentence, chance }) => {
    const able = both.flatMap(([from, to]) => spans(sentence, new RegExp(`(?<![\\p{L}-])${from}(?![\\p{L}-])`, "gu")).map((span) => ({ span, to })));
    const chosen = pick(able, chance);
    return chosen ? replaceAt(sentence, chosen.span, chosen.to) : null;
  };
}

const bounds: readonly (readonly [string, string])[] = [
  ["at least", "at most"],
  ["more than", "less than"],
  ["up to", "at least"],
  ["over", "under"],
];

const changeComparator: Mutate = ({ sentence, chance }) => {
  const both = [...bounds, ...bounds.map(([a, b]) => [b, a] as const)];
  const able = both.flatMap(([from, to]) => spans(sentence, new RegExp(`\\b${from}(?= [$£€]?\\d)`, "g")).map((span) => ({ span, to })));
  const chosen = pick(able, chance);
  if (chosen) return replaceAt(sentence, chosen.span, chosen.to);
  const plain = numbers(sentence).filter((span) => /(?:\b(?:a|of|is|was|were|are|with|has|had|have|for|to|in)) $/.test(sentence.slice(0, span.at)));
  const number = pick(plain, chance);
  return number ? replaceAt(sentence, number, `${chance(2) === 0 ? "at least" : "less than"} ${number.text}`) : null;
};

const removeHedge: Mutate = ({ sentence, chance }) => {
  const span = pick(spans(sentence, /\b(?:may|might|could|possibly|perhaps|probably) (?=\p{Ll})/gu), chance);
  return span ? replaceAt(sentence, span, "") : null;
};

const quantifiers: readonly (readonly [string, string])[] = [
  ["all", "some"],
  ["most", "few"],
  ["every", "some"],
  ["may", "will"],
  ["must", "may"],
  ["should", "may"],
  ["could", "will"],
  ["often", "always"],
  ["usually", "rarely"],
  ["several", "all"],
  ["only", "mostly"],
];

const common = new Set([
  ...[...stopWords].map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ...months,
  ..."Monday Tuesday Wednesday Thursday Friday Saturday Sunday The This That It He She They We In On At For And But Mr Mrs Ms Dr I".split(" "),
]);

/** Capitalised words inside a sentence that are no calendar words. */
export function namesIn(text: string): Span[] {
  return spans(text, /(?<=[\p{Ll},;)] )\p{Lu}\p{Ll}{2,}(?![\p{L}'’-])/gu).filter((span) => !common.has(span.text));
}

const changeName: Mutate = ({ sentence, foreignNames, chance }) => {
  const span = pick(namesIn(sentence), chance);
  const name = pick(foreignNames, chance);
  return span && name ? replaceAt(sentence, span, name) : null;
};

/** The kinds by name. A kind gives null where the sentence offers nothing to edit. */
export const mutations: Readonly<Record<string, Mutate>> = {
  numberDigit: changeDigit,
  digitsSwapped: swapDigits,
  otherNumber: otherOf(numbers),
  numbersExchanged: exchangeOf(numbers),
  unit: changeUnit,
  year: changeYear,
  otherYear: otherOf(years),
  month: changeMonth,
  negationInserted: insertNegation,
  negationRemoved: removeNegation,
  direction: flip(directionWords),
  comparator: changeComparator,
  quantifier: flip(quantifiers),
  hedgeRemoved: removeHedge,
  foreignName: changeName,
  otherName: otherOf(namesIn),
  namesExchanged: exchangeOf(namesIn),
};
