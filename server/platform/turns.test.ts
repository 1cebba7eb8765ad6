import { expect, it } from "vitest";
import { atOnce, inTurns, makeBreather } from "./turns";

it("work rests only after it has worked for a while, and others have many turns meanwhile", async () => {
  let time = 0;
  let turns = 0;
  const breathe = makeBreather(() => time);
  const count = setInterval(() => {
    turns += 1;
  }, 1);
  time = 5;
  await breathe();
  expect(turns).toBe(0);
  time = 60;
  await breathe();
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});

it("what yields between its pieces ends with the same value either way", async () => {
  function* sum(): Generator<void, number> {
    let total = 0;
    for (const part of [1, 2, 3]) {
      total += part;
      yield;
    }
    return total;
  }
  expect(atOnce(sum())).toBe(6);
  expect(await inTurns(sum(), async () => {})).toBe(6);
});
