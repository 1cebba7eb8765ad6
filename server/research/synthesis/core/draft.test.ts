import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftClaim, type DraftInput, type DraftSource, draftSummary } from "./draft";

const label =
  "# Velorin label\n\nThe mean elimination half-life of velorin is 12 hours in healthy adults. However, the half-life increases to 31 hours in severe renal impairment.\n\n" +
  "The recommended starting dose of velorin is 5 mg once daily. Velorin is not recommended in children.\n\nWhat should patients know about the half-life of velorin?";
const review =
  "Velorin was reviewed in 2014. A half-life of 12 hours was found for velorin in adult volunteers. The museum of Bergstad opened on a Sunday in spring.";
const blog = "Somebody wrote that the half-life of velorin is 40 hours in adults. The weather was fine.";
const old = "The half-life of velorin is 10 hours in healthy adults according to the first label.";

function source(id: string, text: string, tier: number, more: Partial<DraftSource> = {}): DraftSource {
  return { id, text, tier, superseded: false, date: null, passages: [{ start: 0, end: text.length, page: 1, heading: null, score: 1 }], ...more };
}

function claim(sourceId: string, text: string, words: string, value: number): DraftClaim {
  const start = text.indexOf(words);
  const quote = `${text.slice(start).split(".")[0] ?? ""}.`;
  return {
    id: `${sourceId}:${value}`,
    sourceId,
    attribute: "half_life",
    value: { kind: "quantity", value, unit: "h", op: "=", approx: false, unitAssumed: false },
    qualifiers: {},
    polarity: "affirmed",
    quote,
    start,
    end: start + quote.length,
    page: 2,
  };
}

const facts = [
  { name: "half_life", label: "Half-life", section: "Pharmacokinetics", synonyms: ["half-life"] },
  { name: "dose", label: "Starting dose", section: "Dosing", synonyms: ["starting dose"] },
];
const sources = [source("blog", blog, 10), source("review", review, 4), source("label", label, 1)];
const claims = [
  claim("blog", blog, "Somebody", 40),
  claim("review", review, "A half-life", 12),
  claim("label", label, "The mean", 12),
  claim("label", label, "However", 31),
];
const input: DraftInput = { subject: "velorin", aliases: ["Velorex"], terms: ["half-life", "dose"], facts, claims, sources, maxSentences: 8 };
const texts = new Map([...sources, source("old", old, 1)].map((one) => [one.id, one.text]));

describe("drafting a summary", () => {
  const draft = draftSummary(input);

  test("prints whole sentences that stand at their citations", () => {
    expect(draft.length).toBeGreaterThan(2);
    for (const sentence of draft) {
      for (const citation of sentence.citations) expect(texts.get(citation.sourceId)?.slice(citation.start, citation.end)).toBe(citation.quote);
      expect(sentence.citations[0]?.quote.replace(/\s+/g, " ")).toBe(sentence.text);
    }
  });

  test("takes the best tier's words and cites beside them who states the same value, nobody else", () => {
    const first = draft.find((sentence) => sentence.text.startsWith("The mean elimination half-life"));
    expect(first?.citations.map((one) => one.sourceId)).toEqual(["label", "review"]);
    expect(first?.section).toBe("Pharmacokinetics");
  });

  test("keeps the order of the facts' sections", () => {
    const sections = draft.map((sentence) => sentence.section);
    expect(sections.indexOf("Pharmacokinetics")).toBeLessThan(sections.indexOf("Dosing"));
  });

  test("takes a leaning sentence only behind the one it leans on", () => {
    const at = draft.findIndex((sentence) => sentence.text.startsWith("However"));
    expect(at < 0 || draft[at - 1]?.text.startsWith("The mean elimination half-life")).toBe(true);
  });

  test("leaves out questions, headings and what is not about the category", () => {
    const text = draft.map((sentence) => sentence.text).join(" ");
    expect(text).not.toMatch(/What should|museum|weather|# /);
  });

  test("does not use a superseded source while another states the fact, and uses it when none does", () => {
    const gone = source("old", old, 1, { superseded: true });
    const oldClaim = claim("old", old, "The half-life", 10);
    const both = draftSummary({ ...input, sources: [...sources, gone], claims: [...claims, oldClaim] });
    expect(both.flatMap((sentence) => sentence.citations.map((one) => one.sourceId))).not.toContain("old");
    const alone = draftSummary({ ...input, sources: [gone], claims: [oldClaim] });
    expect(alone.map((sentence) => sentence.citations[0]?.sourceId)).toEqual(["old"]);
  });

  test("says nothing where no source speaks of the category or of the subject", () => {
    expect(draftSummary({ ...input, sources: [], claims: [] })).toEqual([]);
    expect(draftSummary({ ...input, sources: [source("x", "The museum of Bergstad opened on a Sunday in spring.", 4)], claims: [] })).toEqual([]);
    expect(draftSummary({ ...input, subject: "tamorol", aliases: [], claims: [] })).toEqual([]);
  });

  test("never exceeds its limit and does not care for the order of arrival", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.shuffledSubarray(sources, { minLength: 3 }),
        fc.shuffledSubarray(claims, { minLength: 4 }),
        (maxSentences, s, k) => {
          const one = draftSummary({ ...input, maxSentences, sources: s, claims: k });
          expect(one.length).toBeLessThanOrEqual(maxSentences);
          expect(one).toEqual(draftSummary({ ...input, maxSentences }));
        },
      ),
    );
  });

  test("prints no sentence twice", () => {
    const twin = source("twin", label, 2);
    const drafted = draftSummary({ ...input, sources: [...sources, twin] }).map((sentence) => sentence.text);
    expect(new Set(drafted).size).toBe(drafted.length);
  });
});

describe("a sentence without a claim", () => {
  const facts = [
    {
      name: "enzyme",
      label: "Inhibits enzymes",
      kind: "set" as const,
      section: "Enzymes",
      synonyms: ["inhibitor of"],
      values: [{ value: "CYP3A4", synonyms: [] }],
    },
    { name: "recalled", label: "Recall date", kind: "date" as const, section: "Recalls", synonyms: ["recall"] },
  ];
  const read = (text: string): string[] =>
    draftSummary({ ...input, terms: ["inhibitor of", "recall"], facts, claims: [], sources: [source("a", text, 1)] }).map((one) => one.text);

  test("stands under a vocabulary only with one of its members, in words of its own", () => {
    expect(read("Velorin is a selective inhibitor of factor Xa in the plasma.")).toEqual([]);
    expect(read("Velorin is a weak inhibitor of CYP3A4 in the liver.")).toEqual(["Velorin is a weak inhibitor of CYP3A4 in the liver."]);
  });
  test("stands under a date only with a figure", () => {
    expect(read("Velorin has been under a recall of several lots.")).toEqual([]);
    expect(read("Velorin has been under a recall since May 2020.")).toEqual(["Velorin has been under a recall since May 2020."]);
  });
});
