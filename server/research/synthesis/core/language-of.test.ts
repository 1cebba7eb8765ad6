import { describe, expect, it } from "vitest";
import { languageOf } from "./language-of";

describe("the language of a quoted text", () => {
  it.each([
    ["ὧν οἱ πατέρες, καὶ ἐξ ὧν ὁ Χριστὸς τὸ κατὰ σάρκα", "grc"],
    ["בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ", "hbo"],
    ["The Greek participle ὤν may be read with what follows.", undefined],
    ["The half-life is 6.2 h.", undefined],
    ["12 × 10−3", undefined],
    ["", undefined],
  ])("of %s", (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});
