import { describe, expect, test } from "vitest";
import { foldAccents, porter2, stemOf } from "./stem";

describe("stems", () => {
  test.each([
    ["increased", "increas"],
    ["increasing", "increas"],
    ["tablets", "tablet"],
    ["skies", "sky"],
    ["hopping", "hop"],
    ["hoping", "hope"],
    ["ties", "tie"],
    ["cries", "cri"],
    ["news", "news"],
    ["generalization", "general"],
    ["sensational", "sensat"],
    ["relational", "relat"],
    ["agreed", "agre"],
    ["happily", "happili"],
    ["proceed", "proceed"],
    ["adjustment", "adjust"],
    ["replacement", "replac"],
    ["youth", "youth"],
    ["saying", "say"],
  ])("%s has the stem %s", (word, stem) => {
    expect(porter2(word)).toBe(stem);
  });

  test("leaves short words, codes and other scripts alone", () => {
    expect(porter2("is")).toBe("is");
    expect(porter2("cyp3a4")).toBe("cyp3a4");
    expect(porter2("λόγος")).toBe("λόγος");
  });

  test("folds accents before stemming", () => {
    expect(foldAccents("ménière")).toBe("meniere");
    expect(stemOf("naïves")).toBe(stemOf("naives"));
  });
});
