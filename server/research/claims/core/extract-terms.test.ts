import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import type { ExtractedClaim } from "../schema";
import { extractClaims } from "./extract";

const enzymes = ["CYP2C9", "CYP2D6", "CYP3A4"].map((value) => ({ value, synonyms: [] }));
const facts = (
  [
    {
      name: "incidence",
      label: "Incidence",
      kind: "incidence",
      unit: "%",
      synonyms: ["occurred in", "reported in", "reactions", "reported", "experienced"],
    },
    { name: "warning", label: "Boxed warning", kind: "boolean", synonyms: ["boxed warning"], deniedBy: ["removed"] },
    { name: "approved", label: "Approval", kind: "date", synonyms: ["approved", "licensed", "marketing authorisation"] },
    { name: "inhibits", label: "Inhibits", kind: "set", synonyms: ["inhibits", "inhibit", "inhibitor of"], values: enzymes },
    { name: "substrate", label: "Substrate", kind: "set", synonyms: ["metabolised by", "substrate of"], values: enzymes },
    { name: "risk_class", label: "Class", kind: "enumeration", values: [{ value: "class I recall", synonyms: ["class i recall"] }] },
    { name: "registry", label: "Registry number", kind: "identifier", pattern: "\\b(NCT\\d{8})\\b" },
    { name: "broken", label: "Broken", kind: "identifier", pattern: "([" },
    { name: "passage", label: "Passage", kind: "reference" },
    { name: "remark", label: "Remark", kind: "text", synonyms: ["remark"] },
  ] satisfies FactInput[]
).map((fact) => factSchema.parse(fact));

const claims = (text: string): ExtractedClaim[] => extractClaims({ text, start: 0, end: text.length, facts });
const brief = ({ attribute, value, polarity, qualifiers }: ExtractedClaim): string => {
  const shown = value.kind === "quantity" ? `${value.value}%` : value.kind === "date" ? `${value.earliest}..${value.latest}` : String(value.value);
  const arm = qualifiers.term ? ` ${qualifiers.term}${qualifiers.arm ? `/${qualifiers.arm}` : ""}` : "";
  return `${attribute} ${polarity === "denied" ? "not " : ""}${shown}${arm}`;
};
const found = (text: string): string => claims(text).map(brief).join(" | ");

describe("incidence", () => {
  it.each([
    [
      "Vomiting occurred in 4.5% of patients on placebo and 9.5% of patients on zelorin.",
      "incidence 4.5% vomiting/placebo | incidence 9.5% vomiting/treatment",
    ],
    ["Nausea occurred in 12% of patients on zelorin and 5% on placebo.", "incidence 12% nausea/treatment | incidence 5% nausea/placebo"],
    [
      "Headache was reported in 8.3% and 7.9% of patients receiving zelorin and placebo, respectively.",
      "incidence 8.3% headache/treatment | incidence 7.9% headache/placebo",
    ],
    [
      "Common reactions were dizziness (15% vs 6%) and rash (3%).",
      "incidence 15% dizziness/treatment | incidence 6% dizziness/control | incidence 3% rash",
    ],
    [
      "In the trial, 4% of patients experienced bruising, compared with 2% in the placebo group.",
      "incidence 4% bruising/treatment | incidence 2% bruising/placebo",
    ],
    ["Seizures were reported in 1% of patients on zelorin and none on placebo.", "incidence 1% seizures/treatment | incidence 0% seizures/placebo"],
    [
      "Bleeding was reported in 2.1% of patients treated with zelorin and 3.1% of those on warfarin.",
      "incidence 2.1% bleeding/treatment | incidence 3.1% bleeding/warfarin",
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("yes and no", () => {
  it.each([
    ["The label carries a boxed warning.", "warning true"],
    ["There is no boxed warning.", "warning false"],
    ["The boxed warning was removed in 2016.", "warning false"],
    ["Boxed warning: none", "warning false"],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("dates of events", () => {
  it.each([
    ["It was approved on 7 July 2015.", "approved 2015-07-07..2015-07-07"],
    ["On 22 March 2012 a marketing authorisation followed.", "approved 2012-03-22..2012-03-22"],
    ["The label, first approved in May 2012, was revised in April 2021.", "approved 2012-05-01..2012-05-31"],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
  it("keeps the agency of each date", () => {
    const places = claims("The FDA approved it in May 2012; the EMA approved it in June 2013.").map((claim) => claim.qualifiers.jurisdiction);
    expect(places).toEqual(["US", "EU"]);
  });
});

describe("vocabularies, identifiers and references", () => {
  it.each([
    ["Zelorin inhibits CYP2C9 and is metabolised by CYP3A4.", "inhibits CYP2C9 | substrate CYP3A4"],
    ["It does not inhibit CYP2D6 or CYP3A4.", "inhibits not CYP2D6 | inhibits not CYP3A4"],
    ["It is an inhibitor of CYP3A4 but not of CYP2D6.", "inhibits CYP3A4 | inhibits not CYP2D6"],
    ["CYP3A4 is an enzyme.", ""],
    ["A class I recall was announced.", "risk_class class I recall"],
    ["The trial NCT01234567 ended.", "registry NCT01234567"],
    ["Compare Romans 8:28-30 with Gen 1:1.", "passage Rom.8.28-Rom.8.30 | passage Gen.1.1"],
    ["A remark without a type.", ""],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("quotes", () => {
  it("are the sentence at its offsets in the whole text, also inside a passage", () => {
    const text = "Front matter. There is no boxed warning. The trial NCT01234567 ended.\n\n| Boxed warning | yes |";
    const found = extractClaims({ text, start: 14, end: text.length, facts });
    expect(found.map((claim) => claim.quote)).toEqual(["There is no boxed warning.", "The trial NCT01234567 ended.", "| Boxed warning | yes |"]);
    for (const claim of found) expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
  });
  it("hold the raw words of the value, for any mixture of sentences", () => {
    const piece = fc.constantFrom(
      "It was approved on 7 July 2015. ",
      "Rash (3% vs 1%) was reported. ",
      "# Head\n",
      "no boxed warning ",
      "Rom 8:28 ",
      "\u00a0",
      "İ",
      "| a | 3% |\n",
      "NCT01234567 ",
      "\n\n",
      "inhibits CYP2D6; ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const claim of claims(text)) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
          expect(claim.quote).toContain(claim.raw);
        }
      }),
    );
  });
});
