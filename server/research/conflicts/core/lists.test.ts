// What is a list or one value under several conditions, and therefore no entry of the ledger.
import { describe, expect, it } from "vitest";
import { type ConflictStrategy, type FactInput, factSchema } from "../../categories/schema";
import type { Claim, ClaimValue, Qualifiers } from "../../claims/schema";
import { detectConflicts } from "./detect";
import type { LedgerSource } from "./witness";

const fact = (changes: Partial<FactInput> = {}) =>
  factSchema.parse({ name: "f", label: "F", kind: "quantity", unit: "mg", comparability: ["form"], ...changes });
const source = (id: string): LedgerSource => ({
  id,
  tier: 1,
  date: null,
  jurisdiction: null,
  superseded: false,
  voice: id,
  publisher: null,
});
const mg = (value: number, unit = "mg"): ClaimValue => ({ kind: "quantity", value, op: "=", approx: false, unit, unitAssumed: false });
const day = (earliest: string): ClaimValue => ({ kind: "date", earliest, latest: earliest, precision: "day" });
let serial = 0;
const claim = (sourceId: string, value: ClaimValue, start: number, qualifiers: Qualifiers = {}): Claim => ({
  id: `c${serial++}`,
  sourceId,
  page: null,
  attribute: "f",
  value,
  qualifiers,
  polarity: "affirmed",
  hedged: false,
  raw: "",
  quote: "",
  start,
  end: start + 10,
  extractor: "rule",
});
const entries = (facts: ReturnType<typeof fact>[], claims: Claim[], strategy: ConflictStrategy = "interval", keys: ("species" | "form")[] = []) =>
  detectConflicts({ facts, claims, sources: ["a", "b"].map(source), categoryStrategy: strategy, comparabilityOfCategory: keys });

describe("values that stand side by side", () => {
  it("are what one sentence lists, though two other sentences that differ are a conflict", () => {
    expect(entries([fact()], [claim("a", mg(2.8), 0), claim("a", mg(11.5), 0)])).toEqual([]);
    expect(entries([fact()], [claim("a", mg(2.8), 0), claim("b", mg(11.5), 0)])).toHaveLength(1);
  });

  it("are members of a union, be they quantities, dates or identifiers", () => {
    const union = (changes: Partial<FactInput>) => fact({ strategy: "set_union", ...changes });
    expect(entries([union({})], [claim("a", mg(500), 0), claim("b", mg(850), 0)])).toEqual([]);
    expect(entries([union({ kind: "date", unit: undefined })], [claim("a", day("2016-04-08"), 0), claim("b", day("2020-05-28"), 0)])).toEqual([]);
    const numbered = (id: string, value: string) => claim(id, { kind: "term", value }, 0);
    expect(entries([fact({ kind: "identifier", unit: undefined })], [numbered("a", "NDA1"), numbered("b", "NDA2")], "set_union")).toEqual([]);
  });

  it("are one value under two conditions, which is no difference", () => {
    const claims = [claim("a", mg(500), 0, { form: "tablet" }), claim("b", mg(500), 0, { form: "extended-release" }), claim("b", mg(0.5, "g"), 9)];
    expect(entries([fact()], claims)).toEqual([]);
    const yes: ClaimValue = { kind: "boolean", value: true };
    expect(entries([fact({ kind: "boolean", unit: undefined })], [claim("a", yes, 0, { form: "tablet" }), claim("b", yes, 0)])).toEqual([]);
  });
});

describe("a figure that only its normalisation tells apart", () => {
  it("is no difference, while another figure in units that do not convert is set apart", () => {
    const cutOff = fact({ unit: "mL/min/{1.73_m2}", otherUnits: ["mL/min"], tolerance: { rounding: 0, minor: 0 } });
    expect(entries([cutOff], [claim("a", mg(30, "mL/min/{1.73_m2}"), 0), claim("b", mg(30, "mL/min"), 0)])).toEqual([]);
    const apart = entries([cutOff], [claim("a", mg(45, "mL/min/{1.73_m2}"), 0), claim("b", mg(30, "mL/min"), 0)]);
    expect(apart.map((entry) => entry.status)).toEqual(["set_apart"]);
  });
});

describe("traditions", () => {
  it("stand side by side, open by design, and so does a difference within none of them", () => {
    const ground = fact({ kind: "enumeration", unit: undefined, comparability: ["tradition"] });
    const says = (id: string, value: string, tradition?: string) => claim(id, { kind: "term", value }, 0, tradition ? { tradition } : {});
    const [apart] = entries([ground], [says("a", "conditional", "Arminian"), says("b", "unconditional", "Reformed")], "tradition_scoped");
    expect(apart).toMatchObject({ status: "open", kind: "interpretive", winner: null, differing: ["tradition"] });
    expect(apart?.statement).toContain("each tradition reads for itself");
    const [open] = entries([ground], [says("a", "conditional"), says("b", "unconditional")], "tradition_scoped");
    expect(open).toMatchObject({ status: "open", kind: "interpretive", winner: null });
  });
});

describe("the keys of the category", () => {
  it("hold for a fact that does not name them itself", () => {
    const plain = fact({ comparability: [] });
    const claims = [claim("a", mg(500), 0, { species: "rat" }), claim("b", mg(5), 0, { species: "dog" })];
    expect(entries([plain], claims).map((entry) => entry.status)).toEqual(["open"]);
    expect(entries([plain], claims, "interval", ["species"]).map((entry) => entry.differing)).toEqual([["species"]]);
  });
});

describe("the label of a side", () => {
  it("shows a condition only where every claim of the side states it", () => {
    const claims = [
      claim("a", mg(500), 0, { form: "tablet" }),
      claim("b", mg(500), 0),
      claim("b", mg(850), 50, { form: "tablet" }),
      claim("a", mg(500), 70),
    ];
    const shown = entries([fact()], claims).flatMap((entry) => entry.sides.map((side) => side.label.replaceAll("\u00a0", " ")));
    expect(shown.filter((label) => label.startsWith("500"))).toEqual(shown.filter((label) => label === "500 mg"));
  });
});

describe("copies of one text", () => {
  const copy = (id: string, voice: string) => ({ id, tier: 4, date: null, jurisdiction: null, superseded: false, voice, publisher: null });
  const words = (value: number) => `The usual daily dose of the drug in adults is ${value} mg by mouth.`;
  const ledger = (voices: readonly [string, string], quotes: readonly [string, string]) =>
    detectConflicts({
      facts: [fact()],
      claims: [
        { ...claim("a", mg(500), 0), quote: quotes[0] },
        { ...claim("b", mg(5), 0), quote: quotes[1] },
      ],
      sources: [copy("a", voices[0]), copy("b", voices[1])],
      categoryStrategy: "interval",
      comparabilityOfCategory: [],
    });

  it("do not disagree: a difference between them is said to be an error", () => {
    const [entry, ...more] = ledger(["one", "one"], [words(500), words(5)]);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: "not_comparable", status: "set_apart", severity: "none", winner: null });
    expect(entry?.statement).toMatch(/^Copies of one text give 500.mg and 5.mg in the same sentence; one of them was changed in copying or misread/);
    expect(entry?.rationale).toMatch(/an error of copying or of reading/);
  });

  it("may say two things in two sentences, and two voices disagree as ever", () => {
    expect(ledger(["one", "one"], [words(500), "Children under ten are given 5 mg at night."])).toEqual([]);
    expect(ledger(["one", "two"], [words(500), words(5)]).map(({ status }) => status)).toEqual(["open"]);
  });
});
