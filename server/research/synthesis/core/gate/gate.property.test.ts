import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { checkSentence } from "./check-sentence";
import { drugContext, drugPassage } from "./fixture";

const passage = analyse(drugPassage, drugContext);
const sentences = passage.lines.map((line) => line.text);
const words = [...new Set(drugPassage.split(/\s+/)), "not", "12", "days", "Sweden", "increases"];
const anySentence = fc.oneof(
  fc.constantFrom(...sentences),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom(...sentences), fc.nat(), fc.constantFrom(...words)).map(([sentence, at, word]) => {
    const parts = sentence.split(" ");
    parts[at % parts.length] = word;
    return parts.join(" ");
  }),
);
const anyPassage = fc
  .array(fc.constantFrom(...sentences, "The museum opened in 1998.", "Velorin is not white."), { minLength: 0, maxLength: 6 })
  .map((parts) => parts.join("\n\n"));

describe("the gate", () => {
  test("never blocks what passed because a passage was added", () => {
    fc.assert(
      fc.property(anySentence, anyPassage, anyPassage, (sentence, first, second) => {
        const before = checkSentence(sentence, [{ text: first }]);
        const after = checkSentence(sentence, [{ text: second }, { text: first }]);
        if (before.publish) expect(after.publish).toBe(true);
        expect(after.score >= before.score || after.publish).toBe(true);
      }),
    );
  });

  test("gives the same verdict for the same input, in whatever order it was asked", () => {
    fc.assert(
      fc.property(anySentence, anySentence, (one, two) => {
        const first = checkSentence(one, [passage]);
        checkSentence(two, [passage]);
        expect(checkSentence(one, [analyse(drugPassage, drugContext)])).toEqual(first);
      }),
    );
  });

  test("passes every run of whole passage sentences", () => {
    fc.assert(
      fc.property(fc.nat(sentences.length - 1), fc.integer({ min: 1, max: 3 }), (from, count) => {
        expect(checkSentence(sentences.slice(from, from + count).join(" "), [passage]).publish).toBe(true);
      }),
    );
  });

  test("keeps score and recall between 0 and 1, and blocks with a reason", () => {
    fc.assert(
      fc.property(fc.oneof(anySentence, fc.string({ unit: "grapheme" })), anyPassage, (sentence, text) => {
        const verdict = checkSentence(sentence, [{ text }]);
        for (const share of [verdict.score, verdict.recall]) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
        for (const one of verdict.findings) expect(one.reason.length).toBeGreaterThan(10);
      }),
    );
  });

  test("does not lean on the locale", () => {
    const upper = String.prototype.toLocaleLowerCase;
    const compare = String.prototype.localeCompare;
    const before = sentences.map((sentence) => checkSentence(sentence.replace("12", "13"), [passage]));
    String.prototype.toLocaleLowerCase = () => "x";
    String.prototype.localeCompare = () => 0;
    try {
      expect(sentences.map((sentence) => checkSentence(sentence.replace("12", "13"), [analyse(drugPassage, drugContext)]))).toEqual(before);
    } finally {
      String.prototype.toLocaleLowerCase = upper;
      String.prototype.localeCompare = compare;
    }
  });
});
