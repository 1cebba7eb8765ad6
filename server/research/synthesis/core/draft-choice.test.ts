// What may stand in the text, and where: both sides of a disagreement, sentences in their section, no fragments, quoted texts under their heading.
import { describe, expect, it } from "vitest";
import { type DraftClaim, type DraftInput, type DraftSource, draftSummary } from "./draft";
import { isNote, isProse, isReferenceList } from "./prose";

const source = (id: string, text: string, headings: (string | null)[] = [null], more: Partial<DraftSource> = {}): DraftSource => {
  const parts = text.split("\n\n");
  const passages = parts.map((part, index) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    page: null,
    heading: headings[index] ?? null,
    score: 1,
  }));
  return { id, title: "Zelorin", text, tier: 1, superseded: false, date: null, passages, ...more };
};
const claim = (from: DraftSource, words: string, attribute: string, value: number): DraftClaim => {
  const start = from.text.indexOf(words);
  const quote = `${from.text.slice(start).split(".")[0] ?? ""}.`;
  return {
    id: `${from.id}:${attribute}:${value}`,
    sourceId: from.id,
    attribute,
    value: { kind: "quantity", value, unit: "h", op: "=", approx: false, unitAssumed: false },
    qualifiers: {},
    polarity: "affirmed",
    quote,
    start,
    end: start + quote.length,
    page: null,
  };
};
const facts: DraftInput["facts"] = [
  { name: "half_life", label: "Half-life", section: "Elimination", synonyms: ["half-life"], kind: "quantity" },
  { name: "toxic", label: "Toxic dose", section: "Toxicity", synonyms: ["toxic dose", "plasma concentration"], kind: "quantity" },
  { name: "milk", label: "Milk", section: "Lactation", synonyms: ["excreted in human milk"], kind: "boolean" },
  { name: "text", label: "Text", section: "Text", synonyms: ["greek text"], kind: "text" },
];
const base = { subject: "zelorin", aliases: [], terms: ["half-life", "toxic dose", "human milk"], facts, maxSentences: 6 };
const texts = (input: Omit<DraftInput, "subject" | "aliases" | "terms" | "facts" | "maxSentences"> & Partial<DraftInput>) =>
  draftSummary({ ...base, ...input }).map(({ section, text }) => `${section}: ${text}`);

describe("a disagreement", () => {
  const a = source("a", "The half-life of zelorin is 6 hours in plasma. The half-life of zelorin is 6 hours, as was said before in other words.");
  const b = source("b", "In the review the half-life of zelorin is 2 hours only.", [null], { tier: 8, superseded: true });
  const claims = [claim(a, "The half-life", "half_life", 6), claim(b, "In the review", "half_life", 2)];
  const conflicts = [{ status: "open" as const, attribute: "half_life", sides: [{ claimIds: ["a:half_life:6"] }, { claimIds: ["b:half_life:2"] }] }];

  it("stands in the text with both sides, however short the text and whatever became of the edition", () => {
    const shown = texts({ claims, sources: [a, b], conflicts, maxSentences: 2 }).join(" ");
    expect(shown).toContain("6 hours");
    expect(shown).toContain("2 hours");
  });

  it("that the ledger does not hold does not bring a replaced edition back", () => {
    expect(texts({ claims, sources: [a, b] }).join(" ")).not.toContain("2 hours");
  });
});

describe("a sentence without a claim", () => {
  it("stands where its words mean the fact, and nowhere for a word it merely shares", () => {
    const leaflet = source(
      "s",
      "Inhibitors may increase the plasma concentration of zelorin in some people. Zelorin is excreted in human milk in small amounts.",
    );
    expect(texts({ claims: [], sources: [leaflet] })).toEqual(["Lactation: Zelorin is excreted in human milk in small amounts."]);
  });

  it("about another thing stays out of a text that only compares with it", () => {
    const rival = source("r", `${"Tamoxaban is one thing. ".repeat(60)}The half-life is long in old people.`, [null], { title: "Tamoxaban" });
    expect(texts({ claims: [], sources: [rival] })).toEqual([]);
  });

  it("quoted under a heading stands under that heading", () => {
    const sheet = source("g", "28 Οἴδαμεν δὲ ὅτι τοῖς ἀγαπῶσι τὸν θεὸν πάντα συνεργεῖ εἰς ἀγαθόν.", ["Greek text (1881)"]);
    expect(texts({ claims: [], sources: [sheet] })).toEqual([
      "Greek text (1881): 28 Οἴδαμεν δὲ ὅτι τοῖς ἀγαπῶσι τὸν θεὸν πάντα συνεργεῖ εἰς ἀγαθόν.",
    ]);
  });
});

describe("what is no sentence of an edition", () => {
  it.each([
    "After the label of Zelorex and Zelorex XR, revised May 2018.",
    "EMA referral under Article 31, concluded October 2016.",
    "After the product information of zelorin 500 mg film-coated tablets as harmonised in the European Union, with the amendments of 2022.",
    "Note of this library: the estimate is shorter than the figure of the label.",
    "This sheet sets readings side by side and does not choose among them.",
    "Zelorin: a clinical pharmacokinetic and pharmacodynamic review.",
  ])("is left out: %s", (text) => {
    expect(isProse(text)).toBe(false);
  });

  it.each([
    "Modern scholars differ on the weight of the chain.",
    "Warfarin inhibits the synthesis of clotting factors.",
    "Augustine himself corrects the earlier view in a late book.",
    "Carriers of these variants need lower doses of zelorin.",
  ])("does not swallow: %s", (text) => {
    expect(isProse(text)).toBe(true);
  });

  it("may still be a line of notes that states something", () => {
    expect(isNote("Half-life about 6.2 h in plasma")).toBe(true);
    expect(isNote("Sleep and gout in children: a cohort study")).toBe(false);
    expect(isReferenceList("Zelorin › References")).toBe(true);
    expect(isReferenceList("Elimination")).toBe(false);
  });
});

describe("open disagreements", () => {
  it("all stand in the text with every side, also where they are more than the sentences asked for", () => {
    const names = Array.from({ length: 9 }, (_, i) => `fact_${i}`);
    const own: DraftInput["facts"] = names.map((name) => ({ name, label: name, synonyms: [name.replace("_", " ")], kind: "quantity" }));
    const said = (value: number) =>
      names.map((name, i) => `The ${name.replace("_", " ")} measure of zelorin number ${"abcdefghi"[i]} was ${value + i} h in adults.`).join(" ");
    const [a, b] = [source("a", said(10)), source("b", said(60))];
    const claims = names.flatMap((name, i) =>
      [a, b].map((from, side) => claim(from, `The ${name.replace("_", " ")} measure`, name, (side === 0 ? 10 : 60) + i)),
    );
    const conflicts = names.map((attribute) => ({
      status: "open" as const,
      attribute,
      sides: claims.filter((one) => one.attribute === attribute).map((one) => ({ claimIds: [one.id] })),
    }));
    const text = texts({ sources: [a, b], claims, facts: own, conflicts, maxSentences: 6 }).join(" ");
    for (const one of claims) expect(text).toContain(one.quote);
  });

  it("of a yes and a no in nearly the same words stand with both", () => {
    const [a, b] = [source("a", "Zelorin is excreted in human milk of mothers."), source("b", "Zelorin is not excreted in human milk of mothers.")];
    const claims = [claim(a, "Zelorin is", "milk", 1), claim(b, "Zelorin is", "milk", 0)];
    const conflicts = [{ status: "open" as const, attribute: "milk", sides: claims.map((one) => ({ claimIds: [one.id] })) }];
    expect(texts({ sources: [a, b], claims, conflicts }).sort()).toEqual([a, b].map((one) => `Lactation: ${one.text}`).sort());
  });
});
