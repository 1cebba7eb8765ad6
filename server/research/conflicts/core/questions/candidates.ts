// What in a sentence could answer a question, by the kind that is asked for.
import { findDates } from "@/server/research/claims/core/dates";
import { isNegated } from "@/server/research/claims/core/negation";
import { findQuantities } from "@/server/research/claims/core/quantities/find";
import type { Quantity } from "@/server/research/claims/core/quantities/types";
import { dimensionOf } from "@/server/research/claims/core/units";
import type { ClaimValue } from "@/server/research/claims/schema";
import { isContent, wordsOf } from "./question-words";
import type { Question } from "./read-question";

export type Candidate = {
  readonly value: ClaimValue;
  readonly start: number;
  readonly end: number /** 0 to 1: how well it fits the kind. */;
  readonly fit: number;
};

const name =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}.'’-]*(?:(?:\s(?:of|de|del|la|le|van|von|der|den|bin|al|ibn|da|di|the|and|&)){0,2}\s\p{Lu}[\p{L}\p{M}.'’-]*|\s\d{1,4}(?=\s\p{Lu}))*/gu;
const functionStart =
  /^(?:The|A|An|In|On|At|He|She|It|His|Her|Its|They|Their|This|That|These|Those|As|After|Before|When|While|During|From|By|For|With|Since|Although|However|But|And|Born|There|Both|Each|Some|Most|Many|Under|Until|Following|According|Later|Originally|Today|Currently|One|Two|Three|Also|Although|Despite|Because|If|To|Of|Who|Which|What|Where)$/;
/** No names, though they have a capital. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Where a place or a role is told: what follows answers better than what merely stands there. */
const placeLead = /\b(?:in|at|near|from|to|of|outside|around|is|was|on)\s(?:the\s(?:\p{Ll}+\s(?:of\s)?){0,2})?$/u;
const personLead = /\b(?:by|with|to|was|is|and|named|called|husband|wife|president|director|author|mayor|when|,)\s(?:the\s(?:\p{Ll}+\s){0,3})?$/u;
/** Read at every verb, so that "is a footballer who plays as a goalkeeper" gives both. */
const predicate =
  /\b(?:caused by|due to|died (?:of|from)|suffered(?: from)?|plays?|played|is|was|are|were|became|as|remains|named|called|be|been)\s+(?:as\s|for\s|also\s|a\s|an\s|the\s|one of the\s)*(?=([^.;:()]{3,90}))/gu;
/** "A collision with a barge caused", "a boiler explosion led to". */
const cause = /\b(?:[Aa]n?|[Tt]he)\s((?:\p{Ll}+\s){0,2}\p{Ll}+)(?:\s(?:with|of|on|in)\s[^,.;]{3,40})?\s(?:caused|led to|triggered|brought about)\b/gu;
const predicateEnd =
  /(?:,|\s(?:who|which|that|from|in|at|on|by|for|of|with|since|born|where|when|located|based|and\s(?:is|was|has|he|she|it|\p{Ll}+ed)))(?![\p{L}]).*$/u;

export function candidatesIn(question: Question, sentence: string): Candidate[] {
  switch (question.kind) {
    case "number":
      return numbers(question, sentence);
    case "date":
      return findDates(sentence, { loose: true }).map(({ value, start, end }) => ({ value, start, end, fit: 1 }));
    case "boolean":
      return [polarity(question, sentence)];
    case "person":
      return names(question, sentence, personLead, 2);
    case "place":
      return names(question, sentence, placeLead, 1);
    case "term":
      if (question.describes) return terms(question, sentence);
      if (question.wantsName) return names(question, sentence, placeLead, 1);
      return [...terms(question, sentence), ...names(question, sentence, placeLead, 1).map((one) => ({ ...one, fit: one.fit * 0.5 }))];
  }
}

function numbers({ counted, dimension }: Question, sentence: string): Candidate[] {
  return [...hoursAndMinutes(sentence), ...findQuantities(sentence)].flatMap((quantity): Candidate[] => {
    if (quantity.kind === "date" || quantity.kind === "year" || quantity.kind === "timepoint") return [];
    const { value, low, high, op, approx, unit, start, end } = quantity;
    // A bare year counts nothing.
    if (counted === null && value !== undefined && value >= 1500 && value <= 2100 && /^\D*\d{4}(?:\sU(?:\.?S)?)?$/.test(quantity.raw)) return [];
    const noun = quantity.noun ? wordsOf(quantity.noun).at(-1)?.key : undefined;
    const near = wordsOf(sentence.slice(end, end + 32)).slice(0, 3);
    const named = counted !== null && (noun === counted || near.some((word) => word.key === counted));
    const fit = named
      ? 1
      : counted !== null && quantity.kind !== "count" && quantity.kind !== "pure"
        ? 0.2
        : counted !== null
          ? 0.4
          : unit === "1"
            ? 0.6
            : 0.9;
    if (dimension !== null && quantity.dimension !== dimension && (quantity.dimension !== "1" || unit === "%")) return [];
    return [
      { value: { kind: "quantity", ...(value === undefined ? { low, high } : { value }), op, approx, unit, unitAssumed: false }, start, end, fit },
    ];
  });
}

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

/** Words that say no to a question asked with their opposite. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^w[io]ns?$|^won$/, /\b(?:lost|loses|lose|defeated by)\b/i],
  [/^open/, /\b(?:closed|shut|closes)\b/i],
  [/^clos/, /\b(?:remains|is still|stayed) open\b/i],
  [/^(?:alive|living|surviv)/, /\b(?:died|dead|killed)\b/i],
  [/^(?:approv|accept|pass|grant|allow)/, /\b(?:rejected|refused|denied|failed|banned)\b/i],
  [/^(?:increas|rise|rose|grow)/, /\b(?:decreased|fell|declined|reduced)\b/i],
  [/^(?:safe|effective)/, /\b(?:unsafe|dangerous|ineffective)\b/i],
];

function polarity({ words }: Question, sentence: string): Candidate {
  const opposed = opposites.some(([asked, said]) => [...words].some((word) => asked.test(word)) && said.test(sentence));
  const verb = /\b(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|must)\b/.exec(sentence);
  const at = verb ? verb.index + verb[0].length + 1 : 0;
  const denied =
    isNegated(sentence, at, Math.min(sentence.length, at + 24)) || /\b(?:not|never|no longer|denied|rejected|false|n't)\b/.test(sentence);
  return { value: { kind: "boolean", value: denied === opposed }, start: 0, end: sentence.length, fit: 1 };
}

function names({ words, asked }: Question, sentence: string, lead: RegExp, idealWords: number): Candidate[] {
  return [...sentence.matchAll(name)].flatMap((match): Candidate[] => {
    const parts = match[0]
      .replace(/['’]s$/, "")
      .replace(/[.,]+$/, "")
      .split(" ");
    let skipped = 0;
    while (parts[0] !== undefined && functionStart.test(parts[0]) && (parts.length > 1 || match.index === 0 || parts[0].length < 4)) {
      skipped += parts[0].length + 1;
      parts.shift();
    }
    const text = parts.join(" ");
    if (text.length < 2 || calendar.test(text)) return [];
    const own = text.toLowerCase().split(/[\s.]+/);
    if (own.every((word) => words.has(word) || words.has(word.replace(/['’]s$/, "")))) return [];
    const start = match.index + skipped;
    const led =
      lead.test(sentence.slice(Math.max(0, start - 48), start)) || isHolder(sentence.slice(start + text.length, start + text.length + 80), asked);
    // A single word that opens a sentence has its capital from there; who is "as treasurer" is not the president.
    const less =
      (start === 0 && parts.length === 1 ? 0.3 : 0) + (isOtherRole(sentence.slice(start + text.length, start + text.length + 40), asked) ? 0.4 : 0);
    const fit = (led ? 0.7 : 0.35) + (parts.length >= idealWords ? 0.3 : 0.1) - less;
    return [{ value: { kind: "term", value: text }, start, end: start + text.length, fit }];
  });
}

/** "Mary Ott as treasurer", where the president is asked for. */
function isOtherRole(after: string, asked: ReadonlySet<string>): boolean {
  const role = /^\sas\s((?:its\s|the\s|his\s|her\s)?\p{Ll}[^,.;]{2,30})/u.exec(after)?.[1];
  return role !== undefined && !wordsOf(role).some((word) => asked.has(word.key));
}

/** "Dale Merrick has been the head coach": who stands before what is asked. */
function isHolder(after: string, asked: ReadonlySet<string>): boolean {
  const said = /^,?\s(?:who\s)?(?:is|was|has been|had been|became|served as|serves as)\s([^,.;]{3,50})/.exec(after)?.[1];
  return said !== undefined && wordsOf(said).some((word) => asked.has(word.key));
}

/** What is said of something: the words after "is a", without what only places it. */
function terms({ words }: Question, sentence: string): Candidate[] {
  const causes = [...sentence.matchAll(cause)].map((match): Candidate => {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    return { value: { kind: "term", value: match[1] ?? "" }, start, end: start + (match[1] ?? "").length, fit: 0.8 };
  });
  const predicates = [...sentence.matchAll(predicate)].flatMap((match): Candidate[] => {
    const phrase = (match[1] ?? "").replace(predicateEnd, "").trim();
    const said = wordsOf(phrase).filter((word) => isContent(word) && !words.has(word.text.toLowerCase()));
    if (said.length === 0 || (said.length === 1 && /ed$/.test(phrase))) return [];
    const start = match.index + match[0].length;
    return [{ value: { kind: "term", value: phrase.slice(0, 120) }, start, end: start + phrase.length, fit: 0.7 }];
  });
  return [...causes, ...predicates];
}
