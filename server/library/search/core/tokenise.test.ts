import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "./tokenise";

describe("tokenise", () => {
  it.each([
    ["en", "Half-lives of metformin's elimination", ["half", "live", "of", "metformin", "elimin"]],
    ["de", "Die Häuser der Männer", ["die", "haus", "der", "mann"]],
    ["fr", "l’élimination rénale", ["l'élimin".replace("'", "").normalize("NFD").replace(/\p{M}/gu, ""), "renal"]],
    [null, "running RUNNING", ["running", "running"]],
  ])("stems in %s", (language, text, lexemes) => {
    expect(tokenise(text, language)).toEqual(lexemes);
  });

  it.each([
    ["6.2 h and 17,6 h", ["6.2", "h", "and", "17.6", "h"]],
    ["2,550 mg", ["2550", "mg"]],
    ["500mg twice, 24h", ["500", "mg", "twice", "24", "h"]],
    ["CYP3A4 and HbA1c", ["cyp3a4", "and", "hba1c"]],
    ["eGFR < 30 mL/min/1.73 m2", ["egfr", "30", "ml", "min", "1.73", "m2"]],
    ["87% bound", ["87", "%", "bound"]],
    ["10.1000/xyz", ["10.1000", "xyz"]],
  ])("keeps numbers and units of %s", (text, lexemes) => {
    expect(tokenise(text, null)).toEqual(lexemes);
  });

  it("finds Greek with and without accents and breathings, and Hebrew without points", () => {
    expect(tokenise("ἀγαπῶσιν τὸν θεὸν λόγος", "el")).toEqual(tokenise("αγαπωσιν τον θεον λογοσ", "el"));
    expect(tokenise("בְּרֵאשִׁית", "he")).toEqual(["בראשית"]);
  });

  it("cuts writing without blanks into pairs", () => {
    expect(tokenise("糖尿病の薬", "ja")).toEqual(["糖尿", "尿病", "病の", "の薬"]);
    expect(tokenise("薬 ABC", "ja")).toEqual(["薬", "abc"]);
    expect(tokenise("ยาเม็ด", "th").length).toBeGreaterThan(2);
  });

  it("folds full-width letters and ligatures", () => {
    expect(tokenise("ＡＢＣ １２ ﬁnal", null)).toEqual(["abc", "12", "final"]);
  });

  it("gives lexemes without blanks, of at most 64 characters, and the same ones each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.constantFrom("en", "de", "ru", "tr", null), (text, language) => {
        const lexemes = tokenise(text, language);
        expect(tokenise(text, language)).toEqual(lexemes);
        for (const lexeme of lexemes) {
          expect(lexeme).not.toMatch(/\s/);
          expect(lexeme.length).toBeGreaterThan(0);
          expect(lexeme.length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
