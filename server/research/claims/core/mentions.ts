// Finds where a sentence names a fact. All synonyms of all facts stand in one index by their first word, so that the cost does not grow with the
// number of facts. The longest phrase wins over shorter ones inside it, whatever fact they belong to.
import type { Fact } from "../../categories/schema";

export type Mention = { fact: Fact; start: number; end: number; complement: boolean };
type Entry = { fact: Fact; pattern: () => RegExp; kind: "name" | "complement" | "exclude" };
export type FactIndex = Map<string, Entry[]>;

const wordAt = /[\p{L}\p{N}]+/gu;
const indexes = new WeakMap<readonly Fact[], FactIndex>();

/** The phrase index of a list of facts, built once per list. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const known = indexes.get(facts);
  if (known) return known;
  const index: FactIndex = new Map();
  for (const fact of facts) {
    for (const phrase of fact.synonyms) add(index, fact, phrase, "name");
    for (const phrase of fact.complementSynonyms ?? []) add(index, fact, phrase, "complement");
    for (const phrase of fact.exclude ?? []) add(index, fact, phrase, "exclude");
  }
  indexes.set(facts, index);
  return index;
}

/** Mentions in `lower`, a lower-case sentence, in order of appearance. */
export function findMentions(index: FactIndex, lower: string): Mention[] {
  const hits: (Mention & { kind: Entry["kind"] })[] = [];
  for (const { 0: word, index: at } of lower.matchAll(wordAt)) {
    for (const key of word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1), word.replace(/es$/, "")] : [word]) {
      for (const { fact, pattern, kind } of index.get(key) ?? []) {
        const sticky = pattern();
        sticky.lastIndex = at;
        const match = sticky.exec(lower);
        // Two spellings of one phrase ("half-life", "half life") name the fact once.
        if (match && !hits.some((hit) => hit.fact === fact && hit.kind === kind && hit.start === at && hit.end === at + match[0].length))
          hits.push({ fact, kind, complement: kind === "complement", start: at, end: at + match[0].length });
      }
    }
  }
  const excluded = hits.filter((hit) => hit.kind === "exclude");
  const named = hits.filter(
    (hit) => hit.kind !== "exclude" && !excluded.some((other) => other.fact === hit.fact && other.start < hit.end && hit.start < other.end),
  );
  return named
    .filter((hit) => !named.some((other) => other !== hit && covers(other, hit)))
    .map(({ fact, start, end, complement }) => ({ fact, start, end, complement }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** True when `lower` holds one of the phrases as whole words. */
export function holdsPhrase(lower: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => lower.includes(headOf(phrase)) && phrasePattern(phrase).test(lower));
}

/** What every writing of the phrase begins with, in lower case. */
function headOf(phrase: string): string {
  const [first = ""] = phrase.toLowerCase().split(/[\s-]+/);
  return first === "*" ? "" : doseForms.includes(first) ? "dos" : first;
}

const phrasePatterns = new Map<string, RegExp>();

function phrasePattern(phrase: string): RegExp {
  const known = phrasePatterns.get(phrase);
  if (known) return known;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${flexible(phrase)}(?![\\p{L}\\p{N}])`, "u");
  phrasePatterns.set(phrase, pattern);
  return pattern;
}

// The same words at the same place may name two facts ("peak level": its height and its time); a strictly longer phrase silences those inside it.
function covers(other: { start: number; end: number; fact: Fact }, hit: { start: number; end: number; fact: Fact }): boolean {
  if (other.start > hit.start || other.end < hit.end) return false;
  if (other.end - other.start <= hit.end - hit.start) return false;
  // Members of vocabularies tell facts apart by themselves: "strong inhibitor" names a strength and still an inhibitor.
  // "Revenue rose 12% to $4.2 billion": a fact of percentages does not take the name from one of money.
  if (other.fact !== hit.fact && other.start === hit.start && isShare(other.fact) && isMoney(hit.fact)) return false;
  return other.fact === hit.fact || (other.fact.kind === hit.fact.kind && hit.fact.kind !== "set" && hit.fact.kind !== "enumeration");
}

const isShare = ({ unit }: Fact): boolean => unit === "%";
const isMoney = ({ unit }: Fact): boolean => unit !== undefined && /^\{[A-Z]{3}\}/.test(unit);

function add(index: FactIndex, fact: Fact, phrase: string, kind: Entry["kind"]): void {
  const lower = phrase.toLowerCase().trim();
  const first = /[\p{L}\p{N}]+/u.exec(lower)?.[0];
  if (first === undefined) return;
  const body = lower.slice(lower.indexOf(first));
  const plural = /[a-z]$/.test(body) ? "(?:e?s)?" : "";
  // Built when a sentence first has its first word: most phrases of a pack never occur.
  let built: RegExp | null = null;
  const pattern = () => {
    built ??= new RegExp(`${flexible(body)}${plural}(?![\\p{L}\\p{N}])`, "uy");
    return built;
  };
  const entry: Entry = { fact, kind, pattern };
  const heads = doseForms.includes(first) ? doseForms : [first];
  for (const head of heads) index.set(head, [...(index.get(head) ?? []), entry]);
}

const doseForms = ["dose", "doses", "dosage", "dosages"];

function flexible(phrase: string): string {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .map(wordPattern)
    .join("[\\s\\u00a0-]+")
    .replaceAll("[\\s\\u00a0-]+*[\\s\\u00a0-]+", "[\\s\\u00a0-]+(?:[\\p{L}\\p{N}-]+[\\s\\u00a0]+){0,4}?");
}

// A dose is a dosage wherever a label is concerned; "*" stands for up to four words.
function wordPattern(word: string): string {
  if (word === "*") return word;
  if (/^(?:dose|dosage)s?$/.test(word)) return "dos(?:es?|ages?)";
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
