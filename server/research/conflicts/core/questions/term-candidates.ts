// What is said of something: the words after "is a", after "because of", before "caused".
import { isStandIn } from "@/server/research/synthesis/core/gate/synonyms";
import type { Candidate } from "./candidates";
import { isContent, wordsOf } from "./question-words";
import type { Question } from "./read-question";

/** Read at every verb, so that "is a footballer who plays as a goalkeeper" gives both. */
const predicate =
  /\b(?:caused by|due to|died (?:of|from)|suffered(?: from)?|plays?|played|is|was|are|were|became|as|remains|named|called|be|been)\s+(?:as\s|for\s|also\s|a\s|an\s|the\s|one of the\s)*(?=([^.;:()]{3,90}))/gu;
/** "A collision with a barge caused", "a boiler explosion led to". */
const cause = /\b(?:[Aa]n?|[Tt]he)\s((?:\p{Ll}+\s){0,2}\p{Ll}+)(?:\s(?:with|of|on|in)\s[^,.;]{3,40})?\s(?:caused|led to|triggered|brought about)\b/gu;
const predicateEnd =
  /(?:,|\s(?:who|which|that|from|in|at|on|by|for|of|with|since|born|where|when|located|based|known|and\s(?:is|was|has|he|she|it|\p{Ll}+ed)))(?![\p{L}]).*$/u;
/** "The Australian jockey Laura Whitcombe won": what someone is, before the name. */
const apposition = /\b(?:the|an?)\s((?:\p{L}+\s){0,2}?\p{Ll}+)\s(?=\p{Lu}\p{L}+\s\p{Lu}\p{L}+)/gu;

export function terms({ words, describes }: Question, sentence: string): Candidate[] {
  const causes = [...sentence.matchAll(cause)].map((match): Candidate => {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    return { value: { kind: "term", value: match[1] ?? "" }, start, end: start + (match[1] ?? "").length, fit: 0.8 };
  });
  const before = describes
    ? [...sentence.matchAll(apposition)].map((match): Candidate => {
        const start = match.index + match[0].indexOf(match[1] ?? "");
        return { value: { kind: "term", value: match[1] ?? "" }, start, end: start + (match[1] ?? "").length, fit: 0.6 };
      })
    : [];
  const predicates = [...sentence.matchAll(predicate)].flatMap((match): Candidate[] => {
    const phrase = (match[1] ?? "").replace(predicateEnd, "").trim();
    const said = wordsOf(phrase).filter((word) => isContent(word) && !words.has(word.text.toLowerCase()));
    if (
      said.every((word) => isStandIn(word.text.toLowerCase().replace(/['’]s$/, ""))) ||
      (said.length === 1 && /(?:ed|en|ly)$/.test(phrase)) ||
      /^\p{Ll}+ed\b/u.test(phrase)
    )
      return [];
    const start = match.index + match[0].length;
    return [{ value: { kind: "term", value: phrase.slice(0, 120) }, start, end: start + phrase.length, fit: 0.7 }];
  });
  return [...causes, ...before, ...predicates];
}
