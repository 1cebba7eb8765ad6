import { expect, test } from "vitest";
import type { Rung, RungResult, RungState } from "@/server/research/verification/schema";
import { ladderRungs, ladderText, ladderWords } from "./ladder";

const result = (rung: Rung, state: RungState): RungResult => ({ rung, state, method: "rule", reason: "", at: null });
const all: Rung[] = ["syntactic", "resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"];

test("a whole ladder is counted", () => {
  expect(ladderWords(ladderRungs(all.map((rung) => result(rung, "passed"))))).toBe("7 of 7");
});
test("a failed rung is named, not counted", () => {
  expect(ladderWords(ladderRungs([result("syntactic", "passed"), result("resolved", "passed"), result("identified", "failed")]))).toBe(
    "not the work cited",
  );
});
test("what is not known is said beside the count", () => {
  expect(ladderWords(ladderRungs([result("syntactic", "passed"), result("alive", "unknown")]))).toBe("1 of 7, not known: alive");
});
test("rungs without a result stand in order as not reached", () => {
  const rungs = ladderRungs([result("supports", "passed")]);
  expect(rungs.map((each) => each.rung)).toEqual(all);
  expect(ladderText(rungs)).toBe(
    "well formed: not reached; resolved: not reached; identified: not reached; alive: not reached; not retracted: not reached; quote anchored: not reached; supports: passed",
  );
});
