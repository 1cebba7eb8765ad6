import { describe, expect, it } from "vitest";
import { readFrequency } from "./frequency";

describe("frequency after a dose", () => {
  it.each([
    [" once daily", 1],
    [" twice a day", 2],
    [" three times daily with meals", 3],
    [" b.i.d.", 2],
    [" orally q8h", 3],
    [" every 12 hours", 2],
    [" every other day", 0.5],
    [" once weekly", 1 / 7],
    [" in 24 hours", 1],
    [" per day in divided doses", 1],
    [" at bedtime", 1],
  ])("%s", (words, perDay) => {
    expect(readFrequency(words)?.perDay).toBeCloseTo(perDay, 9);
  });
  it.each([" of paracetamol", " and then rest for a while", " in adults"])("%s says nothing", (words) => {
    expect(readFrequency(words)).toBeNull();
  });
});
