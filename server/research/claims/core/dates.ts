// Dates in prose as intervals of days with a precision. Own patterns first ("Q3 2024", "in 2019", 03/04/2015 with both readings); what they leave,
// chrono-node may read, but only where it found year and month in the words themselves: a date never depends on the day it is read.
import * as chrono from "chrono-node";
import type { DateValue } from "../schema";
import { daysOf, monthOf, type Span, span, spanOfQuarter } from "./date-spans";
import { normalise } from "./normalise";
import { scanUnit } from "./unit-scan";

export type FoundDate = { start: number; end: number; raw: string; value: DateValue };
type Reader = { pattern: RegExp; read: (match: RegExpExecArray) => Span | null };

const month =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const year = "((?:1[5-9]|20)\\d{2})";
const day = "([0-3]?\\d)(?:st|nd|rd|th)?";
const places = "US|USA|UK|EU|FDA|EMA|MHRA|PMDA|TGA|Japan|Canada|Australia|France|Germany|Switzerland|Sweden";
const era = "(?:AD|A\\.D\\.|CE|C\\.E\\.)";
const ordinals =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first".split(
    "|",
  );
const quarters: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4 };

const readers: readonly Reader[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?\b/g, read: (m) => daysOf(num(m[1]), num(m[2]), num(m[3])) },
  { pattern: /\b((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\b/g, read: (m) => daysOf(num(m[1]), num(m[2]), num(m[3])) },
  { pattern: rx(`\\b${day}(?: of)?[ -]${month},?[ -]${year}\\b`), read: (m) => daysOf(num(m[3]), monthOf(m[2]), num(m[1])) },
  { pattern: rx(`\\b${month} ${day},? ${year}\\b`), read: (m) => daysOf(num(m[3]), monthOf(m[1]), num(m[2])) },
  { pattern: /\b(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})\b/g, read: (m) => twoReadings(num(m[1]), num(m[3]), num(m[4]), m[2] === ".") },
  {
    pattern: rx(`(?<!\\d(?:st|nd|rd|th)? )\\b(?:(?:early|mid|late)[- ])?${month}(?: of|,)? ${year}\\b`),
    read: (m) => span(num(m[2]), monthOf(m[1]), num(m[2]), monthOf(m[1]), "month"),
  },
  { pattern: /\b(0?[1-9]|1[0-2])\/((?:19|20)\d{2})\b/g, read: (m) => span(num(m[2]), num(m[1]), num(m[2]), num(m[1]), "month") },
  {
    pattern: /\b(?:Q([1-4]),? ?(?:of )?((?:19|20)\d{2})|((?:19|20)\d{2}),? ?Q([1-4])|([1-4])Q ?((?:19|20)\d{2}))\b/g,
    read: (m) => spanOfQuarter(num(m[2] ?? m[3] ?? m[6]), num(m[1] ?? m[4] ?? m[5])),
  },
  {
    pattern: rx("\\b(first|second|third|fourth|1st|2nd|3rd|4th) quarter (?:of |in )?((?:19|20)\\d{2})\\b"),
    read: (m) => spanOfQuarter(num(m[2]), quarters[m[1]?.toLowerCase() ?? ""] ?? 1),
  },
  {
    pattern: rx("\\b(first|second) half of ((?:19|20)\\d{2})\\b"),
    read: (m) => span(num(m[2]), m[1] === "first" ? 1 : 7, num(m[2]), m[1] === "first" ? 6 : 12, "quarter"),
  },
  {
    pattern: rx(`\\b(?:from|between) ${year} (?:to|and|until|through) ${year}\\b|\\b(?:in|during) ${year}[ ]?(?:[–-]|to|and)[ ]?${year}\\b`),
    read: (m) => span(num(m[1] ?? m[3]), 1, num(m[2] ?? m[4]), 12, "year"),
  },
  {
    pattern: /(?<![\d.,$€£-])((?:1[89]|20)\d{2}) ?(?:[–-]|to) ?((?:1[89]|20)\d{2})\b(?!\s?(?:m[gLl]?|k[gm]|[cμ]|patients|%))/g,
    read: (m) => span(num(m[1]), 1, num(m[2]), 12, "year"),
  },
  { pattern: /\b(?:the )?((?:1[0-9]|20)\d)0s\b/g, read: (m) => span(num(m[1]) * 10, 1, num(m[1]) * 10 + 9, 12, "year") },
  {
    pattern: rx(`\\b(?:${era} (\\d{1,4})(?:\\s?[–-]\\s?(\\d{1,4}))?|(\\d{1,4})(?:\\s?[–-]\\s?(\\d{1,4}))? ${era})(?![A-Za-z])`),
    read: (m) => eraYears(num(m[1] ?? m[3]), num(m[2] ?? m[4] ?? m[1] ?? m[3])),
  },
  {
    pattern: rx(`\\b(${ordinals.join("|")})[- ]century(?! (?:BC|BCE|B\\.C))\\b(?: ${era})?`),
    read: (m) => century(ordinals.indexOf(m[1]?.toLowerCase() ?? "") + 1),
  },
  { pattern: /\b(\d{1,2})(?:st|nd|rd|th)[- ]century(?! (?:BC|BCE|B\.C))\b/g, read: (m) => century(num(m[1])) },
  {
    pattern: rx(
      `\\b(?:fiscal(?: year)?|financial year|in|since|by|until|during|before|after|from|of|year|early|late|mid|around|circa|ca?\\.|through|throughout|to|for|to|and|end of|approved|published|updated|revised|dated|granted|©)[ -]${year}\\b(?![\\d.,]*\\d|\\s?(?:m[gLlm]?|k[gmW]|[cμ]?[gmL]|patients|subjects|participants|people|units|IU|times|%|mg/|words|or (?:less|more)))`,
    ),
    read: (m) => span(num(m[1]), 1, num(m[1]), 12, "year"),
  },
  { pattern: /\((?:c\. ?|ca\. ?|circa )?((?:1[0-9]|20)\d{2})\)/g, read: (m) => span(num(m[1]), 1, num(m[1]), 12, "year") },
  { pattern: /:\s*((?:19|20)\d{2})(?=\s*(?:$|[.;,)|]))/g, read: (m) => span(num(m[1]), 1, num(m[1]), 12, "year") },
  // "UK 1997, US 1999"
  {
    pattern: rx(`\\b(?:${places})[,:]? ${year}(?=\\s*(?:$|[.;,)(|]|and\\b))`),
    read: (m) => span(num(m[1]), 1, num(m[1]), 12, "year"),
  },
  { pattern: /\bFY ?((?:19|20)\d{2})\b/g, read: (m) => span(num(m[1]), 1, num(m[1]), 12, "year") },
];
const leadIn =
  /^(?:fiscal(?: year)?|financial year|in|since|by|until|during|before|after|from|of|year|around|circa|ca?\.|through|throughout|to|for|and|end of|approved|published|updated|revised|dated|granted|©)[ -]/i;
const placed = new RegExp(`^(?:${places})[,:]? `, "i");
const mayHoldDate = /\d{4}|\d[/.]\d|century|\b(?:AD|CE)\b/;
const monthName = new RegExp(`\\b${month}`, "i");

/** Dates of a text in order, not overlapping; `loose` also asks chrono-node for forms that the own patterns leave. */
export function findDates(text: string, options: { loose?: boolean } = {}): FoundDate[] {
  if (!mayHoldDate.test(text)) return [];
  const plain = normalise(text).replaceAll("\u00a0", " ").replaceAll("\n", " ");
  const found: FoundDate[] = [];
  for (const { pattern, read } of readers) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
      const lead = /^(?:\(|:\s*)/.test(match[0]) ? match[0].search(/[\dc]/) : ((leadIn.exec(match[0]) ?? placed.exec(match[0]))?.[0].length ?? 0);
      const start = match.index + lead;
      const end = match.index + match[0].length - (/^\(/.test(match[0]) ? 1 : 0);
      const value = read(match);
      if (value && !overlaps(found, start, end) && !(value.precision === "year" && isMeasured(plain, end)))
        found.push({ start, end, raw: text.slice(start, end), value: { kind: "date", ...value } });
    }
  }
  if (options.loose && monthName.test(plain)) addLoose(found, text, plain);
  return found.sort((a, b) => a.start - b.start);
}

// "2000 K", "1500–2000 ppm": the number of a measurement, not a year.
function isMeasured(plain: string, end: number): boolean {
  if (/^\s?[–−~×±]/.test(plain.slice(end, end + 2)) || /^-\d/.test(plain.slice(end, end + 2))) return true;
  const blank = plain.charAt(end) === " " ? 1 : 0;
  const unit = scanUnit(plain, end + blank);
  return unit !== null && !unit.weak;
}

function addLoose(found: FoundDate[], text: string, plain: string): void {
  for (const result of chrono.strict.parse(plain, new Date(Date.UTC(2000, 0, 1)))) {
    const { start } = result;
    const from = result.index;
    const to = from + result.text.length;
    if (!start.isCertain("year") || !start.isCertain("month") || result.end || overlaps(found, from, to)) continue;
    const [y, m, d] = [start.get("year"), start.get("month"), start.get("day")];
    // "eight months after" is reckoned from a day that is not in the text.
    if (y === null || m === null || y < 1000 || y > 2199 || !result.text.includes(String(y))) continue;
    const value = start.isCertain("day") && d !== null ? daysOf(y, m, d) : span(y, m, y, m, "month");
    if (value) found.push({ start: from, end: to, raw: text.slice(from, to), value: { kind: "date", ...value } });
  }
}

function overlaps(found: readonly FoundDate[], start: number, end: number): boolean {
  return found.some((each) => each.start < end && start < each.end);
}

// 03/04/2015 is the third of April or the fourth of March; with full stops only the first.
function twoReadings(a: number, b: number, y: number, dotted: boolean): Span | null {
  const dayFirst = daysOf(y, b, a);
  const monthFirst = dotted ? null : daysOf(y, a, b);
  if (!dayFirst || !monthFirst) return dayFirst ?? monthFirst;
  return a === b ? dayFirst : { ...dayFirst, alternative: { earliest: monthFirst.earliest, latest: monthFirst.latest } };
}

function eraYears(from: number, to: number): Span | null {
  const end = to < from && to < 100 ? Math.floor(from / 100) * 100 + to : to;
  return span(from, 1, end, 12, "year");
}

function century(n: number): Span | null {
  return n < 1 || n > 21 ? null : span((n - 1) * 100 + 1, 1, n * 100, 12, "year");
}

function num(written: string | undefined): number {
  return Number(written ?? Number.NaN);
}

function rx(source: string): RegExp {
  return new RegExp(source, "gi");
}
