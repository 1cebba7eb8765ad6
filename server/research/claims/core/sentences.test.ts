import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences";

const texts = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

describe("splitting sentences", () => {
  it("ends a sentence at a full stop before a capital", () => {
    expect(texts("The half-life is 6 hours. Food delays it.")).toEqual(["The half-life is 6 hours.", "Food delays it."]);
  });
  it.each([
    "Exposure doubled (e.g. in renal disease) as Smith et al. (2005) found.",
    "As shown in Fig. 3 and Eq. 4 the rate falls vs. placebo.",
    "It was approved in the U.S. market by J. Smith of Acme Inc. in 1998.",
    "The value of 3.5 mg was given approx. twice a day at 8 a.m. with food.",
    "See Rom. 8:28 and 1 Cor. 13 for the wording.",
  ])("keeps an abbreviation inside its sentence: %s", (text) => {
    expect(texts(text)).toEqual([text]);
  });
  it("lets an abbreviation end a sentence before a usual opener", () => {
    expect(texts("It was sold in the U.S. The price rose. It was taken b.i.d. Patients improved.")).toHaveLength(4);
  });
  it("keeps a list number with its item and starts items, headings and table rows anew", () => {
    expect(texts("# Dose\n1. Take one tablet\n2. Take water\n- rest\n| Cmax | 3 |\n| Tmax | 2 |")).toEqual([
      "# Dose",
      "1. Take one tablet",
      "2. Take water",
      "- rest",
      "| Cmax | 3 |",
      "| Tmax | 2 |",
    ]);
  });
  it("joins lines that were only wrapped", () => {
    const wrapped = "The elimination half-life of the drug in healthy adult volunteers\nwas about six hours after one dose.";
    expect(texts(wrapped)).toEqual([wrapped]);
  });
  it("splits a heading without a mark from the paragraph below it", () => {
    expect(texts("Absorption\nThe drug is absorbed within an hour.")).toEqual(["Absorption", "The drug is absorbed within an hour."]);
  });
  it("ends a sentence at a raised reference number that lost its place", () => {
    expect(texts("It was first described in rats.12,13 Later work disagreed.")).toEqual([
      "It was first described in rats.12,13",
      "Later work disagreed.",
    ]);
  });
  it("works on a window of a text and reports offsets of the whole", () => {
    const text = "One here. Two here. Three here.";
    expect(splitSentences(text, 10, 19)).toEqual([{ start: 10, end: 19, text: "Two here." }]);
  });
  it("gives exact, ordered offsets and loses only white space, for any text", () => {
    const piece = fc.constantFrom("Word", " ", ". ", "\n", "\n\n", "3.5", "et al. ", "(x)", "! ", "é", "😀", "- ", "|", "No. ", "?");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        let kept = "";
        for (const sentence of splitSentences(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text.trim()).toBe(sentence.text);
          kept += sentence.text;
          at = sentence.end;
        }
        expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
  it("never gives a sentence longer than 1500 characters", () => {
    for (const sentence of splitSentences("word, ".repeat(2000))) expect(sentence.text.length).toBeLessThanOrEqual(1500);
    for (const sentence of splitSentences("x".repeat(9000))) expect(sentence.text.length).toBeLessThanOrEqual(1500);
  });
});
