import { describe, expect, it } from "vitest";
import type { QuantityValue } from "../schema";
import { doubtOf } from "./doubt";

const fact = { label: "Half-life", unit: "h", plausible: { low: 0.01, high: 10_000 } };
const value: QuantityValue = { kind: "quantity", value: 0.001, op: "=", approx: false, unit: "h", unitAssumed: false };

describe("a value outside its plausible range", () => {
  it("is told with the bounds it leaves", () => {
    expect(doubtOf(fact, { ...value, implausible: true })).toEqual({
      word: "implausible",
      reason: "Half-life is expected between 0.01 and 10000 h. The source may err, or the reading of it: look at the quote.",
    });
  });
  it("is no doubt where the value carries no flag, or the fact has lost its bounds", () => {
    expect(doubtOf(fact, value)).toBeNull();
    expect(doubtOf({ ...fact, plausible: undefined }, { ...value, implausible: true })).toBeNull();
    expect(doubtOf(fact, { kind: "boolean", value: true })).toBeNull();
  });
});
