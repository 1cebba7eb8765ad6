// A structured record as text: one sentence-like line for each of its fields, so that what it states outright has words to stand on. The same record gives the same text.
import type { ClaimValue, ExtractedClaim, Qualifiers } from "../../../claims/schema";
import type { AskedFact } from "../../schema";
import { tidy } from "./plain-text";

export type Stated = {
  /** Nothing is stated where the category asks no such fact. */
  readonly fact: AskedFact | null;
  /** Null where the record's value has no place in the category's vocabulary. */
  readonly value: ClaimValue | null;
  /** The words of the value, as they stand in the line. */
  readonly raw: string;
  readonly qualifiers?: Qualifiers;
  readonly polarity?: "affirmed" | "denied";
};
export type Line = { readonly text: string; readonly states?: readonly Stated[] };
export type Laid = { readonly text: string; readonly claims: readonly ExtractedClaim[] };

/** Lays lines one below the other. A claim is kept only where its words stand in its line. `shared` qualifies every claim. */
export function layLines(lines: readonly Line[], shared: Qualifiers = {}): Laid {
  let text = "";
  const claims: ExtractedClaim[] = [];
  for (const line of lines) {
    const quote = tidy(line.text);
    if (quote === "") continue;
    if (text !== "") text += "\n";
    const start = text.length;
    text += quote;
    for (const { fact, value, raw, qualifiers = {}, polarity = "affirmed" } of line.states ?? []) {
      const words = tidy(raw);
      if (!fact || !value || words === "" || !quote.includes(words)) continue;
      claims.push({
        attribute: fact.name,
        value,
        qualifiers: { ...shared, ...qualifiers },
        polarity,
        hedged: false,
        raw: words,
        quote,
        start,
        end: text.length,
        extractor: "api",
      });
    }
  }
  return { text, claims };
}

export function termValue(value: string | null): ClaimValue | null {
  return value === null || value === "" ? null : { kind: "term", value };
}

export function countValue(value: number): ClaimValue {
  return { kind: "quantity", value, op: "=", approx: false, unit: "1", unitAssumed: false };
}

/** A date as stated: "2019-03-04" is that day, "2019-03" and "2019" are intervals; null for anything else. */
export function dateValue(text: string | null): ClaimValue | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text ?? "");
  if (!match) return null;
  const [, year = "", month, day] = match;
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  const earliest = new Date(first).toISOString().slice(0, 10);
  if (!earliest.startsWith(match[0])) return null;
  if (day) return { kind: "date", earliest, latest: earliest, precision: "day" };
  const end = month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 12, 0);
  return { kind: "date", earliest, latest: new Date(end).toISOString().slice(0, 10), precision: month ? "month" : "year" };
}
