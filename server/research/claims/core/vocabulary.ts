// Claims without a number: yes/no facts, members of a vocabulary, identifiers and scripture references.
import type { Fact } from "../../categories/schema";
import { clauseAt, findClauses } from "./clauses";
import { isCued } from "./cues";
import type { Mention } from "./mentions";
import { isNameNegated, isNegated } from "./negation";
import type { Reference } from "./references";

export type Found = { fact: Fact; value: string; start: number; end: number; denied: boolean; mention: Mention | null };

type Member = { readonly value: string; readonly heads: readonly string[]; readonly pattern: () => RegExp };

const members = new WeakMap<Fact, Member[]>();
const identifiers = new WeakMap<Fact, RegExp | null>();
const reach = 140;

/** Yes or no: a mention is true unless negation has it in scope. One answer per clause. */
export function readBooleans(sentence: string, mentions: readonly Mention[]): Found[] {
  const clauses = findClauses(sentence);
  const found = new Map<string, Found>();
  for (const mention of mentions.filter((each) => each.fact.kind === "boolean" && isCued(each.fact, sentence, each.start))) {
    const clause = clauseAt(clauses, mention.start);
    if (isLeftOpen(sentence.slice(clause.start, mention.start))) continue;
    const after = sentence.slice(mention.end, mention.end + 14);
    const answer = /^\s*[:|]\s*(none|no|not|yes|present|absent)\b/i.exec(after)?.[1]?.toLowerCase();
    const denied = answer ? /^(?:no|absent)/.test(answer) : isNegated(sentence, mention.start, mention.end, mention.fact.deniedBy ?? []);
    const key = `${mention.fact.name}:${clause.start}`;
    if (!found.has(key))
      found.set(key, { fact: mention.fact, value: denied ? "no" : "yes", start: mention.start, end: mention.end, denied, mention });
  }
  return [...found.values()];
}

// "It is unknown whether the drug is excreted in milk" says neither yes nor no.
function isLeftOpen(before: string): boolean {
  return /\b(?:whether|unknown if|not known if|unclear if|no data (?:on|about|regarding)|insufficient data)\b/i.test(before);
}

/** Members of the vocabularies of enumerations and sets. With synonyms, the nearest naming fact takes a member; without, its vocabulary alone does. */
export function readMembers(sentence: string, facts: readonly Fact[], mentions: readonly Mention[]): Found[] {
  const found: Found[] = [];
  const clauses = findClauses(sentence);
  for (const fact of facts) {
    if ((fact.kind !== "enumeration" && fact.kind !== "set") || fact.values.length === 0) continue;
    const own = mentions.filter((mention) => mention.fact === fact);
    if (fact.synonyms.length > 0 && own.length === 0) continue;
    for (const { value, start, end } of findMembers(fact, sentence)) {
      const listed = found.findLast((each) => each.fact === fact && each.end <= start && isNextOfList(sentence.slice(each.end, start)));
      const mention = nearest(own, start, end, clauseAt(clauses, start), sentence) ?? listed?.mention ?? null;
      const rival = mentions.some(
        (other) =>
          mention &&
          other.fact !== fact &&
          other.fact.kind === fact.kind &&
          distance(other, start, end) < distance(mention, start, end) &&
          holds(other.fact, value),
      );
      if ((fact.synonyms.length > 0 && (!mention || rival)) || !isCued(fact, sentence, start)) continue;
      const denied = fact.neverDenied !== true && isDenied(fact, sentence, { start, end }, own, mention);
      if (!found.some((each) => each.fact === fact && each.value === value && each.denied === denied))
        found.push({ fact, value, start, end, denied, mention });
    }
  }
  return found;
}

// A "not" that belongs to the fact's own words ("must not be used in") affirms the member that follows.
function isDenied(fact: Fact, sentence: string, member: { start: number; end: number }, own: readonly Mention[], mention: Mention | null): boolean {
  const extra = fact.deniedBy ?? [];
  if (isNameNegated(sentence, member.start, member.end, extra, own)) return true;
  return mention !== null && mention.end <= member.start && isNameNegated(sentence, mention.start, mention.end, extra, own);
}

// A list may be long: its later members lean on the earlier ones.
function isNextOfList(gap: string): boolean {
  return gap.length <= 90 && /^[^.;:]*(?:,|\b(?:and|or)\b)[^.;:]*$/.test(gap) && !ownVerb.test(gap);
}

function holds(fact: Fact, value: string): boolean {
  return fact.values.some((each) => each.value === value);
}

// "is an inhibitor of CYP3A4 and does not require CYP2D6": what follows a verb of its own is not said of the name before it.
const ownVerb = /\b(?:and|but|or|nor) (?:is|are|was|were|has|have|does|do|did|can|may|should|must|will|would) (?:not |also |never )?[\w-]+/i;

// "inhibits CYP3A4 but not CYP2D6": a clause without a name of its own leans on the one before.
function nearest(own: readonly Mention[], start: number, end: number, clause: { start: number; end: number }, sentence: string): Mention | null {
  const near = own
    .filter((mention) => distance(mention, start, end) <= reach && !ownVerb.test(sentence.slice(mention.end, Math.max(mention.end, start))))
    .sort((a, b) => distance(a, start, end) - distance(b, start, end));
  return (
    near.find((mention) => mention.start >= clause.start && mention.start < clause.end) ?? near.find((mention) => mention.end <= clause.start) ?? null
  );
}

// Words name a fact mostly before its members ("inhibits CYP2D6"); after them they cost more ("CYP2D6 inhibitor").
function distance(mention: { start: number; end: number }, start: number, end: number): number {
  return mention.end <= start ? start - mention.end : mention.start >= end ? (mention.start - end) * 1.6 : 0;
}

function findMembers(fact: Fact, sentence: string): { value: string; start: number; end: number }[] {
  const lower = sentence.toLowerCase();
  const hits = compiled(fact)
    .filter(({ heads }) => heads.some((head) => lower.includes(head)))
    .flatMap(({ value, pattern }) =>
      [...sentence.matchAll(pattern())].map((match) => ({ value, start: match.index, end: match.index + match[0].length })),
    );
  return hits
    .filter(
      (hit) =>
        !hits.some((other) => other !== hit && other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start),
    )
    .sort((a, b) => a.start - b.start);
}

/** The members of a fact's vocabulary. A pattern is built when a sentence first has one of the words that its forms begin with: most never do. */
function compiled(fact: Fact): Member[] {
  const known = members.get(fact);
  if (known) return known;
  const list = fact.values.map(({ value, synonyms }) => {
    const forms = [...new Set([value, value.replaceAll("_", " "), ...synonyms])].sort((a, b) => b.length - a.length);
    let built: RegExp | null = null;
    const pattern = () => {
      built ??= memberPattern(forms);
      return built;
    };
    return { value, heads: [...new Set(forms.map((form) => form.toLowerCase().split(/[\s-]+/)[0] ?? ""))], pattern };
  });
  members.set(fact, list);
  return list;
}

function memberPattern(forms: readonly string[]): RegExp {
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/[\s-]+/g, "[\\s-]+"));
  // Two letters and less are written as they are: "B" and "II" are no ordinary words.
  const short = escaped.every((form) => form.length <= 3);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?:s|es)?(?![\\p{L}\\p{N}])`, short ? "gu" : "giu");
}

/** Identifiers by the fact's pattern: its first group, or else the whole match. A pattern that does not compile finds nothing. */
export function readIdentifiers(sentence: string, facts: readonly Fact[], mentions: readonly Mention[]): Found[] {
  const found: Found[] = [];
  for (const fact of facts) {
    if (fact.kind !== "identifier" || !fact.pattern) continue;
    const own = mentions.filter((mention) => mention.fact === fact);
    if (fact.synonyms.length > 0 && own.length === 0) continue;
    const pattern = identifierPattern(fact, fact.pattern);
    if (!pattern) continue;
    for (const match of sentence.matchAll(pattern)) {
      const value = (match[1] ?? match[0]).trim();
      const start = match.index + Math.max(0, match[0].indexOf(value));
      if (value !== "" && isCued(fact, sentence, start) && !found.some((each) => each.fact === fact && each.value === value))
        found.push({ fact, value, start, end: start + value.length, denied: false, mention: own[0] ?? null });
    }
  }
  return found;
}

function identifierPattern(fact: Fact, source: string): RegExp | null {
  const known = identifiers.get(fact);
  if (known !== undefined) return known;
  let pattern: RegExp | null = null;
  try {
    pattern = new RegExp(source, "g");
  } catch {
    // An admin's pattern may be wrong; the other facts of the category must still be read.
    pattern = null;
  }
  identifiers.set(fact, pattern);
  return pattern;
}

/** Scripture references in OSIS form ("Rom.8.28-Rom.8.30"), as `references` finds them in the sentence. */
export function readReferences(
  sentence: string,
  facts: readonly Fact[],
  mentions: readonly Mention[],
  references: () => readonly Reference[],
): Found[] {
  const wanted = facts.filter(
    (fact) => fact.kind === "reference" && (fact.synonyms.length === 0 || mentions.some((mention) => mention.fact === fact)),
  );
  if (wanted.length === 0) return [];
  return references().flatMap(({ value, start, end }) =>
    wanted.filter((fact) => isCued(fact, sentence, start)).map((fact) => ({ fact, value, start, end, denied: false, mention: null })),
  );
}
