// The language of the search box: words, "phrases", -words, and fields (kind: collection: lang: before: after: ref:). What is not well formed is searched as
// words, and said.
import { findReferences } from "../../references/core/find-references";

export type DateRange = { readonly first: string; readonly last: string };

export type ParsedQuery = {
  /** What is ranked by: the words, those of phrases included. */
  readonly words: string;
  /** Sequences of words that a passage must hold. */
  readonly phrases: readonly string[];
  /** Words and sequences that a passage must not hold. */
  readonly excluded: readonly string[];
  readonly kinds: readonly string[];
  readonly collections: readonly string[];
  /** ISO 639-1 codes. */
  readonly languages: readonly string[];
  /** The document's date lies wholly before the first and wholly after the last day named. */
  readonly before: DateRange | null;
  readonly after: DateRange | null;
  /** OSIS references or identifiers that a passage must cite or contain. */
  readonly references: readonly string[];
  /** What the whole query is, where it is nothing but references: such passages come first. */
  readonly isReference: readonly string[];
  /** What was searched as words though it looks like something else, one sentence each. */
  readonly notes: readonly string[];
};

type Known = { readonly kinds: readonly string[] };
type Found = { -readonly [K in keyof ParsedQuery]: ParsedQuery[K] extends readonly string[] ? string[] : ParsedQuery[K] };

/** A field or none, then a quoted or a bare value; quotes are straight, curly or low. */
const part = /(-)?(?:([a-z]{2,12}):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)|(["“”„«»]))/giu;
const fields = ["kind", "collection", "lang", "before", "after", "ref"] as const;
type Field = (typeof fields)[number];
const mostParts = 200;

export function parseQuery(query: string, known: Known): ParsedQuery {
  const found = asIs("");
  const words: string[] = [];
  let parts = 0;
  for (const match of query.matchAll(part)) {
    parts += 1;
    const [whole, minus, prefix, quoted, bare, quote] = match;
    if (quote !== undefined) {
      found.notes.push("A quotation mark without its second one was passed over.");
      continue;
    }
    const value = (quoted ?? bare ?? "").trim();
    const field = fields.find((name) => name === prefix?.toLowerCase());
    if (parts > mostParts || (prefix !== undefined && !field)) words.push(plain(whole));
    else if (field) {
      const problem = minus ? "fields cannot be excluded" : takeField(found, field, value, known);
      if (problem === null) continue;
      words.push(plain(`${prefix} ${value}`));
      found.notes.push(`${plain(whole)} was searched as words: ${problem}.`);
    } else if (minus && hasWord(value) && startsPart(query, match.index)) found.excluded.push(value);
    else {
      words.push(value);
      if (
        quoted !== undefined &&
        /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}/u.test(value)
      )
        found.phrases.push(value);
      else if (quoted !== undefined && hasWord(value)) found.phrases.push(value);
      else if (quoted !== undefined) found.notes.push("Quotation marks with no word between them were passed over.");
    }
  }
  const text = words.filter((word) => word !== "").join(" ");
  return { ...found, words: text, isReference: wholeReference(text, found), notes: [...new Set(found.notes)] };
}

/** Puts a field's value where it belongs; otherwise says what is wrong with it. */
function takeField(found: Found, field: Field, value: string, known: Known): string | null {
  if (value === "") return "nothing stands after the colon";
  switch (field) {
    case "kind": {
      const kind = known.kinds.find((each) => each === value.toLowerCase());
      if (!kind) return `kinds are ${known.kinds.join(", ")}`;
      found.kinds.push(kind);
      return null;
    }
    case "collection":
      found.collections.push(value);
      return null;
    case "lang":
      if (!/^[a-z]{2,3}$/i.test(value)) return "a language is a code such as en or el";
      found.languages.push(value.toLowerCase());
      return null;
    case "before":
    case "after": {
      const range = dateRange(value);
      if (!range) return "a date is a year, a month or a day, such as 2018, 2018-04 or 2018-04-30";
      found[field] = range;
      return null;
    }
    case "ref": {
      const references = findReferences(value);
      if (references.length === 0) return "no reference was recognised in it";
      found.references.push(...references.map((reference) => reference.value));
      return null;
    }
  }
}

/** A query in which nothing is a sign: words, and nothing else is asked of a passage. */
export function asIs(words: string): Found {
  return {
    words,
    phrases: [],
    excluded: [],
    kinds: [],
    collections: [],
    languages: [],
    before: null,
    after: null,
    references: [],
    isReference: [],
    notes: [],
  };
}

/** First and last day of a year, a month or a day; null for what is none. */
export function dateRange(date: string): DateRange | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return null;
  const [, year = "", month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > days))) return null;
  return day === undefined ? { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` } : { first: date, last: date };
}

/** Values of references where the text is made of nothing else. */
function wholeReference(text: string, found: Found): string[] {
  if (text === "" || found.excluded.length > 0) return [];
  const references = findReferences(text);
  const rest = references.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return references.length > 0 && !hasWord(rest) ? references.map((reference) => reference.value) : [];
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const plain = (text: string): string => text.replace(/["“”„«»]/gu, "").trim();
/** A minus excludes only where a part begins: "well-known" and "5 -" do not. */
const startsPart = (query: string, index: number): boolean => index === 0 || /\s/.test(query[index - 1] ?? "");
