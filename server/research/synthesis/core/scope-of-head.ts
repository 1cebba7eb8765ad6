// Which head a sentence may stand under, and what comes first there: what holds in general before what holds for some.

import { type Fact, factSchema } from "../../categories/schema";
import { findMentions, indexFacts } from "../../claims/core/mentions";
import type { DraftInput, DraftSource } from "./draft-input";
import type { ProseSentence } from "./prose";

const boxed = /\bboxed warning\b|^\s*warnings?:/i;
const some =
  "child(?:ren)?|p(?:a)?ediatric|adolescents?|elderly|geriatric|older|pregnan\\w+|end-stage|(?:renal|hepatic) (?:impairment|insufficiency|failure|disease)|gfr|egfr|patients (?:with|who|undergoing|receiving|aged)|hip|knee|surgery";
const opens = new RegExp(
  `^(?:in|for|among|after|during|with)\\b[^,]{0,80}\\b(?:${some})\\b|^(?:patients|children|adolescents|women|elderly)\\b`,
  "i",
);
const within =
  /\b(?:extended|modified|delayed|prolonged)-release\b|\bin (?:mild|moderate|severe|end-stage) (?:renal|hepatic|kidney|liver)\b|\b(?:to|in) (?:rats|rabbits|mice|dogs|children|p(?:a)?ediatric patients|adolescents|elderly patients)\b/i;

/** True for a sentence that holds for some only: a form, an age, a condition. */
export const isSpecial = (text: string): boolean => opens.test(text) || (within.test(text) && !/\bin adults and\b/i.test(text));

/** The words of a boxed warning stand under the head of boxed warnings and nowhere else. */
export function mayStandUnder(source: DraftSource, at: number, fact: { label: string; section?: string | undefined }): boolean {
  const heading = source.passages.find((passage) => passage.start <= at && at < passage.end)?.heading ?? null;
  return !isBoxed(heading) || boxed.test(`${fact.section ?? ""} ${fact.label}`);
}

/** True under the head of a boxed warning. */
export const isBoxed = (heading: string | null): boolean => heading !== null && boxed.test(heading.split("›").at(-1) ?? heading);

/** Whether a sentence that another leans on speaks of what the section is about: it states or names a fact of it. */
export function belongingTo(input: DraftInput): (source: DraftSource, sentence: ProseSentence, section: string | null) => boolean {
  const facts: Fact[] = input.facts.map((fact) => factSchema.parse({ kind: "text", ...fact }));
  const sections = new Map(facts.map((fact) => [fact.name, fact.section ?? null]));
  const stated = new Set(input.claims.map((claim) => `${sections.get(claim.attribute) ?? null} ${claim.sourceId} ${claim.start}`));
  return (source, sentence, section) =>
    stated.has(`${section} ${source.id} ${sentence.start}`) ||
    findMentions(indexFacts(facts), sentence.text.toLowerCase()).some(({ fact }) => (fact.section ?? null) === section);
}
