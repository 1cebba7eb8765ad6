// What in a sentence could answer a question, by the kind that is asked for.
import { findDates } from "@/server/research/claims/core/dates";
import { isNegated } from "@/server/research/claims/core/negation";
import type { ClaimValue } from "@/server/research/claims/schema";
import { names, personLead, placeLead } from "./name-candidates";
import { numbers } from "./number-candidates";
import { nounPhrases } from "./phrase-candidates";
import type { Question } from "./read-question";
import { terms } from "./term-candidates";

export type Candidate = {
  readonly value: ClaimValue;
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how well it fits the kind. */
  readonly fit: number;
};

export function candidatesIn(question: Question, sentence: string): Candidate[] {
  switch (question.kind) {
    case "number":
      return numbers(question, sentence);
    case "date":
      return dates(sentence);
    case "boolean":
      return [polarity(question, sentence)];
    case "person":
      return names(question, sentence, personLead, 2);
    case "place":
      return names(question, sentence, placeLead, 1);
    case "term":
      if (question.describes) return terms(question, sentence);
      if (question.wantsName) return names(question, sentence, placeLead, 1);
      return [
        ...terms(question, sentence).map((one) => ({ ...one, fit: one.fit * 0.8 })),
        ...names(question, sentence, placeLead, 1).map((one) => ({ ...one, fit: one.fit * 0.5 })),
        ...nounPhrases(question, sentence),
        ...(question.head.size > 0 && question.words.has("what") ? numbers(question, sentence) : []).map((one) => ({ ...one, fit: one.fit * 0.6 })),
      ];
  }
}

/** Dates, and years that stand behind "of" or alone. */
function dates(sentence: string): Candidate[] {
  const found = findDates(sentence, { loose: true }).map(({ value, start, end }): Candidate => ({ value, start, end, fit: 1 }));
  const years = [...sentence.matchAll(/(?<![\d.,–-])(?:1[0-9]|20)\d\d(?![\d%]|[.,–-]\d|\s(?:\p{Ll}+s|km|m|metres|people)\b)/gu)].flatMap(
    (match): Candidate[] => {
      const [start, end] = [match.index, match.index + 4];
      if (found.some((one) => one.start < end && start < one.end)) return [];
      return [{ value: { kind: "date", earliest: `${match[0]}-01-01`, latest: `${match[0]}-12-31`, precision: "year" }, start, end, fit: 0.85 }];
    },
  );
  return [...found, ...years];
}

/** Words that say no to a question asked with their opposite. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^w[io]ns?$|^won$/, /\b(?:lost|loses|lose|defeated by)\b/i],
  [/^open/, /\b(?:closed|shut|closes)\b/i],
  [/^clos/, /\b(?:remains|is still|stayed) open\b/i],
  [/^(?:alive|living|surviv)/, /\b(?:died|dead|killed)\b/i],
  [/^(?:approv|accept|pass|grant|allow|permit)/, /\b(?:rejected|refused|denied|failed|banned|forbidden|prohibited)\b/i],
  [/^(?:increas|rise|rose|grow)/, /\b(?:decreased?s?|fell|declined|reduced?s?|lowers?|lowered)\b/i],
  [/^(?:decreas|reduc|lower|fall)/, /\b(?:increased?s?|rose|raised?s?|grew)\b/i],
  [/^(?:safe|effective)/, /\b(?:unsafe|dangerous|ineffective|contraindicated|avoided?|toxic|harmful)\b/i],
  [/^cross/, /\b(?:impermeable|excluded)\b/i],
  [/^(?:revers)/, /\birreversibl[ey]\b/i],
];

function polarity({ words }: Question, sentence: string): Candidate {
  const opposed = opposites.some(([asked, said]) => [...words].some((word) => asked.test(word)) && said.test(sentence));
  const verb = /\b(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|must)\b/.exec(sentence);
  const at = verb ? verb.index + verb[0].length + 1 : 0;
  const denied =
    isNegated(sentence, at, Math.min(sentence.length, at + 24)) ||
    /\b(?:not|never|no longer|denied|rejected|false|neither|cannot|no (?:interaction|effect|association|evidence|link|risk|danger))\b|n['’]t\b/i.test(
      sentence,
    );
  return { value: { kind: "boolean", value: denied === opposed }, start: 0, end: sentence.length, fit: 1 };
}
