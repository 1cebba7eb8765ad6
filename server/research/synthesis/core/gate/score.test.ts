import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { makeCase } from "./case";
import { makeLine } from "./line";
import { type Signals, scoreOf, scoreWeights, signalsOf, thresholds } from "./score";

const signals = fc.record<Signals>({
  recall: fc.double({ min: 0, max: 1, noNaN: true }),
  jaccard: fc.double({ min: 0, max: 1, noNaN: true }),
  run: fc.integer({ min: 0, max: 15 }),
  anyItemMissing: fc.integer({ min: 0, max: 1 }),
  numbersFull: fc.double({ min: 0, max: 1, noNaN: true }),
  namesMissing: fc.integer({ min: 0, max: 3 }),
  quantifiersMissing: fc.integer({ min: 0, max: 3 }),
  bindings: fc.integer({ min: 0, max: 3 }),
  contradictions: fc.integer({ min: 0, max: 3 }),
});

describe("the score", () => {
  test("rises with what is found and falls with what is missing", () => {
    fc.assert(
      fc.property(signals, fc.constantFrom(...(Object.keys(scoreWeights) as (keyof Signals)[])), (one, name) => {
        const more = scoreOf({ ...one, [name]: one[name] + 0.5 });
        expect(scoreWeights[name] > 0 ? more >= scoreOf(one) : more <= scoreOf(one)).toBe(true);
      }),
    );
  });

  test("counts its signals", () => {
    const analysis = analyse("Velorin was approved in Norway in 2011. Most patients take 5 mg.");
    const of = (sentence: string) => signalsOf(makeCase(makeLine(sentence), analysis));
    expect(of("Velorin was approved in Norway in 2011.")).toMatchObject({
      recall: 1,
      jaccard: 1,
      run: 7,
      anyItemMissing: 0,
      numbersFull: 1,
      namesMissing: 0,
    });
    expect(of("Velorin was approved in Sweden in 2012.")).toMatchObject({ anyItemMissing: 1, namesMissing: 1 });
    expect(of("All patients take 5 mg.").quantifiersMissing).toBe(1);
  });

  test("needs more in the strict profile", () => {
    expect(thresholds.strict.score).toBeGreaterThan(thresholds.default.score);
    expect(thresholds.strict.recall).toBeGreaterThan(thresholds.default.recall);
  });
});
