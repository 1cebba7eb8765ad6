// Typed claims from a passage, by rule. Everything that is known of an attribute stands in its fact definition: no attribute has a name here.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import type { ClaimValue, ExtractedClaim, Qualifiers, QuantityValue } from "../schema";
import { analyse } from "./analyse";
import { isCued } from "./cues";
import { findDates } from "./dates";
import { findIncidences } from "./incidence";
import { type Link, linkQuantities } from "./link";
import { linkDates } from "./link-dates";
import { findMentions, indexFacts, type Mention } from "./mentions";
import { withMultiples } from "./multiples";
import { isHedged, isNegated } from "./negation";
import { armAfter, substanceOf, weighsSubstance } from "./of-what";
import { isImplausible } from "./plausible";
import { type Mark, markInOrder, qualifiersFor } from "./qualifiers";
import type { Quantity } from "./quantities/types";
import { type Sentence, splitSentences } from "./sentences";
import { concerns, isSubjectItself } from "./subject";
import { readTableRow } from "./tables";
import { type Found, readBooleans, readIdentifiers, readMembers, readReferences } from "./vocabulary";

export type ExtractionInput = {
  text: string;
  start: number;
  end: number;
  facts: readonly Fact[];
  defaults?: Qualifiers;
  /** The title of the text, which often names its subject once for all. */
  title?: string;
  /** Names of what is researched. Given, sentences about something else are left out, and the subject is no member of a vocabulary nor its own partner. */
  subject?: readonly string[];
};
/** A value found in a sentence; offsets into the sentence. */
type Hit = {
  fact: Fact;
  value: ClaimValue;
  start: number;
  end: number;
  mention: { start: number; end: number } | null;
  denied: boolean;
  extra?: Qualifiers;
  /** Where the number itself begins, after its operator words. */
  number?: number;
};

/** Read loosely, so of use only where the fact is compared by them. */
const keptWhenCompared: readonly ComparabilityKey[] = ["partner", "definition", "as_of", "fiscal_period", "endpoint", "study"];

/** Claims of `text` between `start` and `end`; every quote is the sentence, `text.slice(claim.start, claim.end) === claim.quote`. */
export function extractClaims({ text, start, end, facts, defaults = {}, subject = [], title }: ExtractionInput): ExtractedClaim[] {
  return splitSentences(text, start, end).flatMap((sentence) =>
    isProse(sentence.text) && concerns(sentence.text, text, subject, title)
      ? [...fromSentence(sentence, facts, defaults, subject), ...fromTable(text, sentence, facts, defaults)]
      : [],
  );
}

function fromTable(text: string, sentence: Sentence, facts: readonly Fact[], defaults: Qualifiers): ExtractedClaim[] {
  if (!sentence.text.includes("|")) return [];
  return readTableRow(text, sentence, facts, indexFacts(facts)).map(({ fact, value, start, end, qualifiers }) => ({
    attribute: fact.name,
    value: flagged(fact, value),
    qualifiers: keepFor(fact, { ...defaults, ...qualifiers }, qualifiers),
    polarity: "affirmed",
    hedged: false,
    raw: sentence.text.slice(start, end),
    quote: sentence.text,
    start: sentence.start,
    end: sentence.end,
    extractor: "rule",
  }));
}

// Headings name facts without stating them, and a question states nothing. "TMAX (H): 3" states a value, "WARNING: LACTIC ACIDOSIS" does not.
function isProse(sentence: string): boolean {
  // The head of a boxed warning says what it warns of.
  if (/^(?:BOXED )?WARNINGS?: /.test(sentence)) return true;
  if (/^[^\p{Ll}|]+$/u.test(sentence) && !/[.%]|:[^:]*\d/.test(sentence)) return false;
  return !/^#{1,6}\s/.test(sentence) && !/\?["')\]]*$/.test(sentence) && /\p{L}/u.test(sentence);
}

function fromSentence(sentence: Sentence, facts: readonly Fact[], defaults: Qualifiers, subject: readonly string[]): ExtractedClaim[] {
  const analysed = analyse(sentence.text);
  const { plain } = analysed;
  const mentions = findMentions(indexFacts(facts), analysed.lower);
  const free = facts.some((fact) => fact.synonyms.length === 0 && fact.kind !== "text");
  if (mentions.length === 0 && !free) return [];
  const numeric = mentions.some(({ fact }) => fact.kind === "quantity" || fact.kind === "incidence");
  const all = numeric || mentions.length > 0 ? analysed.quantities() : [];
  // "Romans 8:18-25" holds no numbers, where references are what the category reads.
  const cited = all.length > 0 && facts.some((fact) => fact.kind === "reference") ? analysed.references() : [];
  const found = cited.length === 0 ? all : all.filter((quantity) => !cited.some((one) => one.start < quantity.end && quantity.start < one.end));
  const quantities = mentions.some(({ fact }) => fact.scale === "ratio") ? withMultiples(plain, found) : found;
  const hits = [
    ...numbers(plain, mentions, quantities, subject),
    ...incidences(plain, facts, mentions, quantities),
    ...dates(plain, mentions),
    ...terms([
      ...readMembers(plain, facts, mentions).filter(({ start, end }) => !isSubjectItself(plain.slice(start, end), subject)),
      ...readIdentifiers(plain, facts, mentions),
      ...readReferences(plain, facts, mentions, analysed.references),
    ]),
    ...readBooleans(plain, mentions).map((found): Hit => ({ ...found, value: { kind: "boolean", value: !found.denied }, denied: false })),
  ].sort((a, b) => a.start - b.start);
  if (hits.length === 0) return [];
  const marks = analysed.marks().filter((mark) => mark.key !== "partner" || !isSubjectItself(mark.value, subject));
  return withoutRepeats(hits).map((hit) => toClaim(hit, hits, sentence, plain, marks, defaults));
}

function numbers(plain: string, mentions: readonly Mention[], quantities: readonly Quantity[], subject: readonly string[]): Hit[] {
  const links = linkQuantities(plain, mentions, quantities);
  return links.flatMap(({ mention, quantity, reading: own }, index): Hit[] => {
    const reading = { ...own, value: boundAlike(plain, links[index - 1], mention, quantity, own.value) };
    const place = {
      fact: mention.fact,
      start: quantity.start,
      end: Math.max(quantity.end, reading.end),
      mention,
      denied: false,
      number: quantity.numberStart,
    };
    const { value } = reading;
    const extra = { ...armAfter(plain, place.end), ...(weighsSubstance(mention.fact) ? substanceOf(plain, subject, place.start) : {}) };
    const more = Object.keys(extra).length > 0 ? { extra } : {};
    // "from 5 to 14 h" after a change is two states.
    if (!quantity.change || value.low === undefined || value.high === undefined) return [{ ...place, ...more, value }];
    const [first, second] = (quantity.low ?? 0) <= (quantity.high ?? 0) ? [value.low, value.high] : [value.high, value.low];
    const { low: _low, high: _high, ...rest } = value;
    const middle = Math.min(quantity.numberEnd, quantity.numberStart + 1);
    return [
      { ...place, ...more, end: middle, value: { ...rest, value: first } },
      { ...place, ...more, start: middle, number: middle, value: { ...rest, value: second } },
    ];
  });
}

// "should not exceed 60 mg in adults and 30 mg in children": one verb bounds both.
function boundAlike(plain: string, before: Link | undefined, mention: Mention, quantity: Quantity, value: QuantityValue): QuantityValue {
  if (!before || before.mention !== mention || before.reading.value.op === "=" || value.op !== "=" || value.value === undefined) return value;
  const verb = /\b(?:exceed\w*|more than|up to|at least|less than)\b/i.test(before.quantity.raw);
  const gap = plain.slice(before.reading.end, quantity.start);
  const joined = /^,?(?: (?:in|for|among|with) [^,;.]{2,50})?,? (?:and|or) (?:to )?$/i.test(gap) && !/\b(?:is|was|are|were|has|have)\b/i.test(gap);
  return verb && joined ? { ...value, op: before.reading.value.op } : value;
}

function incidences(plain: string, facts: readonly Fact[], mentions: readonly Mention[], quantities: readonly Quantity[]): Hit[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== "incidence") return [];
    const named = mentions.find((mention) => mention.fact === fact) ?? null;
    if (fact.synonyms.length > 0 && !named) return [];
    const shown = new Set<Quantity>();
    return findIncidences(fact, plain, quantities).flatMap(({ term, quantity, control }): Hit[] => {
      if (!isCued(fact, plain, quantity.start)) return [];
      const share = (from: Quantity | null, arm: string | null): Hit => ({
        fact,
        value: { kind: "quantity", ...numbersOf(from), op: from?.op ?? "=", approx: from?.approx ?? false, unit: "%", unitAssumed: false },
        start: (from ?? quantity).start,
        end: (from ?? quantity).end,
        mention: named,
        denied: false,
        extra: { term, ...(arm ? { arm } : {}) },
      });
      if (!control) return [share(quantity, null)];
      // Several doses may share one control arm.
      const again = control.quantity !== null && shown.has(control.quantity);
      if (control.quantity) shown.add(control.quantity);
      return [share(quantity, "treatment"), ...(again ? [] : [share(control.quantity, control.arm)])];
    });
  });
}

function numbersOf(quantity: Quantity | null): { value?: number; low?: number; high?: number } {
  if (!quantity) return { value: 0 };
  return quantity.value === undefined ? { low: quantity.low, high: quantity.high } : { value: quantity.value };
}

function dates(plain: string, mentions: readonly Mention[]): Hit[] {
  const named = mentions.filter((mention) => mention.fact.kind === "date");
  if (named.length === 0) return [];
  return linkDates(plain, named, findDates(plain, { loose: true })).map(({ mention, date }) => ({
    fact: mention.fact,
    value: date.value,
    start: date.start,
    end: date.end,
    mention,
    denied: isNegated(plain, mention.start, mention.end, mention.fact.deniedBy ?? []),
  }));
}

function terms(found: readonly Found[]): Hit[] {
  return found.map(({ fact, value, start, end, denied, mention }) => ({ fact, value: { kind: "term", value }, start, end, denied, mention }));
}

// "a 1000% (11-fold) increase" says one value twice.
function withoutRepeats(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, index) => {
    const before = hits[index - 1];
    return (
      !before ||
      before.fact !== hit.fact ||
      hit.fact.scale !== "ratio" ||
      hit.start - before.end > 3 ||
      JSON.stringify(before.value) !== JSON.stringify(hit.value)
    );
  });
}

/** A value outside what the fact takes for plausible is kept and flagged: the source may err, or the reading. */
function flagged(fact: Fact, value: ClaimValue): ClaimValue {
  return value.kind === "quantity" && isImplausible(fact, value) ? { ...value, implausible: true } : value;
}

// "11/02/2018" of a US agency is 2 November; the other reading is kept beside it.
function monthFirst(value: ClaimValue): ClaimValue {
  if (value.kind !== "date" || !value.alternative || value.alternative.earliest.slice(5, 7) !== value.earliest.slice(8, 10)) return value;
  const { alternative, ...first } = value;
  return { ...first, ...alternative, alternative: { earliest: value.earliest, latest: value.latest } };
}

function keepFor(fact: Fact, qualifiers: Qualifiers, certain: Qualifiers): Qualifiers {
  const kept = { ...qualifiers };
  for (const key of fact.ignoreQualifiers ?? []) delete kept[key];
  for (const key of keptWhenCompared) if (!fact.comparability.includes(key) && certain[key] === undefined) delete kept[key];
  return kept;
}

// A dose, or a member of a list, that is a claim itself does not qualify its neighbours.
function isValueItself(mark: Mark, hits: readonly Hit[]): boolean {
  return hits.some(
    (other) =>
      (mark.key === "dose" || mark.key === "manuscript" || (mark.key === "population" && other.value.kind === "term")) &&
      other.start <= mark.end &&
      mark.start <= other.end,
  );
}

// "The Arminian tradition teaches that election is conditional": what qualifies the value may be a claim of another fact.
function isMark({ start, end }: Hit, marks: readonly Mark[]): boolean {
  return marks.some((mark) => mark.start < end && start < mark.end);
}

// Beside a yes or a name, "in children" scopes it, while "age, hepatic impairment and alcohol" only lists.
function isScoped(plain: string, mark: Mark): boolean {
  const before = plain.slice(Math.max(0, mark.start - 24), mark.start);
  return (
    before === "" ||
    /(?:^|\b(?:in|for|among|to|of|than|those|when|during|if) (?:the |all |most |some )?(?:(?:patients|subjects|adults|women|men|children|people) )?(?:with |who are )?|[:;(] ?)$/i.test(
      before,
    )
  );
}

// "Risk factors include renal impairment, age 65 years or older": one item of a list does not scope the next.
function isListed(plain: string, mark: Mark, hit: Hit): boolean {
  return mark.start > 0 && mark.end < hit.start && !isScoped(plain, mark) && /^, (?:[\w-]+ ){0,3}$/.test(plain.slice(mark.end, hit.start));
}

// In "84% and 107% higher" the second value shares what stands before the first.
function firstOfRow(hit: Hit, hits: readonly Hit[], plain: string): Hit {
  const previous = hits.find(
    (other) => other.fact === hit.fact && other.end <= hit.start && /^(?:,|,? (?:and|or)) $/.test(plain.slice(other.end, hit.start)),
  );
  return previous ? firstOfRow(previous, hits, plain) : hit;
}

function toClaim(hit: Hit, hits: readonly Hit[], sentence: Sentence, plain: string, marks: readonly Mark[], defaults: Qualifiers): ExtractedClaim {
  const first = firstOfRow(hit, hits, plain);
  const before = hits.filter(
    (other) =>
      other.end <= first.start && (other.fact === hit.fact || (hit.mention !== null && other.end <= hit.mention.start && !isMark(other, marks))),
  );
  const previousEnd = Math.max(0, ...before.map((other) => other.end));
  const starts = hits.filter((other) => other !== hit).map((other) => other.start);
  const own = marks.filter(
    (mark) =>
      !isValueItself(mark, hits) &&
      (mark.key !== "population" || (hit.value.kind === "quantity" ? !isListed(plain, mark, hit) : isScoped(plain, mark))),
  );
  const stated = qualifiersFor(plain, own, { start: hit.number ?? hit.start, end: hit.end, mention: hit.mention, previousEnd }, starts);
  const row = hits.filter((other) => other.fact === hit.fact && other.mention?.start === hit.mention?.start);
  const ordered = new Set(own.map((mark) => mark.key));
  for (const key of ordered) {
    const mark = markInOrder(plain, own, key, row, row.indexOf(hit));
    if (mark) stated[key] = mark.value;
  }
  // The dose of the drug is not one of the arm without it.
  if (hit.extra?.arm !== undefined && hit.extra.arm !== "treatment") delete stated.dose;
  const qualifiers: Qualifiers = { ...defaults, ...stated, ...hit.extra };
  if (hit.value.kind === "quantity" && /^\{[A-Z]{3}\}/.test(hit.value.unit)) qualifiers.currency = hit.value.unit.slice(1, 4);
  return {
    attribute: hit.fact.name,
    value: flagged(hit.fact, qualifiers.jurisdiction === "US" ? monthFirst(hit.value) : hit.value),
    qualifiers: keepFor(hit.fact, qualifiers, hit.extra ?? {}),
    polarity: hit.denied ? "denied" : "affirmed",
    hedged: isHedged(plain, hit.start),
    raw: sentence.text.slice(hit.start, hit.end),
    quote: sentence.text,
    start: sentence.start,
    end: sentence.end,
    extractor: "rule",
  };
}
