import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./front-matter";

const limit = 1_000;

describe("readFrontMatter", () => {
  it("reads keys, quoted values and values with colons, and says where the body starts", () => {
    const text = '---\ntitle: "A: b"\nCopy-Of: label.md\nurl: https://example.org/x\n---\nBody';
    const { values, bodyStart } = readFrontMatter(text, limit);
    expect(values).toEqual({ title: "A: b", copy_of: "label.md", url: "https://example.org/x" });
    expect(text.slice(bodyStart)).toBe("Body");
  });

  it("reads it behind a byte order mark and with CR LF", () => {
    const text = "\uFEFF---\r\ntier: 1\r\n---\r\nBody";
    const { values, bodyStart } = readFrontMatter(text, limit);
    expect(values).toEqual({ tier: "1" });
    expect(text.slice(bodyStart)).toBe("Body");
  });

  it.each([
    ["a rule above prose", "---\nThis is prose without a colon\n---\n"],
    ["an unclosed block", "---\ntitle: x\nBody"],
    ["a block that does not stand at the start", "\n---\ntitle: x\n---\n"],
    ["a block longer than the limit", `---\nnote: ${"x".repeat(limit)}\n---\nBody`],
  ])("does not take %s for front matter", (_what, text) => {
    expect(readFrontMatter(text, limit)).toEqual({ values: {}, bodyStart: 0 });
  });

  it("never throws and never points outside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", maxLength: 100 }), (rest) => {
        const text = `---\n${rest}`;
        const { bodyStart } = readFrontMatter(text, limit);
        expect(bodyStart).toBeGreaterThanOrEqual(0);
        expect(bodyStart).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
