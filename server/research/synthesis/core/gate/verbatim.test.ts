import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { normalise } from "./normalise";
import { findVerbatim } from "./verbatim";

const passage =
  "Velorin may be given to adults, unless the kidneys fail. The dose is 2.5 mg in the morning and 5 mg at night.\n\nThere is no evidence that velorin causes sleep. It is stored below 25 °C.";
const kind = (sentence: string): string => findVerbatim(normalise(sentence), analyse(passage).flat()).kind;

describe("a sentence that stands in the passage word for word", () => {
  test.each([
    ["The dose is 2.5 mg in the morning and 5 mg at night.", "whole"],
    ["The dose is 2.5 mg in the morning", "whole"],
    ["It is stored below 25\u00a0°C", "whole"],
    ["The dose is 2.5 mg in the morning and 5 mg at night. There is no evidence that velorin causes sleep.", "whole"],
    ["Velorin may be given to adults", "part"],
    ["velorin causes sleep", "part"],
    ["The dose is 2.5 mg in the evening", "none"],
    ["5 mg in the morning", "none"],
    ["he dose is 2.5 mg", "none"],
    ["", "none"],
  ])("%s: %s", (sentence, expected) => {
    expect(kind(sentence)).toBe(expected);
  });
});
