// Incidence of a term, with the control arm where there is one: "T (12% vs 5%)", "T occurred in 12% of patients on D and 5% on placebo",
// "12% of patients reported T". A control arm with none is 0 %.
import type { Fact } from "../../categories/schema";
import { armOf, armWords, cleanTerm } from "./incidence-terms";
import type { Quantity } from "./quantities/types";

export type Incidence = { term: string; quantity: Quantity; control: { quantity: Quantity | null; arm: string } | null };

const verbs =
  /\b(?:occurred|occurs?|(?:was|were|has been|have been|is|are)(?: \w+ly)? (?:reported|observed|seen|noted|experienced|recorded|documented|found|common|more common|more frequent)|developed|affected|was|were|is|are)\b/i;
const versus = /\b(?:vs\.?|versus|compared (?:with|to)|and|than|against|on|in|or)\b|[,/]/i;
const otherArm =
  /^\s*(?:of\s+)?(?:those|patients|subjects|participants|people|persons)?\s*(?:who (?:received|took)|on|treated with|receiving|taking|given|with|in the)\s+([A-Za-z][A-Za-z-]+)/i;

/** Incidences stated in a sentence, in order. */
export function findIncidences(fact: Fact, sentence: string, quantities: readonly Quantity[]): Incidence[] {
  const percents = quantities.filter((quantity) => quantity.kind === "percent" && quantity.unit === "%" && isShare(sentence, quantity));
  const arms = armed(fact, sentence, percents);
  if (arms.length > 0) return arms;
  const found = listed(fact, sentence, percents);
  return found.length > 0 ? found : stated(fact, sentence, percents);
}

function isShare(sentence: string, quantity: Quantity): boolean {
  const after = sentence.slice(quantity.end, quantity.end + 20);
  const before = sentence.slice(Math.max(0, quantity.start - 48), quantity.start);
  return (
    !/^ ?(?:CI|confidence|higher|lower|increase|decrease|reduction)/i.test(after) &&
    !/(?:increas|decreas|reduc|ris|rose|f[ae]ll|lower|declin|chang)\w*(?: [\w-]+){0,3} by $/i.test(before)
  );
}

// "T occurred more often with D (10.8%) than with placebo (0.6%)": the brackets belong to the arms, not to terms.
function armed(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  const [first, second] = percents;
  if (!first || !second || percents.length !== 2) return [];
  const before = sentence.slice(0, first.start);
  const between = sentence.slice(first.end, second.start);
  if (
    !/\b(?:with|on|receiving|for|in) [\w-]+(?: \w+)? \($/i.test(before) ||
    !/^\)[^()]*\b(?:with|on|receiving|for|in) [\w-]+(?: \w+)? \($/i.test(between)
  )
    return [];
  const term = termBefore(fact, before);
  return term ? [{ term, quantity: first, control: { quantity: second, arm: armOf(between) } }] : [];
}

function listed(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  const found: Incidence[] = [];
  for (const quantity of percents) {
    const open = sentence.lastIndexOf("(", quantity.start);
    const close = sentence.indexOf(")", quantity.end);
    if (open < 0 || close < 0 || sentence.lastIndexOf(")", quantity.start) > open) continue;
    const inside = percents.filter((each) => each.start > open && each.end <= close);
    if (inside[0] !== quantity || inside.length > 2) continue;
    if (
      !/^(?:n ?= ?)?[\d/ ,;]*(?:in |about |approximately )?$/i.test(sentence.slice(open + 1, quantity.start)) &&
      !/[<>≤≥]\s?$/.test(sentence.slice(open + 1, quantity.numberStart))
    )
      continue;
    const term = cleanTerm(
      fact,
      sentence
        .slice(0, open)
        .split(/[,;:()]| (?:and|or|were|was|are|is|included?|including|as|with|of|than|reported|experienced|had) /)
        .at(-1) ?? "",
    );
    if (!term) continue;
    const other = inside[1];
    const words = sentence.slice(quantity.end, close);
    found.push({
      term,
      quantity,
      control: other && versus.test(sentence.slice(quantity.end, other.start)) ? { quantity: other, arm: armOf(words) } : null,
    });
  }
  return found;
}

function stated(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  const first = percents[0];
  if (!first) return [];
  const before = sentence.slice(0, first.start);
  const after = sentence.slice(first.end);
  const term = termBefore(fact, before) ?? termAfter(fact, after);
  if (!term) return [];
  const second = percents[1];
  const between = second ? sentence.slice(first.end, second.start) : "";
  const rest = second ? sentence.slice(second.end) : after;
  if (second && between.length < 120 && versus.test(between) && (armWords.test(rest) || armWords.test(between))) {
    return [{ term, quantity: first, control: { quantity: second, arm: armOf(rest + between) } }];
  }
  const active = second && versus.test(between) && between.length < 120 ? otherArm.exec(rest)?.[1] : undefined;
  if (second && active) return [{ term, quantity: first, control: { quantity: second, arm: active.toLowerCase() } }];
  const none =
    /\b(?:and|versus|vs\.?|compared (?:with|to)|but) (?:none|no (?:patients?|subjects?|cases?|one)|zero)\b[^.;]{0,40}\b(placebo|control|comparator|vehicle)/i.exec(
      after,
    );
  return [{ term, quantity: first, control: none ? { quantity: null, arm: armOf(none[0]) } : null }];
}

function termBefore(fact: Fact, before: string): string | null {
  const clause = before.split(/[;:]|\b(?:whereas|while|but)\b/).at(-1) ?? before;
  const rated = /\b(?:incidences?|rates?|frequenc(?:y|ies)) of ([^,;()]{3,60}?) (?:was|were|is|are|of|in|among|with)\b[^%]*$/i.exec(clause);
  if (rated) return cleanTerm(fact, rated[1] ?? "");
  const verb = verbs.exec(clause);
  if (!verb)
    return /:\s*$|\|\s*$/.test(before)
      ? cleanTerm(
          fact,
          before
            .split(/[|:]/)
            .filter((cell) => cell.trim() !== "")
            .at(-1) ?? "",
        )
      : null;
  const subject =
    clause
      .slice(0, verb.index)
      .split(/^(?:In|Among|During|Across|With|At|Of)\b[^,]*,|,\s(?=\w+ $)/)
      .at(-1) ?? "";
  return cleanTerm(fact, subject.replace(/\([^)]*\)/g, ""));
}

function termAfter(fact: Fact, after: string): string | null {
  const match =
    /^[^.;%]{0,80}?\b(?:experienced|reported|had|developed|suffered|discontinued (?:due to|because of))\s+([^,;.()]{3,60}?)(?=$|[,;.()]|\s(?:compared|versus|vs|than|and \d|in the|with|while|whereas|on placebo)\b)/i.exec(
      after,
    );
  return match ? cleanTerm(fact, match[1] ?? "") : null;
}
