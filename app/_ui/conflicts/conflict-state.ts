// What a conflict is called on the page and which mark it has.
import type { Conflict } from "@/server/research/conflicts/schema";
import type { State } from "../marks/states";

export type ConflictState = { state: Extract<State, "conflict" | "open" | "not_comparable" | "by_jurisdiction">; words: string };

/** A difference that was set apart never looks like a conflict; an open one is never called resolved. */
export const conflictState = (conflict: Pick<Conflict, "kind" | "status" | "severity" | "strategy" | "override">): ConflictState => {
  if (conflict.override) return byHand[conflict.status];
  if (conflict.kind === "jurisdiction_difference") return { state: "by_jurisdiction", words: "Both true, by jurisdiction" };
  if (conflict.kind === "interpretive" && conflict.status === "set_apart") return { state: "by_jurisdiction", words: "Both kept, by tradition" };
  if (conflict.kind === "not_comparable" || conflict.status === "set_apart") return { state: "not_comparable", words: "Not comparable" };
  if (conflict.status === "open" && conflict.kind === "interpretive") return { state: "open", words: "Open by design" };
  if (conflict.status === "open") return { state: "open", words: conflict.severity === "critical" ? "Kept open: safety" : "Open" };
  return { state: "conflict", words: conflict.kind === "unit_slip" ? "Unit slip, resolved" : "Conflict, resolved" };
};

/** What a ruling by hand made of it, whatever its kind. */
const byHand: Record<Conflict["status"], ConflictState> = {
  open: { state: "open", words: "Open, by hand" },
  resolved: { state: "conflict", words: "Conflict, resolved by hand" },
  set_apart: { state: "not_comparable", words: "Set apart by hand" },
};
