// Which head a sentence may stand under, and what comes first there: what holds in general before what holds for some.

import { type Fact, factSchema } from "../../categories/schema";
import { findMentions, indexFacts } from "../../claims/core/mentions";
import type { DraftInput, DraftSource } from "./draft-input";
import type { ProseSentence } from "./prose";

const boxed = /\bboxed warning\b|^\s*warnings?:/i;
const special =
  /\b(?:(?:extended|modified|delayed|prolonged)-release|child(?:ren)?|p(?:a)?ediatric|adolescents?|elderly|geriatric|older (?:people|adults|patients)|pregnan\w+|end-stage|(?:mild|moderate|severe) (?:renal|hepatic)|(?:renal|hepatic) impairment|in (?:patients|women|men|subjects|those) (?:with|who|undergoing|receiving)|after (?:hip|knee)|overdose)\b/i;

/** True for a sentence that holds for some only: a form, an age, a condition. */
export const isSpecial = (text: string): boolean => special.test(text);

/** The words of a boxed warning stand under the head of boxed warnings and nowhere else. */
export function mayStandUnder(source: DraftSource, at: number, fact: { label: string; section?: string | undefined }): boolean {
  const heading = source.passages.find((passage) => passage.start <= at && at < passage.end)?.heading ?? null;
  if (heading === null || !boxed.test(heading.split("›").at(-1) ?? heading)) return true;
  return boxed.test(`${fact.section ?? ""} ${fact.label}`);
}

/** Whether a sentence that another leans on speaks of what the section is about: it states or names a fact of it. */
export function belongingTo(input: DraftInput): (source: DraftSource, sentence: ProseSentence, section: string | null) => boolean {
  const facts: Fact[] = input.facts.map((fact) => factSchema.parse({ kind: "text", ...fact }));
  const sections = new Map(facts.map((fact) => [fact.name, fact.section ?? null]));
  const stated = new Set(input.claims.map((claim) => `${sections.get(claim.attribute) ?? null} ${claim.sourceId} ${claim.start}`));
  return (source, sentence, section) =>
    stated.has(`${section} ${source.id} ${sentence.start}`) ||
    findMentions(indexFacts(facts), sentence.text.toLowerCase()).some(({ fact }) => (fact.section ?? null) === section);
}
