// Negation cues with their scope: forward to the end of the clause, and backward to a subject that "was not", "is absent", "was removed". What is denied in
// brackets is denied there alone, and what is denied of "those who" is not denied of what they then do.
import { clauseAt, findClauses } from "./clauses";

type Span = { start: number; end: number };
export type Negation = { cue: string; start: number; end: number; scopeStart: number; scopeEnd: number };

const cues =
  /\b(?:no longer|not|never|no|none|nor|neither|without|lack(?:s|ed|ing)?(?: of)?|absence of|absent|fail(?:s|ed|ing)? to|free of|free from|cannot|unable to|negative for|devoid of|excluding|rather than|instead of|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|should|would)n't)\b/gi;
/** Cues that deny nothing of what follows. */
const falseCue =
  /^(?:not (?:only|just|merely|necessarily|least|uncommon(?:ly)?|infrequent(?:ly)?|unusual(?:ly)?|surprising(?:ly)?|to mention)|no matter|no (?:equivalent|counterpart|analogue|parallel)s? (?:of|to|for)|no (?:doubt|less|fewer|more than|later than|earlier than)|not (?:more|less|fewer|later|earlier) than|not (?:to )?exceed|cannot be (?:excluded|ruled out)|without (?:regard|respect|food)|not (?:yet |been |well |fully ){0,2}(?:known|established|studied|understood|available|evaluated|investigated|determined)\b|no\.? \d|none the less|nevertheless)/i;
const eitherWay = /\b(?:with|whether) or $/i;
const reach = 120;
const backReach = 70;
// A new subject begins after these: what stands before is not what the verb denies, and what follows is denied no more.
const subjectBreak =
  /[,:(]|\b(?:that|who|which|where|because|since|as)\b|\b(?:and|or|nor|but) (?=(?:is|was|are|were|does|do|did|has|have|had|may|can|should|could)\b)/gi;
const objectBreak =
  /, (?:and|but) (?:that|it|the|this|is|was|he|she|they|its)\b|, (?:and|but) (?:[\w-]+ ){1,6}(?:is|was|are|were|has|have|may|should|can|does)\b|, (?:which|who|where|so|since|because)\b|: |\b(?:because|since)\b/i;
const subjectVerb = /(?:is|are|was|were|has|have|had|does|do|did|be|been|could|can|should|may|might|will|would|must)\s+(?:\w+ly\s+)?$/i;

/** Negations of a sentence; scopes are offsets into it. */
export function findNegations(sentence: string): Negation[] {
  const clauses = findClauses(sentence);
  const found: Negation[] = [];
  for (const match of sentence.matchAll(cues)) {
    const start = match.index;
    if (falseCue.test(sentence.slice(start, start + 40)) || eitherWay.test(sentence.slice(Math.max(0, start - 12), start))) continue;
    const clause = clauseAt(clauses, start);
    const end = start + match[0].length;
    const backward =
      /n't$|^(?:not|never|no longer|absent|cannot)$/i.test(match[0]) &&
      (subjectVerb.test(sentence.slice(clause.start, start)) || /n't$|^(?:absent|cannot)$/i.test(match[0]));
    const before = sentence.slice(clause.start, start);
    const subject = Math.max(start - backReach, clause.start + lastEnd(before, subjectBreak));
    const limit = Math.min(clause.end, end + reach, closingOf(sentence, start), endOfRelative(sentence, clause.start, start, end));
    const forward = objectBreak.exec(sentence.slice(end, limit));
    const scopeEnd = forward ? end + forward.index : limit;
    found.push({ cue: match[0].toLowerCase(), start, end, scopeStart: backward ? subject : start, scopeEnd });
  }
  return found;
}

/** Where the brackets round an offset close; infinite where it stands in none. */
function closingOf(sentence: string, at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const mark = sentence.charAt(index);
    if (mark === ")" || mark === "]") depth++;
    else if (mark === "(" || mark === "[") {
      if (depth === 0) {
        const close = sentence.indexOf(mark === "(" ? ")" : "]", at);
        return close < 0 ? Number.POSITIVE_INFINITY : close;
      }
      depth--;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** "Patients who do not tolerate it | should take": the verb of the main clause ends what the relative clause denies. */
function endOfRelative(sentence: string, from: number, start: number, end: number): number {
  if (!/\b(?:who|whose)\b[^,;:]*$/i.test(sentence.slice(from, start))) return Number.POSITIVE_INFINITY;
  const rest = sentence.slice(end, end + reach);
  const verb = /^((?: [\w-]+){2,}?) (?:should|must|may|can|will|is|are|was|were)\b/i.exec(rest);
  return verb?.[1] !== undefined && !/\b(?:that|who|which|and|or)$/i.test(verb[1]) ? end + verb[1].length : Number.POSITIVE_INFINITY;
}

function lastEnd(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** True when the words from `start` to `end` of `sentence` are denied: an odd number of cues has them in scope. Cues inside `own` words deny nothing. */
export function isNegated(sentence: string, start: number, end: number, extraCues: readonly string[] = [], own: readonly Span[] = []): boolean {
  const hits = findNegations(sentence).filter(
    (negation) => negation.scopeStart <= start && end <= negation.scopeEnd && ![{ start, end }, ...own].some((span) => overlaps(negation, span)),
  );
  const near = hits.filter((negation) =>
    negation.end <= start ? !/\b(?:and|or) (?:is|was|are|were|has|had)\b/i.test(sentence.slice(negation.end, start)) : true,
  );
  // "Neither A nor B" denies once.
  const count = near.some(({ cue }) => cue === "nor") ? 1 : near.length;
  return (count % 2 === 1) !== isDeniedBy(sentence, start, end, extraCues);
}

/** True when the words themselves are denied, not a participle that leads to them: "not recommended in children" denies no children. */
export function isNameNegated(sentence: string, start: number, end: number, extraCues: readonly string[] = [], own: readonly Span[] = []): boolean {
  if (!isNegated(sentence, start, end, extraCues, own)) return false;
  const cue = findNegations(sentence).find(
    (negation) => negation.end <= start && start <= negation.scopeEnd && !own.some((span) => overlaps(negation, span)),
  );
  return !cue || !/\b\w{3,}ed\b/.test(sentence.slice(cue.end, start));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isDeniedBy(sentence: string, start: number, end: number, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const clause = clauseAt(findClauses(sentence), start);
  const around = `${sentence.slice(clause.start, start)} ${sentence.slice(end, clause.end)}`.toLowerCase();
  return words.some((word) => new RegExp(`(?<![\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}])`, "u").test(around));
}

const hedges =
  /\b(?:may|might|could|can be|possibl[ye]|probabl[ye]|perhaps|suggest(?:s|ed|ing)?|predict(?:s|ed)?|appear(?:s|ed)? to|seem(?:s|ed)? to|likely|unlikely|potential(?:ly)?|presum(?:ed|ably)|hypothesi[sz]ed|thought to|believed to|expected to|estimated to|anticipated)\b/i;

/** True when the words before `at` in its clause speak of what may be, not of what is. */
export function isHedged(sentence: string, at: number): boolean {
  const clause = clauseAt(findClauses(sentence), at);
  return hedges.test(sentence.slice(clause.start, at).replace(/\b(?:on|in|of|by|since|until|from|early|late|mid|\d{1,2}) May\b|\bMay \d/g, ""));
}
