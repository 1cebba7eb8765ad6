import { describe, expect, test } from "vitest";
import { findCues } from "./negation";
import { tokenise } from "./tokens";

const cues = (text: string): string[] => findCues(tokenise(text)).map((cue) => `${cue.text.toLowerCase()}: ${cue.scope.join(" ")}`);

describe("negation cues", () => {
  test.each([
    ["Velorin does not cross the placenta, but it reaches the milk.", ["not: cross placenta"]],
    ["It isn't metabolised by the liver.", ["isn't: metabolis liver"]],
    ["No deaths occurred.", ["no: death occur"]],
    ["It acts without sedation.", ["without: sedat"]],
    ["They were unable to confirm it.", ["unable: confirm"]],
  ])("%s", (text, expected) => {
    expect(cues(text)).toEqual(expected);
  });

  test.each([
    "Not only adults are treated.",
    "No more than 20 mg is given.",
    "This is No. 5 of the series.",
    "No doubt it helps.",
    "It is not less than 5 mg.",
    "Kidney failure was seen.",
  ])("%s denies nothing", (text) => {
    expect(cues(text)).toEqual([]);
  });
});
