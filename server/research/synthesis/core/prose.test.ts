import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frontMatterEnd, isDangling, isProse, predecessorOf, sentencesBetween } from "./prose";

describe("prose", () => {
  test.each([
    "The mean half-life of velorin is 12 hours in healthy adults.",
    "Do not give velorin together with tamorol, which raises its level.",
    "5 mg once daily is the recommended starting dose in adults.",
    "The maximum recommended dose of velorin in adults is 20 mg per day",
    "pH-dependent absorption was seen in two of the three studies.",
  ])("is: %s", (text) => {
    expect(isProse(text)).toBe(true);
  });

  test.each([
    ["a heading", "Pharmacokinetics and metabolism of velorin"],
    [
      "a long title",
      "Summary of product characteristics of velorin film-coated tablets, wording after the referral of 2016 and the amendments of 2022 on pregnancy.",
    ],
    ["words about the text itself", "The difference is one of public records and was not the work of this summary."],
    ["a table row", "| Half-life | 12 h | adults | plasma | fasted |"],
    ["a question", "What is the half-life of velorin in healthy adults?"],
    ["a reference", "Lindqvist A, et al. Velorin in adults. J Norden Med. 2011;14(2):101-9."],
    ["navigation", "Skip to content and sign in to read more of this article."],
    ["a copyright line", "Copyright 2015 Norden Medicines Agency, all rights reserved."],
    ["a table of contents", "4.2 Posology and method of administration ........ 12"],
    ["a metadata line", "Publisher: Norden Medicines Agency of the northern countries"],
    ["figures", "12.1 13.4 15.9 (8.3) 17.2 21.0 n.s. 44.1 3.2 9.9 18.8 2.2."],
    ["something too short", "It is white."],
  ])("is not %s", (_what, text) => {
    expect(isProse(text)).toBe(false);
  });

  test("leans on its predecessor with a connective or a bare pronoun, not with a formal subject", () => {
    expect(isDangling("However, it is found in milk.")).toBe(true);
    expect(isDangling("It was lower in children.")).toBe(true);
    expect(isDangling("Risk factors include renal impairment and age 65 years or older.")).toBe(true);
    expect(isDangling("In the same year the agency concluded a referral.")).toBe(true);
    expect(isDangling("Risk factors for gout include obesity.")).toBe(false);
    expect(isDangling("It is recommended that adults take 5 mg.")).toBe(false);
    expect(isDangling("Itraconazole raises its level.")).toBe(false);
  });
});

describe("sentences of a source", () => {
  const source =
    "---\ntitle: Velorin\ndose: 5 mg\n---\n# Velorin\n\n- **Dose.** The starting dose is\n  5 mg once daily.\n- It is *not* for children.\n\nStore it cold. Keep it dry.";

  test("are spans of it, without list marks, printed without markdown and line ends", () => {
    const at = source.indexOf("5 mg once");
    const [sentence] = sentencesBetween(source, at, at + 4);
    expect(sentence && source.slice(sentence.start, sentence.end)).toBe(sentence?.quote);
    expect(sentence?.text).toContain("The starting dose is 5 mg once daily.");
    expect(sentence?.text).not.toMatch(/[*\n]|^-/);
  });

  test("never come from the front matter", () => {
    expect(frontMatterEnd(source)).toBe(source.indexOf("# Velorin"));
    expect(sentencesBetween(source, 0, 30)).toEqual([]);
  });

  test("know the sentence before them", () => {
    expect(predecessorOf(source, source.indexOf("Keep it"))?.text).toBe("Store it cold.");
  });

  test("have exact offsets whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("The dose is 5 mg. ", "- ", "\n", "\n\n", "# Head\n", "It is so. ", "𝒜 b ", "**x** ", "1. "), { maxLength: 30 }),
        fc.nat(),
        (parts, at) => {
          const text = parts.join("");
          for (const one of sentencesBetween(text, at % (text.length + 1), text.length)) expect(text.slice(one.start, one.end)).toBe(one.quote);
        },
      ),
    );
  });
});
