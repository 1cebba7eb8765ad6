import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admission } from "./admission";

describe("admission under a cap", () => {
  it("grants what fits, waits where calls under way may need the rest, refuses where nothing could help", () => {
    expect(admission({ spentTicks: 0, openTicks: 0 }, 10, 10)).toBe("granted");
    expect(admission({ spentTicks: 1, openTicks: 0 }, 10, 10)).toBe("refused");
    expect(admission({ spentTicks: 0, openTicks: 5 }, 6, 10)).toBe("wait");
    expect(admission({ spentTicks: 0, openTicks: 0 }, 1, 0)).toBe("refused");
  });

  it("passes the cap by less than the cost of one call, however calls start and end", () => {
    const call = fc.record({
      estimate: fc.integer({ min: 1, max: 50 }),
      above: fc.integer({ min: 0, max: 200 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const step = fc.record({ call, endFirst: fc.boolean(), which: fc.nat(1000) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.array(step, { maxLength: 60 }), (cap, steps) => {
        let spent = 0;
        let dearest = 0;
        const open: { reserve: number; actual: number }[] = [];
        const end = (which: number) => {
          const [ended] = open.splice(which % open.length, 1);
          spent += ended?.actual ?? 0;
        };
        for (const { call, endFirst, which } of steps) {
          if (endFirst && open.length > 0) end(which);
          const reserve = call.estimate + call.above;
          const actual = Math.round(reserve * call.share);
          const openTicks = open.reduce((sum, other) => sum + other.reserve, 0);
          if (admission({ spentTicks: spent, openTicks }, call.estimate, cap) !== "granted") continue;
          open.push({ reserve, actual });
          dearest = Math.max(dearest, actual);
        }
        while (open.length > 0) end(0);
        expect(spent).toBeLessThanOrEqual(cap + dearest);
        if (cap === 0) expect(spent).toBe(0);
      }),
    );
  });
});
