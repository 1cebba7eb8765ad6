// Loci of classical and scholastic works: author, work and place. Without its author only a title that nobody mistakes is taken.
import type { Reference } from "../schema";
import { authorForms, authorsOfOneWork, type Place, unmistakable, type Work, works } from "./classical-works";
import { readRoman } from "./roman";

const numeral = String.raw`(?:\d{1,4}|[ivxlcIVXLC]{1,8}(?![\p{L}]))`;
const places: Record<Place, string> = {
  stephanus: String.raw`(?:\d{1,2}[.,]\s?|[IVX]{1,5}[.,]?\s)?\d{1,3}[a-e](?:\d{1,2})?(?:[-–](?:\d{1,3})?[a-e]?\d{0,2})?`,
  bekker: String.raw`(?:\d{1,2}[.,]\d{1,2}[.,]?\s?|[IVX]{1,5}[.,]\s?\d{0,2}[.,]?\s?)?\d{1,4}[ab](?:\d{1,2})?(?:[-–]\d{1,2})?`,
  numbers: String.raw`${numeral}(?:[.,]\s?${numeral}){0,3}(?:\s?§+\s?\d{1,4})?(?:[-–]\d{1,4})?`,
};
const question =
  /\b(?:ST|S\.\s?T\.|S\.\s?Th\.|STh|Summa(?:\sTheologi(?:ae|ca))?),?\s(I{1,3}|I-II|II-II|Ia|IIIa|Ia-?IIae|IIa-?IIae)(?:,|\s)\s?q\.?\s?(\d{1,3})(?:,?\s?aa?\.?\s?(\d{1,2}))?(?:,?\s?(?:ad\.?\s?(\d{1,2})|(?:resp|co|s\.\s?c)\.?(?!\p{L})))?/gu;

type Loci = { readonly pattern: RegExp; readonly named: string };
let compiled: Loci[] | null = null;

/** Loci in the order of the text, as "Plato, Republic 514a" and "Aquinas, Summa Theologiae I, q. 2, a. 3". */
export function findClassical(text: string): Reference[] {
  compiled ??= compile();
  const found = compiled.flatMap(({ pattern, named }) =>
    [...text.matchAll(pattern)].map((match): Reference => {
      const end = match.index + match[0].length;
      return { kind: "classical", value: `${named} ${plainPlace(match.groups?.place ?? "")}`, start: match.index, end };
    }),
  );
  return [...found, ...scholastic(text)].sort((a, b) => a.start - b.start || b.end - a.end);
}

function compile(): Loci[] {
  const loci = works.map((work) => ({ named: `${work.author}, ${work.title}`, pattern: patternOf(work) }));
  const alone = Object.entries(authorsOfOneWork).map(([author, title]) => ({
    named: `${author}, ${title}`,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${formsOf(author)}),?\s(?<place>\d{1,2}\.\d{1,3}(?:\.\d{1,3})?(?:[-–]\d{1,3})?)(?![\d\p{L}])`,
      "gu",
    ),
  }));
  return [...loci, ...alone];
}

function patternOf({ author, forms, place }: Work): RegExp {
  const named = formsOf(author ?? "");
  const free = forms.filter((form) => unmistakable.has(form));
  const withAuthor = String.raw`(?:${named})(?:'s|’s)?,?\s(?:the\s)?(?:${forms.map(escaped).join("|")})`;
  const lead = free.length > 0 ? `(?:${withAuthor}|${free.map(escaped).join("|")})` : withAuthor;
  return new RegExp(String.raw`(?<![\p{L}\d])${lead},?\s(?:book\s|bk\.?\s)?(?<place>${places[place]})(?![\d\p{L}])`, "gu");
}

function formsOf(author: string): string {
  return (authorForms[author] ?? [author]).map(escaped).join("|");
}

function scholastic(text: string): Reference[] {
  return [...text.matchAll(question)].map((match) => {
    const [whole, part = "", q = "", article, reply] = match;
    const shown = part.replaceAll("ae", "").replaceAll("a", "");
    const parts = [shown.replace(/^(I{1,2})-?(II)$/, "$1-$2"), `q. ${q}`, ...(article ? [`a. ${article}`] : []), ...(reply ? [`ad ${reply}`] : [])];
    return { kind: "classical", value: `Aquinas, Summa Theologiae ${parts.join(", ")}`, start: match.index, end: match.index + whole.length };
  });
}

/** "VIII, 12" and "8.12" are one place. */
function plainPlace(place: string): string {
  return place
    .replace(/[IVXLCivxlc]{1,8}(?![\p{L}\d])/gu, (roman) => String(readRoman(roman) ?? roman))
    .replace(/(\d)[.,]\s?(?=\d)/g, "$1.")
    .replace(/[.,]$/, "")
    .replace(/–/g, "-");
}

function escaped(form: string): string {
  return form.replace(/[.\\]/g, "\\$&").replaceAll(" ", "\\s");
}
