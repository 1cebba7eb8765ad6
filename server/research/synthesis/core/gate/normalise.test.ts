import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise, stripMarks } from "./normalise";

describe("normal form of a text", () => {
  test("keeps powers powers and writes fractions as decimals", () => {
    expect(normalise("10⁶ cells per m²")).toBe("10^6 cells per m^2");
    expect(normalise("10⁻³ of 2½ or ½ a tablet")).toBe("10^-3 of 2.5 or 0.5 a tablet");
    expect(normalise("as shown before³")).toBe("as shown before");
  });

  test("has one form for dashes, quotation marks, blanks, micro signs and bounds", () => {
    expect(normalise("“5–10 µg” – at\u00a0least ≥3, soft\u00adly ’tis")).toBe('"5-10 ug" - at least >=3, softly \'tis');
  });

  test("changes nothing on a second pass", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("a drafted sentence", () => {
  test("loses citation marks, list numbers and emphasis, and nothing else", () => {
    expect(stripMarks("4. Take **one** tablet [3, 5] daily.[12]")).toBe("Take one tablet daily.");
    expect(stripMarks("4.5 mg is the dose")).toBe("4.5 mg is the dose");
    expect(stripMarks("- Store below 25 °C")).toBe("Store below 25 °C");
  });
});
