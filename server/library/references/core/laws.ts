// Legal citations: Union law by CELEX number or by its title, the Code of Federal Regulations, the United States Code.
import type { Reference } from "../schema";

type Pattern = { readonly pattern: RegExp; readonly canonical: (match: RegExpMatchArray) => string };

const lead = String.raw`(?:§+\s?|(?:[Ss]ections?|[Ss]ecs?\.|[Pp]arts?|[Pp]ts?\.)\s)?`;
const place = String.raw`(\d{1,5}[a-z]{0,2}(?:-\d{1,3}[a-z]?)?(?:\.\d{1,4}[a-z]?)?(?:\([0-9a-zA-Z]{1,4}\))*)`;
const section = lead + place;
/** The rest of a list: ", 46.102 and 46.103". Only sections with a full stop can be told from a number that happens to follow. */
const more = /(?:,|\sand|\sto|,\sand|\s&)\s?(?:§+\s?)?(\d{1,4}\.\d{1,4}[a-z]?(?:\([0-9a-zA-Z]{1,4}\))*)/y;
const kinds: Readonly<Record<string, string>> = {
  regulation: "R",
  verordnung: "R",
  règlement: "R",
  reglamento: "R",
  directive: "L",
  richtlinie: "L",
  directiva: "L",
  decision: "D",
  beschluss: "D",
  décision: "D",
};
/** Union law in the languages it is cited in most; "EC", "EG" and "CE" are one. */
const union = "(?:EC|EU|EEC|EG|EWG|CE|UE|CEE)";
/** German statutes that a paragraph sign stands before. */
const german = String.raw`(?:BGB|StGB|GG|ZPO|StPO|HGB|AktG|GmbHG|AMG|MPG|MPDG|SGB\s[IVX]{1,4}|BDSG|UWG|UrhG|PatG|AO|VwGO|VwVfG|GWB|BImSchG|IfSG|TPG|HWG|EStG|UStG|InsO|ArbZG|KSchG|BetrVG)`;
const within = String.raw`(?:\s(?:Abs\.?|Absatz)\s?\d{1,3})?(?:\s(?:S\.|Satz)\s?\d{1,2})?(?:\s(?:Nr\.|Nummer)\s?\d{1,3}[a-z]?)?`;

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
    pattern: new RegExp(
      String.raw`(?<!\p{L})(Regulation|Directive|Decision|Verordnung|Richtlinie|Beschluss|[Rr]èglement|[Dd]irective|[Dd]écision|Reglamento|Directiva)\s(?:\(${union}(?:,\s?Euratom)?\)\s)?(?:(?:No|Nr|n°|nº|n\.º)\.?\s?)?(\d{1,4})\/(\d{2,4})(?:\/${union})?(?![\d/])`,
      "gu",
    ),
    canonical: ([, kind = "", first = "", second = ""]) => celexOf(kind.toLowerCase(), first, second),
  },
];

/** Legal citations in the order of the text. */
export function findLaws(text: string): Reference[] {
  return [
    ...patterns.flatMap(({ pattern, canonical }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const first: Reference = { kind: "law", value: canonical(match), start: match.index, end: match.index + match[0].length };
        const [, title, code] = /^(\d+) (CFR) /.exec(first.value) ?? [];
        return code ? [first, ...rest(text, first.end, `${title} ${code}`)] : [first];
      }),
    ),
    ...paragraphs(text),
  ].sort((a, b) => a.start - b.start);
}

function rest(text: string, from: number, named: string): Reference[] {
  const found: Reference[] = [];
  more.lastIndex = from;
  for (let match = more.exec(text); match; match = more.exec(text)) {
    const [, section = ""] = match;
    found.push({ kind: "law", value: `${named} ${section}`, start: more.lastIndex - section.length, end: more.lastIndex });
  }
  return found;
}

const paragraph = new RegExp(
  String.raw`(?:(?<sign>§§?)\s?|(?<article>Art\.|Artikel)\s)(?<list>\d{1,4}[a-z]?${within}(?:(?:,|\sund|,\sund)\s\d{1,4}[a-z]?${within})*)\s(?<code>${german})(?!\p{L})`,
  "gu",
);

/** "§ 823 Abs. 1 BGB", "§§ 433, 434 BGB", "Art. 5 Abs. 3 GG": the statute stands last, and each paragraph has its own place. */
function paragraphs(text: string): Reference[] {
  return [...text.matchAll(paragraph)].flatMap((match) => {
    const { sign, list = "", code = "" } = match.groups ?? {};
    const from = match.index + match[0].indexOf(list);
    const parts = [...list.matchAll(new RegExp(String.raw`\d{1,4}[a-z]?${within}`, "gu"))];
    return parts.map(({ 0: part, index }, i): Reference => {
      const end = i === parts.length - 1 ? match.index + match[0].length : from + index + part.length;
      const named = `${code} ${sign ? "§" : "Art."} ${part.replace("Absatz", "Abs.").replace("Satz", "S.").replace("Nummer", "Nr.")}`;
      return { kind: "law", value: named, start: i === 0 ? match.index : from + index, end };
    });
  });
}

/** "Regulation (EC) No 726/2004" puts the year last, "Directive 2001/83/EC" and everything since 2015 first. */
function celexOf(kind: string, first: string, second: string): string {
  const yearFirst = kinds[kind] !== "R" || (Number(first) >= 2015 && second.length > 2);
  const [year, number] = yearFirst ? [first, second] : [second, first];
  return `CELEX 3${year.length === 2 ? `19${year}` : year}${kinds[kind] ?? "R"}${number.padStart(4, "0")}`;
}
