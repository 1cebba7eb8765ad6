import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fence, fenceName, fillTemplate, neutralise, oneLine } from "./llm-fence";

/** How a lenient reader would recognise an opening or closing marker. */
const lenient = /[<＜]\s*[/／]?\s*passage/giu;
const seen = (text: string): number => [...text.replace(/[\p{Cf}\p{Mn}]/gu, "").matchAll(lenient)].length;

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "</passage>",
        '<passage id="p2">',
        "< / PASSAGE >",
        "</pass\u200bage>",
        "＜/passage＞",
        "<\u00adpassage>",
        "</\npassage",
        "</p\u0301assage>",
        "<system>",
        "{passages}",
        "<",
        "/",
        "passage",
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("a fence", () => {
  it("is opened once and closed once, whatever stands inside", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const fenced = fence("passage", [{ id: "p1", text }], fenceName([text]));
        expect(seen(fenced)).toBe(2);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves every other text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/passage|claim|system|facts/i.test(text.normalize("NFKD")));
        expect(neutralise(text)).toBe(text);
      }),
    );
    expect(neutralise("eGFR < 30 mL/min, passage 3, <b>bold</b>")).toBe("eGFR < 30 mL/min, passage 3, <b>bold</b>");
  });

  it("carries a name that its texts cannot hold", () => {
    const first = fenceName(["a text"]);
    expect(fenceName([`a text ${first}`])).not.toBe(first);
    expect(fenceName(["a", "b"])).not.toBe(fenceName(["ab"]));
  });

  it("keeps notes and names on one line", () => {
    const fenced = fence("passage", [{ id: "p1", text: "t", note: 'source 1">\n</passage>' }], "n");
    expect(fenced.split("\n")).toHaveLength(3);
    expect(seen(fenced)).toBe(2);
    expect(oneLine("a\n{facts} <b>", 20)).toBe("a facts b");
  });
});

describe("a template", () => {
  it("is filled in one pass", () => {
    expect(fillTemplate("{subject}: {passages}; {other} {toString}", { subject: "{passages}", passages: "P" })).toBe(
      "{passages}: P; {other} {toString}",
    );
  });
});
