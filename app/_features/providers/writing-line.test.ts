import { expect, test } from "vitest";
import { writingWords } from "./writing-line";

test("says which model drafted, or that sentences were chosen, and why a model failed", () => {
  expect(writingWords({ model: null, proposed: 0, kept: 0, reasons: [] })).toBe("Written without a model: sentences chosen from passages.");
  expect(writingWords({ model: "m-1", proposed: 5, kept: 4, reasons: [] })).toBe("Drafted by m-1: 4 of its 5 sentences passed the gate.");
  expect(writingWords({ model: "m-1", proposed: 0, kept: 0, reasons: ["The model was too slow."] })).toBe(
    "m-1 was asked to write; the text is made of sentences chosen from passages. The model was too slow.",
  );
});
