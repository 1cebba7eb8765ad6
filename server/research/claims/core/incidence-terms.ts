// What counts as the name of an adverse event or of a control arm.
import type { Fact } from "../../categories/schema";

export const armWords = /\b(placebo|control|comparator|vehicle|sham)s?\b/i;
const notTerms =
  /^(?:patients?|subjects?|those|group|arm|women|men|adults|children|placebo|control|it|this|these|they|drug|treatment|dose|doses|rate|rates|incidence|frequency|total|overall|all|most|approximately|about|trials?|stud(?:y|ies)|participants|volunteers|cases?|events?|the|of|adverse|reactions?|effects?|bioavailability|half-life|value|values|exposure|concentrations?)$/i;
const lead =
  /^(?:the |an? |any |severe |most |other |common(?:est)? |frequent(?:ly)? |reported |(?:overall |cumulative )?(?:incidences?|rates?|frequenc(?:y|ies)|risk) of |treatment[- ]emergent |drug[- ]related |cases of |events of |symptoms of )+/i;

/** The name of an event from the words that hold it, in the fact's vocabulary where it is known there; null when they are no name. */
export function cleanTerm(fact: Fact, words: string): string | null {
  const plain = words
    .replace(/[*_#|]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(lead, "")
    .replace(/^(?:and|or|the|both|with) /i, "")
    .trim()
    .toLowerCase();
  const known = fact.values.find((each) => each.value.toLowerCase() === plain || each.synonyms.some((synonym) => synonym.toLowerCase() === plain));
  if (known) return known.value;
  const parts = plain.split(" ");
  if (
    plain.length < 3 ||
    parts.length > 5 ||
    !/^[a-z][a-z' -]+$/.test(plain) ||
    (!/^(?:discontinuations?|withdrawals?) /.test(plain) && parts.some((part) => /^(?:which|that|who|is|was|were|are|to|for|be)$/.test(part)))
  )
    return null;
  if (/^(?:discontinuations?|withdrawals?) /.test(plain)) return plain;
  // "injection site reactions" names an event, "adverse reactions" does not.
  const named =
    parts.length > 1 &&
    /^(?:reactions?|events?|effects?)$/.test(parts.at(-1) ?? "") &&
    !/^(?:adverse|side|drug|serious|other|unwanted|undesirable|such|these|all|related|frequent|common)$/.test(parts.at(-2) ?? "");
  return notTerms.test(plain) || (!named && notTerms.test(parts.at(-1) ?? "")) ? null : plain;
}

/** "placebo", or "control" where the words name no better. */
export function armOf(words: string): string {
  return armWords.exec(words)?.[1]?.toLowerCase() ?? "control";
}

/** True when a column head names a control arm. */
export function isArm(words: string): boolean {
  return armWords.test(words);
}
