// The verification ladder in words: how far it was climbed and where it ended.
import type { Rung, RungResult, RungState } from "@/server/research/verification/schema";

export const rungNames: Record<Rung, string> = {
  syntactic: "well formed",
  resolved: "resolved",
  identified: "identified",
  alive: "alive",
  not_retracted: "not retracted",
  quote_anchored: "quote anchored",
  supports: "supports",
};
export const rungStateNames: Record<RungState, string> = { passed: "passed", failed: "failed", unknown: "not known", not_reached: "not reached" };

const failures: Record<Rung, string> = {
  syntactic: "not well formed",
  resolved: "does not resolve",
  identified: "not the work cited",
  alive: "gone",
  not_retracted: "retracted",
  quote_anchored: "quote not found",
  supports: "does not support",
};
const order = Object.keys(rungNames) as Rung[];

export type LadderRung = {
  readonly rung: Rung;
  readonly name: string;
  readonly state: RungState;
  readonly reason: string;
  readonly method: string;
  readonly at: string | null;
};

/** All seven rungs in order; one without a result was not reached. */
export const ladderRungs = (results: readonly RungResult[]): LadderRung[] =>
  order.map((rung) => {
    const result = results.find((each) => each.rung === rung);
    const { state = "not_reached", reason = "", method = "none", at = null } = result ?? {};
    return { rung, name: rungNames[rung], state, reason, method, at };
  });

/** The words beside the ladder: "7 of 7", what failed, or how many passed and what is not known. */
export const ladderWords = (rungs: readonly LadderRung[]): string => {
  const failed = rungs.find((each) => each.state === "failed");
  if (failed) return failures[failed.rung];
  const count = `${rungs.filter((each) => each.state === "passed").length} of ${rungs.length}`;
  const unknown = rungs.filter((each) => each.state === "unknown").map((each) => each.name);
  return unknown.length === 0 ? count : `${count}, not known: ${unknown.join(", ")}`;
};

/** The text alternative: every rung with its state. */
export const ladderText = (rungs: readonly LadderRung[]): string => rungs.map((each) => `${each.name}: ${rungStateNames[each.state]}`).join("; ");
