import { describe, expect, it } from "vitest";
import { crossPredictions, fitLogistic, predict } from "./logistic";

const rows = Array.from({ length: 400 }, (_, i) => {
  const x = (i % 40) / 20 - 1;
  // Of every ten rows at one place as many are right as the line 0.5 + 2x promises.
  return { features: [x], correct: (Math.floor(i / 40) + 0.5) / 10 < 1 / (1 + Math.exp(-(0.5 + 2 * x))) };
});

describe("logistic regression", () => {
  it("finds the line that the data were drawn from", () => {
    const { intercept, slopes } = fitLogistic(rows);
    expect(intercept).toBeCloseTo(0.5, 0);
    expect(slopes[0]).toBeGreaterThan(1.5);
    expect(slopes[0]).toBeLessThan(2.5);
  });

  it("stays finite where the data are separable, and predicts rows it has not seen", () => {
    const separable = Array.from({ length: 50 }, (_, i) => ({ features: [i % 2], correct: i % 2 === 1 }));
    const line = fitLogistic(separable);
    expect(Number.isFinite(line.intercept)).toBe(true);
    expect(predict(line, [1])).toBeGreaterThan(0.8);
    const held = crossPredictions(separable);
    expect(held.every((p, i) => p > 0.5 === (i % 2 === 1))).toBe(true);
  });
});
