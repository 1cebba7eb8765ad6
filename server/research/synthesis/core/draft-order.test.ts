// What is not printed twice, what stands under its own head only, and what comes first under a head.
import { describe, expect, it } from "vitest";
import { type DraftClaim, type DraftInput, type DraftSource, draftSummary } from "./draft";
import { isNote } from "./prose";

const source = (id: string, text: string, more: Partial<DraftSource> = {}, heading: string | null = null): DraftSource => ({
  id,
  title: "Zelorin",
  text,
  tier: 1,
  superseded: false,
  date: null,
  passages: [{ start: 0, end: text.length, page: null, heading, score: 1 }],
  ...more,
});
const claim = (from: DraftSource, words: string, attribute: string, value: string): DraftClaim => {
  const start = from.text.indexOf(words);
  const quote = `${from.text.slice(start).split(".")[0] ?? ""}.`;
  return {
    id: `${from.id}:${attribute}:${value}`,
    sourceId: from.id,
    attribute,
    value: { kind: "term", value },
    qualifiers: {},
    polarity: "affirmed",
    quote,
    start,
    end: start + quote.length,
    page: null,
  };
};
const facts: DraftInput["facts"] = [
  { name: "fate", label: "Fate", section: "Metabolism", synonyms: ["excreted unchanged", "metabolites"], kind: "set" },
  { name: "old", label: "Older people", section: "Older people", synonyms: ["age 65 years"], kind: "set" },
  { name: "box", label: "Boxed warning", section: "Boxed warning", synonyms: ["boxed warning"], kind: "set" },
  { name: "use", label: "Use", section: "Use", synonyms: ["contraindicated"], kind: "set", comparability: ["jurisdiction"] },
];
const drafted = (input: Partial<DraftInput>) =>
  draftSummary({ subject: "zelorin", aliases: ["Zelora"], terms: ["metabolites"], facts, claims: [], sources: [], maxSentences: 8, ...input });
const texts = (input: Partial<DraftInput>) => drafted(input).map(({ section, text }) => `${section}: ${text}`);

const short = "Zelorin is excreted unchanged in the urine and does not undergo hepatic metabolism.";
const long = "Zelorin is excreted unchanged in the urine and does not undergo hepatic metabolism; no metabolites have been identified.";

describe("a sentence that says nothing new", () => {
  it.each([
    [1, 1],
    [1, 5],
  ])("is not printed beside one that says it on evidence as good (tiers %i and %i)", (better, worse) => {
    const [a, b] = [source("a", long, { tier: better }), source("b", short, { tier: worse })];
    const claims = [claim(b, "Zelorin", "fate", "unchanged"), claim(a, "Zelorin", "fate", "none")];
    expect(texts({ sources: [a, b], claims })).toEqual([`Metabolism: ${long}`]);
    expect(texts({ sources: [b, a], claims: [...claims].reverse() })).toEqual([`Metabolism: ${long}`]);
  });

  it("is no source for the fuller one, and one that says all of it is", () => {
    const [a, b, c] = [source("a", long), source("b", short), source("c", `In the review: ${long}`, { tier: 5 })];
    const claims = [claim(b, "Zelorin", "fate", "none"), claim(a, "Zelorin", "fate", "none"), claim(c, "In the", "fate", "none")];
    const [only, ...more] = drafted({ sources: [a, b, c], claims });
    expect(more).toEqual([]);
    expect(only?.citations.map((citation) => citation.sourceId)).toEqual(["a", "c"]);
  });

  it("stands where the fuller one has the weaker source", () => {
    const [a, b] = [source("a", long, { tier: 8 }), source("b", short)];
    const claims = [claim(b, "Zelorin", "fate", "unchanged"), claim(a, "Zelorin", "fate", "none")];
    expect(texts({ sources: [a, b], claims })).toHaveLength(2);
  });

  it("stands where each agency says it for its own country", () => {
    const one = "Zelorin is contraindicated in severe shock.";
    const [a, b] = [
      source("a", "Zelorin is contraindicated in severe shock, in alcoholism and in anaemia.", { jurisdiction: "EU" }),
      source("b", one, { jurisdiction: "US" }),
    ];
    const claims = [claim(a, "Zelorin", "use", "alcoholism"), claim(b, "Zelorin", "use", "shock")];
    expect(texts({ sources: [a, b], claims })).toHaveLength(2);
    expect(texts({ sources: [a, { ...b, jurisdiction: "EU" }], claims })).toHaveLength(1);
  });
});

describe("a sentence in nearly the same words", () => {
  it.each([
    [
      "another unit",
      "Zelorin has an apparent half-life of approximately 12 hours.",
      "Zelorin has a half-life of approximately 12 days.",
      "hours",
      "days",
    ],
    [
      "another partner",
      "Intake with cimetidine doubled the exposure of zelorin.",
      "Intake with ranitidine doubled the exposure of zelorin.",
      "a",
      "b",
    ],
  ])("with %s is printed beside it, each with its own source", (_, one, other, own, its) => {
    const [a, b] = [source("a", one), source("b", other)];
    const found = drafted({ sources: [a, b], claims: [claim(a, one.slice(0, 8), "fate", own), claim(b, other.slice(0, 8), "fate", its)] });
    expect(found.map(({ text, citations }) => [text, citations.map((citation) => citation.sourceId)])).toEqual(
      expect.arrayContaining([
        [one, ["a"]],
        [other, ["b"]],
      ]),
    );
  });
});

it("no source is cited for the contrary of what it says, whatever else both state", () => {
  const a = source("a", "Zelorin is not recommended in severe shock (class C).");
  const b = source("b", "In severe shock (class C) no change of zelorin is recommended.", { tier: 8 });
  const claims = [
    claim(a, "Zelorin", "fate", "class C"),
    claim(b, "In severe", "fate", "class C"),
    claim(a, "Zelorin", "use", "not recommended"),
    claim(b, "In severe", "use", "no change"),
  ];
  const [first, second] = drafted({ sources: [a, b], claims });
  expect(first?.citations.map((citation) => citation.sourceId)).toEqual(["a"]);
  expect(second?.citations.map((citation) => citation.sourceId)).toEqual(["b"]);
});

describe("a head", () => {
  const label = "Postmarketing cases of acidosis have resulted in death. Risk factors include renal impairment and age 65 years or older.";

  it("does not take in a sentence of another matter for the one that leans on it", () => {
    const a = source("a", label);
    expect(texts({ sources: [a], claims: [claim(a, "Risk factors", "old", "risk")] })).toEqual([]);
  });

  it("other than that of boxed warnings has none of their words", () => {
    const a = source("a", "Zelorin can cause fatal bleeding at age 65 years.", {}, "Boxed warning");
    expect(texts({ sources: [a], claims: [claim(a, "Zelorin", "old", "risk")] })).toEqual([]);
    expect(texts({ sources: [a], claims: [claim(a, "Zelorin", "box", "bleeding")] })).toHaveLength(1);
    expect(texts({ sources: [a] })).toEqual(["Boxed warning: Zelorin can cause fatal bleeding at age 65 years."]);
  });

  it("says what holds in general before what holds for some", () => {
    const a = source("a", "In children with asthma zelorin is contraindicated. Zelorin is contraindicated in shock.");
    const claims = [claim(a, "In children", "use", "asthma"), claim(a, "Zelorin is", "use", "shock")];
    expect(texts({ sources: [a], claims })[0]).toContain("in shock");
  });
});

it("the run-in head of an abstract is not printed", () => {
  const a = source("a", "Results: Zelorin was found unchanged as excreted unchanged drug in urine.");
  expect(drafted({ sources: [a], claims: [claim(a, "Results", "fate", "unchanged")] })[0]?.citations[0]?.quote).toMatch(/^Zelorin was found/);
});

it("where the words come from is no note on their matter", () => {
  expect(isNote("After the product information of zelorin 500 mg tablets as harmonised in the European Union, with amendments of 2022.")).toBe(false);
  expect(isNote("After a single 850 mg dose: Cmax 1.5 µg/mL")).toBe(true);
});
