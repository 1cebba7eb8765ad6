// Ownership: where one passage sentence reads almost like the sentence, that sentence must itself carry its numbers and names.
import { type Candidate, type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { matchQuantity } from "./match-quantity";
import { isDemonymPair, type NameSpan } from "./names";
import { takesUp } from "./taken-up";

const owns = 0.8;
const ownsUnits = 0.6;
const equal = 0.92;
const namedBefore = 3;

/** Items that stand in the passage, but not in the sentence of it that says the rest. */
export function checkOwnership(c: Case): Finding[] {
  if (c.coverage < ownsUnits) return [];
  const own = equalsOf(c, equal);
  const nearest = own[0]?.line.text ?? "";
  const findings: Finding[] = [];
  for (const q of c.line.quantities) {
    const grades = own.flatMap((candidate) => candidate.line.quantities.map((p) => matchQuantity(q, p)));
    const carried = grades.some((match) => match.grade === "full" || match.grade === "bare");
    if (carried) {
      if (c.coverage >= owns)
        findings.push(
          ...boundsOf(
            q.text,
            grades.filter((m) => m.grade !== "none" && m.grade !== "clash").map((m) => m.comparator),
            nearest,
          ),
        );
    } else if (grades.some((match) => match.grade === "clash"))
      findings.push(finding("unit_elsewhere", true, "{s} stands there with another unit: {p}.", q.text, shorten(nearest)));
    else if (c.coverage >= owns && q.value !== 1)
      findings.push(finding("number_elsewhere", true, "{s} is not in the passage's sentence that says the rest: {p}.", q.text, shorten(nearest)));
  }
  if (c.coverage < owns) return findings;
  for (const span of c.names) {
    const missing = own.every((candidate) => !carriesName(c, span, candidate));
    if (missing)
      findings.push(finding("name_elsewhere", true, "{s} is not in the passage's sentence that says the rest: {p}.", span.text, shorten(nearest)));
  }
  return findings;
}

function boundsOf(text: string, grades: readonly string[], nearest: string): Finding[] {
  if (grades.includes("same") || grades.includes("dropped")) return [];
  const rule = grades.includes("added") ? "comparator_added" : "comparator_opposite";
  return [finding(rule, true, "{s} is bounded otherwise in the passage: {p}.", text, shorten(nearest))];
}

/** At least one word of the name stands in the sentence, or the context of the passage supplies it. */
function carriesName(c: Case, span: NameSpan, candidate: Candidate): boolean {
  return span.tokens.some((at) => {
    const token = c.line.tokens[at];
    if (!token) return true;
    if (c.analysis.context.keys.has(token.stem) || candidate.line.keys.has(token.stem) || isTakenUp(c, candidate, token.stem)) return true;
    return candidate.line.tokens.some(
      (other) => other.kind === "word" && (isDemonymPair(token.lower, other.lower) || initialsMatch(candidate, token.lower)),
    );
  });
}

/** "It destroyed 87 churches" is about what a sentence just before has named. */
function isTakenUp(c: Case, { index, line }: Candidate, stem: string): boolean {
  return takesUp(line) && (c.analysis.postings.get(stem) ?? []).some((at) => at < index && index - at <= namedBefore);
}

function initialsMatch(candidate: Candidate, word: string): boolean {
  if (word.length < 2 || word.length > 6) return false;
  const letters = candidate.line.tokens.flatMap((token) => (token.kind === "word" ? [token.lower.charAt(0)] : [])).join("");
  return letters.includes(word);
}

const shorten = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}…`);
