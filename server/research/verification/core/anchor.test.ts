import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorQuote, selectorsOf } from "./anchor";

const text =
  "Velorin is absorbed slowly from the gut. The mean half\u2010life of velorin is 12\u00a0h in healthy adults, and about 5.5 mg is excreted un\u00adchanged per day.\n" +
  "The “Harbour” trial did not show a benefit in patients over 65 years of age. Doses up to 10⁶ units were given.\n" +
  "The mean half‐life is longer in renal impairment.";

const shown = (quote: string): string | null => {
  const anchor = anchorQuote(text, quote);
  return anchor ? text.slice(anchor.start, anchor.end) : null;
};

describe("anchoring a quote", () => {
  test("finds it letter by letter", () => {
    const anchor = anchorQuote(text, "Velorin is absorbed slowly from the gut.");
    expect(anchor).toEqual({ start: 0, end: 40, exact: true, score: 1 });
  });

  test("finds it through dashes, quotation marks, soft hyphens and odd blanks, and shows the source's own letters", () => {
    const anchor = anchorQuote(text, "The mean half-life of velorin is 12 h in healthy adults, and about 5.5 mg is excreted unchanged per day.");
    expect(anchor?.exact).toBe(false);
    expect(anchor?.score).toBe(1);
    expect(text.slice(anchor?.start, anchor?.end)).toContain("un\u00adchanged");
    expect(shown('The "Harbour" trial did\n not show a benefit')).toBe("The “Harbour” trial did not show a benefit");
  });

  test("forgives a slip of spelling and a lost article", () => {
    const anchor = anchorQuote(text, "The mean half-life of velorin is 12 h in heathy adults, and about 5.5 mg is excreted unchanged per day.");
    expect(anchor?.score).toBeGreaterThanOrEqual(0.9);
    expect(anchor?.score).toBeLessThan(1);
    expect(shown("Harbour” trial did not show a benefit in patients over 65 years of age. Doses up to 10⁶ units were gven.")).toContain(
      "units were given.",
    );
    expect(shown("The mean half-life of velorin is 12 h in healthy adults, and about 5.5 mg excreted unchanged per day.")).toContain(
      "mg is excreted",
    );
  });

  test.each([
    ["digits turned round", "The mean half-life of velorin is 21 h in healthy adults, and about 5.5 mg is excreted unchanged per day."],
    ["another unit", "The mean half-life of velorin is 12 d in healthy adults, and about 5.5 mg is excreted unchanged per day."],
    ["a lost decimal", "The mean half-life of velorin is 12 h in healthy adults, and about 55 mg is excreted unchanged per day."],
    ["a negation added", "The mean half-life of velorin is not 12 h in healthy adults, and about 5.5 mg is excreted unchanged per day."],
    ["a negation removed", "The “Harbour” trial did show a benefit in patients over 65 years of age."],
    ["another name", "The “Harvard” trial did not show a benefit in patients over 65 years of age."],
    ["another bound", "The “Harbour” trial did not show a benefit in patients under 65 years of age."],
    ["another direction", "The mean half‐life is shorter in renal impairment."],
    ["another organ", "The mean half‐life is longer in hepatic impairment."],
    ["a power written flat", "Doses up to 106 units were given."],
    ["something else altogether", "Velorin is a blue crystalline powder with a faint smell."],
  ])("refuses %s", (_edit, quote) => {
    expect(anchorQuote(text, quote)).toBeNull();
  });

  test("does not find a number inside a longer one", () => {
    expect(anchorQuote(text, "2\u00a0h in healthy adults")).toBeNull();
    expect(anchorQuote(text, "5 mg is excreted")).toBeNull();
    expect(shown("12 h in healthy adults")).toBe("12\u00a0h in healthy adults");
  });

  test("chooses among several places by the old offset and the words around", () => {
    const twice = "The dose is 5 mg. In children the dose is 5 mg.";
    expect(anchorQuote(twice, "dose is 5 mg")?.start).toBe(4);
    expect(anchorQuote(twice, "dose is 5 mg", { start: 40 })?.start).toBe(34);
    expect(anchorQuote(twice, "dose is 5 mg", { prefix: "In children the " })?.start).toBe(34);
  });

  test("says null to nothing", () => {
    expect(anchorQuote(text, "  ")).toBeNull();
    expect(anchorQuote("", "word")).toBeNull();
  });

  test("anchors every whole-word stretch of any text, and its selectors lead back", () => {
    const words = fc.array(fc.constantFrom("alpha", "5", "mg", "né", "𝒜", "“so”", "10⁶", "x\u00ady", "\n", "1.5"), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join(" ");
        const [from, to] = [a % parts.length, b % parts.length].sort((x, y) => x - y) as [number, number];
        const quote = parts
          .slice(from, to + 1)
          .join(" ")
          .trim();
        if (quote === "") return;
        const anchor = anchorQuote(whole, quote);
        expect(anchor && whole.slice(anchor.start, anchor.end)).toBe(quote);
        const [exact, position] = selectorsOf(whole, anchor?.start ?? 0, anchor?.end ?? 0);
        expect(anchorQuote(whole, exact.exact, { start: position.start, prefix: exact.prefix, suffix: exact.suffix })?.start).toBe(anchor?.start);
      }),
    );
  });

  test("ends quickly on a long text", () => {
    const long = `${"The tablet is taken with water in the morning. ".repeat(4000)}The evening dose is 20 mg of velorin.`;
    expect(anchorQuote(long, "The evenig dose is 20 mg of velorin.")?.score).toBeGreaterThan(0.9);
    expect(anchorQuote(long, "The evening dose is 30 mg of velorin.")).toBeNull();
  });
});
