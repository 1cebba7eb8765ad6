import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimOfMarker, numberedMarkers } from "./markers";
import { fromCodePoints, fromUtf8 } from "./offsets";
import { visibleText } from "./visible-text";

const claimAt = (text: string, marker: string, from = 0) => {
  const start = text.indexOf(marker, from);
  const claim = claimOfMarker(text, { start, end: start + marker.length });
  return claim && text.slice(claim.start, claim.end);
};

describe("places counted in bytes or code points", () => {
  it("become UTF-16 places for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const text = before.toWellFormed() + after.toWellFormed();
        const at = before.toWellFormed().length;
        expect(fromUtf8(text, Buffer.byteLength(text.slice(0, at)))).toBe(at);
        expect(fromCodePoints(text, [...text.slice(0, at)].length)).toBe(at);
      }),
    );
  });

  it("are none inside a character or outside the text", () => {
    expect(fromUtf8("é😀", 1)).toBeNull();
    expect(fromUtf8("é😀", 3)).toBeNull();
    expect(fromUtf8("é😀", 6)).toBe(3);
    expect(fromUtf8("é😀", 7)).toBeNull();
    expect(fromCodePoints("é😀", 3)).toBeNull();
  });
});

describe("private marks", () => {
  it("are taken out whole, and every place moves with the text", () => {
    const raw = "A\ue200B\ue201 C\ue200cite\ue202turn0search0\ue202turn12news3\ue201D \ue202E";
    const { text, move } = visibleText(raw);
    expect(text).toBe("AB CD E");
    for (const letter of "ABCDE") expect(text.charAt(move(raw.indexOf(letter)))).toBe(letter);
    expect(move(raw.length)).toBe(text.length);
    expect(move(raw.indexOf("turn0"))).toBe(text.indexOf("D"));
  });

  it("leave every other text as it is", () => {
    expect(visibleText("plain \ue300 text").text).toBe("plain \ue300 text");
    expect(visibleText("").move(0)).toBe(0);
  });
});

describe("numbered markers", () => {
  it("are found with their numbers; links and years are none", () => {
    expect(numberedMarkers("A [1]. B [2, 3] C [4][5] [x] [2024] [6](https://a.example)").map((marker) => marker.numbers)).toEqual([
      [1],
      [2, 3],
      [4],
      [5],
    ]);
  });
});

describe("the claim of a marker", () => {
  it("is its sentence up to the marker", () => {
    expect(claimAt("First one. The half-life is 12 h [1]. More.", "[1]")).toBe("The half-life is 12 h");
    expect(claimAt("12 h [1]; 21 h in renal impairment [2].", "[2]")).toBe("12 h [1]; 21 h in renal impairment");
  });

  it("is the sentence before where the marker stands behind the full stop, also behind other markers", () => {
    expect(claimAt("First one. The half-life is 12 h. [1] More text.", "[1]")).toBe("The half-life is 12 h.");
    expect(claimAt("The half-life is 12 h. [1][2] More text.", "[2]")).toBe("The half-life is 12 h.");
    const link = "([a.example](https://a.example/x))";
    expect(claimAt(`It is 12 h. ${link} It is 21 h. ([b.example](https://b.example/y))`, "([b.example]")).toBe("It is 21 h.");
    expect(claimAt(`It is 12 h. ${link}`, link)).toBe("It is 12 h.");
  });

  it("is none where nothing stands before it", () => {
    expect(claimAt("[1] Something else.", "[1]")).toBeNull();
  });
});
