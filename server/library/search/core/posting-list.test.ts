import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksFor } from "./index-terms";
import { encodePosting, hexPerPosting, type Posting, readPostings, sealAt, withoutRange } from "./posting-list";

const decode = (hex: string) => {
  const read: Posting[] = [];
  readPostings(Buffer.from(hex, "hex"), (passageId, tf, length) => read.push({ passageId, tf, length }));
  return read;
};
const posting = fc.record({
  passageId: fc.integer({ min: 1, max: 0x7fffffff }),
  tf: fc.integer({ min: 1, max: 255 }),
  length: fc.integer({ min: 1, max: 65_535 }),
});

describe("packed lists", () => {
  it("give back what was put in", () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 50 }), (list) => {
        expect(decode(list.map(encodePosting).join(""))).toEqual(list);
      }),
    );
  });

  it("cap what does not fit their width", () => {
    expect(decode(encodePosting({ passageId: 7, tf: 900, length: 70_000 }))).toEqual([{ passageId: 7, tf: 255, length: 65_535 }]);
  });

  it("lose the postings of a range and no others", () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 50 }), fc.integer({ min: 0, max: 0x7fffffff }), fc.nat(1e9), (list, first, span) => {
        const left = withoutRange(Buffer.from(list.map(encodePosting).join(""), "hex"), first, first + span);
        const kept = list.filter(({ passageId }) => passageId < first || passageId > first + span);
        expect(decode(left.hex)).toEqual(kept);
        expect(left.df).toBe(kept.length);
      }),
    );
  });

  it("fall into sealed blocks named by their last passage and a rest for the open one", () => {
    const list = Array.from({ length: sealAt * 2 + 5 }, (_, i) => encodePosting({ passageId: i + 1, tf: 1, length: 9 })).join("");
    const { open, sealed } = blocksFor([["word", list]]);
    expect(sealed.map(({ lexeme, block }) => [lexeme, block])).toEqual([
      ["word", sealAt],
      ["word", sealAt * 2],
    ]);
    expect(sealed.map(({ hex }) => hex).join("") + open.map(([, hex]) => hex).join("")).toBe(list);
    expect(open[0]?.[1].length).toBe(5 * hexPerPosting);
  });
});
