// Labelled sentences and pairs of claims, and the mapping between their short codes and the canonical values of this program.
import { z } from "zod";
import { daysOf, span } from "@/server/research/claims/core/date-spans";
import { convert } from "@/server/research/claims/core/units";
import type { ExtractedClaim, Qualifiers } from "@/server/research/claims/schema";

export const goldClaimSchema = z.object({
  attribute: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  sd: z.number().optional(),
  unit: z.string().optional(),
  op: z.enum(["=", "<", "<=", ">", ">="]).optional(),
  date: z.string().optional(),
  term: z.string().optional(),
  control: z.number().optional(),
  qualifiers: z.record(z.string(), z.string()).default({}),
});
export type GoldClaim = z.infer<typeof goldClaimSchema>;
export const sentenceCaseSchema = z.object({ id: z.string(), text: z.string(), claims: z.array(goldClaimSchema) });
export type SentenceCase = z.infer<typeof sentenceCaseSchema>;
export const pairCaseSchema = z.object({ id: z.string(), verdict: z.string(), a: goldClaimSchema, b: goldClaimSchema });
export type PairCase = z.infer<typeof pairCaseSchema>;

const codes: Readonly<Record<string, string>> = {
  "healthy adults": "healthy",
  "young adults": "young",
  "renal impairment": "renal_impairment",
  "severe renal impairment": "renal_impairment",
  "moderate renal impairment": "renal_impairment",
  "mild renal impairment": "renal_impairment",
  "end-stage renal disease": "renal_impairment",
  "hepatic impairment": "hepatic_impairment",
  "severe hepatic impairment": "hepatic_impairment",
  "moderate hepatic impairment": "hepatic_impairment",
  "mild hepatic impairment": "hepatic_impairment",
  "poor metabolizers": "pm",
  "extensive metabolizers": "em",
  "intermediate metabolizers": "im",
  "pregnant women": "pregnant",
  "whole blood": "blood",
  intravenous: "iv",
  subcutaneous: "sc",
  intramuscular: "im",
  "extended-release": "ER",
  "immediate-release": "IR",
  "delayed-release": "DR",
};
const shortKeys: Readonly<Record<string, string>> = {
  population: "pop",
  species: "pop",
  route: "route",
  matrix: "matrix",
  statistic: "stat",
  phase: "phase",
  analyte: "analyte",
  form: "form",
  dose: "dose",
  jurisdiction: "jur",
};
const longKeys = {
  pop: "population",
  route: "route",
  matrix: "matrix",
  stat: "statistic",
  phase: "phase",
  analyte: "analyte",
  form: "form",
  dose: "dose",
  jur: "jurisdiction",
} as const;
const animals = new Set(["rat", "mouse", "dog", "monkey", "rabbit", "pig", "human"]);

/** Qualifiers in the short codes of the labelled sentences. */
export function shortQualifiers(qualifiers: Qualifiers): Record<string, string> {
  const short: Record<string, string> = {};
  for (const [key, value] of Object.entries(qualifiers)) {
    const name = shortKeys[key];
    if (!name || value === undefined || (key === "species" && "population" in qualifiers && value === "human")) continue;
    short[name] = key === "dose" ? value.replace(/\s/g, "") : (codes[value] ?? value);
  }
  return short;
}

/** A labelled claim as this program stores one. */
export function toClaim(gold: GoldClaim): ExtractedClaim {
  const qualifiers: Qualifiers = {};
  for (const [key, value] of Object.entries(gold.qualifiers)) {
    const name = longKeys[key as keyof typeof longKeys];
    const full = Object.entries(codes).find(([, code]) => code === value && (key !== "route" ? true : value !== "im" || true))?.[0] ?? value;
    if (name === "population" && animals.has(value)) qualifiers.species = value;
    else if (name) qualifiers[name] = name === "population" || name === "matrix" || name === "form" || name === "route" ? full : value;
  }
  return {
    attribute: gold.attribute,
    value: goldValue(gold),
    qualifiers,
    polarity: "affirmed",
    hedged: false,
    raw: "",
    quote: "",
    start: 0,
    end: 0,
    extractor: "rule",
  };
}

function goldValue(gold: GoldClaim): ExtractedClaim["value"] {
  if (gold.date !== undefined) {
    const [year = 0, month, day] = gold.date.split("-").map(Number);
    const found =
      month === undefined ? span(year, 1, year, 12, "year") : day === undefined ? span(year, month, year, month, "month") : daysOf(year, month, day);
    if (found) return { kind: "date", ...found };
  }
  if (typeof gold.value === "string") return { kind: "boolean", value: gold.value === "yes" };
  const numbers = gold.value === undefined ? { low: gold.low, high: gold.high } : { value: gold.value };
  return {
    kind: "quantity",
    ...numbers,
    op: gold.op ?? "=",
    approx: false,
    ...(gold.sd === undefined ? {} : { sd: gold.sd }),
    unit: gold.unit ?? "1",
    unitAssumed: false,
  };
}

/** True when attribute, value with operator, unit and, for incidences, term are right. */
export function sameClaim(claim: ExtractedClaim, gold: GoldClaim, control: number | undefined): boolean {
  if (claim.attribute !== gold.attribute) return false;
  const { value } = claim;
  if (value.kind === "date") {
    const expected = goldValue(gold);
    return expected.kind === "date" && expected.earliest === value.earliest && expected.latest === value.latest;
  }
  if (value.kind === "boolean") return gold.value === (value.value ? "yes" : "no");
  if (value.kind === "term") return gold.value === value.value;
  if (gold.term !== undefined && (claim.qualifiers.term !== gold.term.toLowerCase() || control !== gold.control)) return false;
  if (value.op !== (gold.op ?? "=")) return false;
  const close = (own: number | undefined, other: number | undefined): boolean => {
    if (own === undefined || other === undefined) return own === other;
    const converted = convert(own, value.unit, gold.unit ?? "1");
    return converted !== null && Math.abs(converted - other) <= 1e-6 * Math.max(1, Math.abs(other));
  };
  return typeof gold.value === "number" ? close(value.value, gold.value) : close(value.low, gold.low) && close(value.high, gold.high);
}
