import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrated } from "./calibrate";

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("calibration", () => {
  it("keeps the order of scores and stays between nothing and certainty", () => {
    const line = fc.record({ intercept: fc.double({ min: -3, max: 3, noNaN: true }), slope: fc.double({ min: 0.01, max: 4, noNaN: true }) });
    fc.assert(
      fc.property(unit, unit, line, (a, b, given) => {
        const [low, high] = [calibrated(Math.min(a, b), given), calibrated(Math.max(a, b), given)];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("changes nothing where the line is the identity", () => {
    expect(calibrated(0.3, { intercept: 0, slope: 1 })).toBeCloseTo(0.3, 9);
  });
});
