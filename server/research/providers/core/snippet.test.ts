import { describe, expect, it } from "vitest";
import { wholeSentences } from "./snippet";

const words = (snippet: string) => wholeSentences(snippet).map(({ start, end }) => snippet.slice(start, end));
const long =
  "Exampline is given by mouth to adults with the condition and is taken with food in the evening, once in a day, for as long as it is needed and it is tolerated well.";

describe("what may be read of a snippet", () => {
  it("takes a short snippet as it is, even without a full stop", () => {
    expect(words("Half-life 12 h")).toEqual(["Half-life 12 h"]);
    expect(words("The half-life is 12 h. It is taken once daily.")).toEqual(["The half-life is 12 h. It is taken once daily."]);
  });

  it("leaves out a sentence that may have lost its beginning or its end", () => {
    expect(words(`recommended in severe impairment. ${long} It is contraindicated when clearance falls below 3`)).toEqual([long]);
    expect(words("... recommended in severe impairment. It is taken with food.")).toEqual(["It is taken with food."]);
    expect(words("It is taken with food. It is contraindicated below 3 ...")).toEqual(["It is taken with food."]);
    expect(words("[...] and so it ends [...]")).toEqual([]);
  });

  it("never joins what stands on two sides of a gap", () => {
    expect(words("It is taken once. … The half-life is 12 h.")).toEqual(["It is taken once.", "The half-life is 12 h."]);
    expect(words("The half-life … is 12 h.")).toEqual([]);
  });

  it("keeps sentences of scripts without capitals, and gives nothing for nothing", () => {
    expect(words("בראשית ברא אלהים. והארץ היתה תהו.")).toEqual(["בראשית ברא אלהים. והארץ היתה תהו."]);
    expect(words("")).toEqual([]);
    expect(words("…")).toEqual([]);
  });
});
