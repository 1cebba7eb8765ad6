// Words that are a ratio: "doubled", "halved", "twice as high". Read only for facts that store ratios; elsewhere they are no quantity.
import type { Quantity } from "./quantities/types";

const words: readonly (readonly [RegExp, number])[] = [
  [/\b(?:doubl(?:es|ed|ing)|twice(?= (?:as|that|the)\b))/gi, 2],
  [/\b(?:tripl(?:es|ed|ing)|trebled|three times(?= (?:as|that|the)\b))/gi, 3],
  [/\bquadrupl(?:es|ed|ing)/gi, 4],
  [/\bhalv(?:es|ed|ing)/gi, 0.5],
];

/** The quantities of a sentence together with its ratio words, in order. */
export function withMultiples(sentence: string, quantities: readonly Quantity[]): Quantity[] {
  const extra = words.flatMap(([pattern, value]) =>
    [...sentence.matchAll(pattern)].map((match): Quantity => {
      const led = /\b(?:(more than|over|at least)|(?:about|approximately|almost|nearly|roughly)) $/i.exec(sentence.slice(0, match.index));
      const start = led?.index ?? match.index;
      const end = match.index + match[0].length;
      return {
        raw: match[0],
        start,
        end,
        kind: "fold",
        value,
        op: led?.[1] === undefined ? "=" : /least/i.test(led[1]) ? ">=" : ">",
        approx: led !== null && led[1] === undefined,
        unit: "1",
        dimension: "1",
        numberStart: match.index,
        numberEnd: end,
      };
    }),
  );
  const own = extra.filter((each) => !quantities.some((quantity) => quantity.start < each.end && each.start < quantity.end));
  return [...quantities, ...own].sort((a, b) => a.start - b.start);
}
