import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "./pieces";

describe("pieces of a text", () => {
  it("are the text again, and none is long", () => {
    const words = fc.array(fc.constantFrom("word", "end.", "\n\n", "x".repeat(700), "\u{1d400}"), { maxLength: 400 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(words, (text) => {
        const pieces = piecesOf(text);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const { start, text: piece } of pieces) {
          expect(text.startsWith(piece, start)).toBe(true);
          expect(piece.length).toBeLessThanOrEqual(2400);
        }
      }),
    );
  });
});
