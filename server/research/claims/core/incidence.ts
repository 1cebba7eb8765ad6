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
  /^\s*(?:of\s+)?(?:those|patients|subjects|participants|people|persons)?\s*(?:who (?:received|took)|on|treated with|receiving|taking|given|with|in the)\s+(?:the\s+)?([A-Za-z][A-Za-z-]+)|^\s*of (?:the )?([A-Za-z][A-Za-z-]+)(?: group| arm| recipients|-treated| patients)/i;

/** Incidences stated in a sentence, in order. */
export function findIncidences(fact: Fact, sentence: string, quantities: readonly Quantity[]): Incidence[] {
  const percents = [...quantities.filter((quantity) => quantity.kind === "percent" && quantity.unit === "%"), ...spokenShares(sentence)]
    .filter((quantity) => isShare(sentence, quantity))
    .sort((a, b) => a.start - b.start);
  const arms =
    armed(fact, sentence, percents) ?? inOrder(fact, sentence, percents) ?? inArms(fact, sentence, percents) ?? inPairs(fact, sentence, percents);
  if (arms) return arms;
  const found = withControls(sentence, [...listed(fact, sentence, percents), ...inRow(fact, sentence, percents)], percents);
  return found.length > 0 ? found : stated(fact, sentence, percents);
}

function isShare(sentence: string, quantity: Quantity): boolean {
  const after = sentence.slice(quantity.end, quantity.end + 20);
  const before = sentence.slice(Math.max(0, quantity.start - 48), quantity.start);
  return (
    !/^ ?(?:CI|confidence|higher|lower|increase|decrease|reduction|of (?:body|baseline|the (?:dose|upper|recommended)|total|initial|ideal)\b)/i.test(
      after,
    ) && !/(?:increas|decreas|reduc|ris|rose|f[ae]ll|lower|declin|chang)\w*(?: [\w-]+){0,3} by $/i.test(before)
  );
}

// "T occurred more often with D (10.8%) than with placebo (0.6%)": the brackets belong to the arms, not to terms.
function armed(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] | null {
  const [first, second] = percents;
  if (!first || !second || percents.length !== 2) return null;
  const before = sentence.slice(0, first.start);
  const between = sentence.slice(first.end, second.start);
  if (
    !/\b(?:with|on|receiving|for|in) [\w-]+(?: \w+)? \($/i.test(before) ||
    !/^\)[^()]*\b(?:with|on|receiving|for|in) [\w-]+(?: \w+)? \($/i.test(between)
  )
    return null;
  const term = termBefore(fact, before);
  return term
    ? [{ term, quantity: first, control: { quantity: second, arm: armOf(armWords.test(between) ? between : sentence.slice(second.end)) } }]
    : null;
}

// "21%, 15% and 8% of patients receiving 20 mg, 10 mg and placebo, respectively": each dose against the last arm.
function inOrder(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] | null {
  const first = percents[0];
  const last = percents.at(-1);
  if (!first || !last || percents.length < 3) return null;
  const row = percents.every((quantity, index) => {
    const next = percents[index + 1];
    return !next || /^(?:,|,? (?:and|or)) $/.test(sentence.slice(quantity.end, next.start));
  });
  const arm = /\band (?:the )?(placebo|control|comparator|vehicle|sham)\b[^.;]{0,20}\brespectively\b/i.exec(sentence.slice(last.end));
  const term = row && arm ? (termBefore(fact, sentence.slice(0, first.start)) ?? termAfter(fact, sentence.slice(last.end))) : null;
  if (!arm || !term) return null;
  return percents.slice(0, -1).map((quantity) => ({ term, quantity, control: { quantity: last, arm: armOf(arm[0]) } }));
}

// "in 14% of the 300 mg group, 9% of the 150 mg group and 5% of the placebo group"
function inArms(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] | null {
  const [first, last] = [percents[0], percents.at(-1)];
  if (!first || !last || percents.length < 3) return null;
  const grouped = percents.every((quantity, index) =>
    /^[^,;%]{0,60}\b(?:groups?|arms?|mg|placebo)\b/i.test(sentence.slice(quantity.end, percents[index + 1]?.start)),
  );
  const arm = armWords.exec(sentence.slice(last.end, last.end + 60));
  const term = grouped && arm ? termBefore(fact, sentence.slice(0, first.start)) : null;
  return term && arm ? percents.slice(0, -1).map((quantity) => ({ term, quantity, control: { quantity: last, arm: armOf(arm[0]) } })) : null;
}

// "Vomiting and diarrhea occurred in 13% and 9%, respectively", also of three and more
function inPairs(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] | null {
  const [first, last] = [percents[0], percents.at(-1)];
  if (!first || !last || percents.length < 2 || armWords.test(sentence)) return null;
  const row = percents.every((quantity, index) => {
    const next = percents[index + 1];
    return !next || (next === last ? /^,? and $/ : /^, $/).test(sentence.slice(quantity.end, next.start));
  });
  if (!row || !/\brespectively\b/i.test(sentence.slice(last.end))) return null;
  const verb = verbs.exec(sentence.slice(0, first.start));
  const terms = sentence
    .slice(0, verb?.index ?? 0)
    .trim()
    .split(/,? and |, /)
    .map((words) => cleanTerm(fact, words));
  if (!verb || terms.length !== percents.length || terms.includes(null)) return null;
  return percents.map((quantity, index) => ({ term: terms[index] ?? "", quantity, control: null }));
}

const spoken =
  /\b(?:(?:about|approximately) )?(\d{1,3}|one|two|three) (?:in|out of) (?:every )?(\d{1,3}(?:,?\d{3})*|three|four|five|six|seven|eight|nine|ten|twenty) (?=(?:patients|people|subjects|users|women|men|children|adults|recipients|participants)\b)/gi;
const spokenNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};

/** "1 in 10 patients" as a share of a hundred. */
function spokenShares(sentence: string): Quantity[] {
  return [...sentence.matchAll(spoken)].flatMap((match): Quantity[] => {
    const part = spokenNumbers[(match[1] ?? "").toLowerCase()] ?? Number(match[1]);
    const whole = spokenNumbers[(match[2] ?? "").toLowerCase()] ?? Number((match[2] ?? "").replaceAll(",", ""));
    if (!(part > 0) || part >= whole) return [];
    const end = match.index + match[0].trimEnd().length;
    const place = { raw: match[0].trimEnd(), start: match.index, end, numberStart: match.index, numberEnd: end };
    const value = Number(((100 * part) / whole).toPrecision(6));
    return [{ ...place, kind: "percent", value, op: "=", approx: /^a/i.test(match[0]), unit: "%", dimension: "1" }];
  });
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
        // "Alopecia is uncommon (0.3%)"
        .replace(/ (?:is|are|was|were) (?:very |relatively |less |more )?(?:common|uncommon|rare|frequent|infrequent) $/i, " ")
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

// "A (34%), B (19%) and C (12%) ..., compared with 11%, 7% and 6% on placebo": the second row is the control arm's, in the same order.
function withControls(sentence: string, found: Incidence[], percents: readonly Quantity[]): Incidence[] {
  const last = found.at(-1);
  if (!last || found.length < 2 || found.some((one) => one.control)) return found;
  const rest = percents.filter((quantity) => quantity.start > last.quantity.end && !found.some((one) => one.quantity === quantity));
  const end = rest.at(-1)?.end ?? 0;
  const row = rest.every((quantity, index) => {
    const next = rest[index + 1];
    return !next || /^(?:,|,? and) $/.test(sentence.slice(quantity.end, next.start));
  });
  const arm = armWords.exec(sentence.slice(end, end + 40));
  if (rest.length !== found.length || !row || !arm) return found;
  return found.map((one, index) => ({ ...one, control: { quantity: rest[index] ?? null, arm: armOf(arm[0]) } }));
}

// "headache 8%, itching 4% and insomnia 3%"
function inRow(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  const named = percents.flatMap((quantity): Incidence[] => {
    const words = /(?:: |, (?:and )?| and )([a-z][a-z' -]{2,40}) $/i.exec(sentence.slice(0, quantity.start))?.[1];
    const term = words !== undefined && /^(?:[,;.)]| and |$)/.test(sentence.slice(quantity.end)) ? cleanTerm(fact, words) : null;
    return term && !verbs.test(words ?? "") && !/ (?:in|of|on|with|by|to|for) /.test(` ${words} `) ? [{ term, quantity, control: null }] : [];
  });
  return named.length > 1 ? named : [];
}

/** "4.5% of patients on placebo and 9.5% of those on D": the arm is named before the word that sets the two against each other. */
const controlFirst =
  /^[^,;]{0,40}\b(?:on|in|with|receiving|given|taking|of)\s(?:the\s)?(?:placebo|control|comparator|vehicle|sham)\b[^;]{0,24}\b(?:and|versus|vs\.?|compared (?:with|to)|against|but)\b/i;

function stated(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  const first = percents[0];
  if (!first) return [];
  const before = sentence.slice(0, first.start);
  const after = sentence.slice(first.end);
  const second = percents[1];
  const between = second ? sentence.slice(first.end, second.start) : "";
  const rest = second ? sentence.slice(second.end) : after;
  const paired = second !== undefined && between.length < 120 && (armWords.test(rest) || armWords.test(between));
  // "7% of subjects on D and 2% on placebo reported insomnia"
  const term = termBefore(fact, before) ?? termAfter(fact, after) ?? (paired ? termAfter(fact, rest) : null);
  if (!term) return [];
  if (
    second &&
    between.length < 120 &&
    (versus.test(between) || /\(\s*(?:placebo|control|vehicle|sham)\b/i.test(between)) &&
    (armWords.test(rest) || armWords.test(between))
  ) {
    return controlFirst.test(between) && !armWords.test(rest)
      ? [{ term, quantity: second, control: { quantity: first, arm: armOf(between) } }]
      : [{ term, quantity: first, control: { quantity: second, arm: armOf(rest + between) } }];
  }
  const active = second && versus.test(between) && between.length < 120 ? armNamed(rest) : undefined;
  if (second && active) return [{ term, quantity: first, control: { quantity: second, arm: active.toLowerCase() } }];
  const none =
    /\b(?:and|versus|vs\.?|compared (?:with|to)|but) (?:none|no (?:patients?|subjects?|cases?|one)|zero)\b[^.;]{0,40}\b(placebo|control|comparator|vehicle)/i.exec(
      after,
    );
  return [{ term, quantity: first, control: none ? { quantity: null, arm: armOf(none[0]) } : null }, ...furtherTerms(fact, sentence, percents)];
}

// "nausea occurred in 12% of patients, vomiting in 8% and rash in 3%"
function furtherTerms(fact: Fact, sentence: string, percents: readonly Quantity[]): Incidence[] {
  return percents.slice(1).flatMap((quantity, index): Incidence[] => {
    const gap = sentence.slice(percents[index]?.end ?? 0, quantity.start);
    const words = /(?:, and|,| and|;) ([a-z][a-z' -]{2,40}?) (?:occurred )?in (?:about |approximately )?$/i.exec(gap)?.[1];
    const term = words === undefined ? null : cleanTerm(fact, words);
    return term ? [{ term, quantity, control: null }] : [];
  });
}

function armNamed(rest: string): string | undefined {
  const match = otherArm.exec(rest);
  return match?.[1] ?? match?.[2];
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
  return cleanTerm(fact, subject.replace(/\([^)]*\)/g, "").replace(/ (?:above|greater than|exceeding|more than|over|at least|[<>≤≥]) .*$/i, ""));
}

function termAfter(fact: Fact, after: string): string | null {
  const match =
    /^[^.;%]{0,80}?\b(?:experienced|reported|had|developed|suffered|discontinued (?:due to|because of))\s+([^,;.()]{3,60}?)(?=$|[,;.()]|\s(?:compared|versus|vs|than|and \d|in the|with|while|whereas|on placebo)\b)/i.exec(
      after,
    );
  return match ? cleanTerm(fact, match[1] ?? "") : null;
}
