// Scores values and units against quantulum's sentence files: a JSON list of {req, res: [{value, unit, surface, uncertainty?}]}.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Quantity } from "@/server/research/claims/core/quantities/types";
import { convert, toUcum } from "@/server/research/claims/core/units";

const caseSchema = z.object({
  req: z.string(),
  res: z.array(z.object({ value: z.number(), unit: z.string(), surface: z.string(), uncertainty: z.number().nullish() })),
});
export type QuantulumCase = z.infer<typeof caseSchema>;
export type QuantulumScore = { sentencesExact: number; valueAccuracy: number; unitAccuracy: number; sentences: number; wrong: string[] };

/** The cases of one file or of all files of a folder that have this form; null when none has. */
export function readQuantulum(target: string): QuantulumCase[] | null {
  const files = statSync(target).isDirectory()
    ? readdirSync(target)
        .filter((name) => name.endsWith(".json"))
        .map((name) => path.join(target, name))
    : [target];
  const cases = files.flatMap((file) => {
    const parsed = z.array(caseSchema).safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : [];
  });
  return cases.length > 0 ? cases : null;
}

export function scoreSentences(cases: readonly QuantulumCase[], find: (text: string) => Quantity[]): QuantulumScore {
  const tally = { exact: 0, gold: 0, values: 0, units: 0 };
  const wrong: string[] = [];
  for (const { req, res } of cases) {
    const found = find(req);
    const right = res.map((gold) => found.find((quantity) => sameValue(quantity, gold)));
    tally.gold += res.length;
    tally.values += right.filter((quantity) => quantity !== undefined).length;
    tally.units += right.filter((quantity, index) => quantity && sameUnit(quantity, res[index]?.unit ?? "")).length;
    const exact = found.length === res.length && right.every((quantity, index) => quantity && sameUnit(quantity, res[index]?.unit ?? ""));
    if (exact) tally.exact++;
    else wrong.push(`${req.slice(0, 110)} | found ${found.map((each) => `${each.value ?? `${each.low}..${each.high}`} ${each.unit}`).join("; ")}`);
  }
  return {
    sentencesExact: tally.exact / Math.max(1, cases.length),
    valueAccuracy: tally.values / Math.max(1, tally.gold),
    unitAccuracy: tally.units / Math.max(1, tally.values),
    sentences: cases.length,
    wrong,
  };
}

function sameValue(quantity: Quantity, gold: QuantulumCase["res"][number]): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1e-9, Math.abs(b));
  if (quantity.kind === "year" && quantity.raw.includes(String(gold.value))) return true;
  if (quantity.value !== undefined) return close(quantity.value, gold.value) || inCode(quantity, gold).some((value) => close(value, gold.value));
  return quantity.low !== undefined && quantity.high !== undefined && close((quantity.low + quantity.high) / 2, gold.value);
}

// "a dozen" is one dozen there and twelve here.
function inCode(quantity: Quantity, gold: QuantulumCase["res"][number]): number[] {
  const value = quantity.value ?? Number.NaN;
  if (/dozen/.test(gold.unit)) return [value / 12];
  if (/penny|cent\b|dime/.test(gold.unit)) return [value * 100, value * 10];
  return [];
}

const spelled: Readonly<Record<string, string>> = {
  dimensionless: "1",
  percentage: "%",
  dollar: "{USD}",
  euro: "{EUR}",
  "pound sterling": "{GBP}",
  yen: "{JPY}",
  "pound-mass": "[lb_av]",
  dozen: "1",
  cent: "{USD}",
  dime: "{USD}",
  penny: "{USD}",
  "count per week": "/wk",
  gigayear: "Ga",
  megayear: "Ma",
  "square mile": "[mi_i]2",
  gray: "Gy",
  milligray: "mGy",
  "inverse second": "/s",
  "ton per day": "t/d",
  "cubic centimetre": "mL",
};

function sameUnit(quantity: Quantity, name: string): boolean {
  const code = quantity.unit;
  const expected =
    spelled[name] ??
    toUcum(name) ??
    toUcum(name.replace(/^inverse /, "per ")) ??
    toUcum(name.replace(/ per square (\w+)/, " per $1 squared")) ??
    spelledParts(name);
  if (expected === null) return false;
  if (expected === code) return true;
  const factor = convert(1, expected, code);
  return factor !== null && Math.abs(factor - 1) < 1e-9;
}

function spelledParts(name: string): string | null {
  const [above, below] = name.split(" per ");
  const top = spelled[above ?? ""] ?? toUcum(above ?? "");
  const bottom = below === undefined ? null : (spelled[below] ?? toUcum(below));
  return top && bottom ? `${top}/${bottom}` : null;
}
