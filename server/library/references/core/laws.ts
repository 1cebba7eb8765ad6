// Legal citations: Union law by CELEX number or by its title, the Code of Federal Regulations, the United States Code.
import type { Reference } from "../schema";

type Pattern = { readonly pattern: RegExp; readonly canonical: (match: RegExpMatchArray) => string };

const section = String.raw`(?:§+\s?|(?:section|sec\.|part|pt\.)\s)?(\d{1,5}[a-z]{0,2}(?:-\d{1,3}[a-z]?)?(?:\.\d{1,4}[a-z]?)?(?:\([0-9a-zA-Z]{1,4}\))*)`;
const letters: Readonly<Record<string, string>> = { regulation: "R", directive: "L", decision: "D" };

const patterns: readonly Pattern[] = [
  { pattern: /\b(?:CELEX\s?:?\s?)?([1-9]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?)(?![\w-])/g, canonical: ([, number = ""]) => `CELEX ${number}` },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})\s?C\.?\s?F\.?\s?R\.?\s?${section}`, "g"),
    canonical: ([, title, place = ""]) => `${title} CFR ${place}`,
  },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})\s?U\.?\s?S\.?\s?C\.?(?:A\.)?\s?${section}`, "g"),
    canonical: ([, title, place = ""]) => `${title} USC ${place}`,
  },
  {
    pattern:
      /\b(Regulation|Directive|Decision)\s(?:\((?:EC|EU|EEC)(?:,\s?Euratom)?\)\s)?(?:No\.?\s)?(\d{1,4})\/(\d{2,4})(?:\/(?:EC|EU|EEC))?(?![\d/])/g,
    canonical: ([, kind = "", first = "", second = ""]) => celexOf(kind.toLowerCase(), first, second),
  },
];

/** Legal citations in the order of the text. */
export function findLaws(text: string): Reference[] {
  return patterns
    .flatMap(({ pattern, canonical }) =>
      [...text.matchAll(pattern)].map(
        (match): Reference => ({ kind: "law", value: canonical(match), start: match.index, end: match.index + match[0].length }),
      ),
    )
    .sort((a, b) => a.start - b.start);
}

/** "Regulation (EC) No 726/2004" puts the year last, "Directive 2001/83/EC" and everything since 2015 first. */
function celexOf(kind: string, first: string, second: string): string {
  const yearFirst = kind !== "regulation" || Number(first) >= 2015;
  const [year, number] = yearFirst ? [first, second] : [second, first];
  return `CELEX 3${year.length === 2 ? `19${year}` : year}${letters[kind] ?? "R"}${number.padStart(4, "0")}`;
}
