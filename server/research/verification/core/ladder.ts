// From seven rungs to one word. What could not be told or was not looked at is never "verified" and never "dead".
import { type Rung, type RungResult, type RungState, rungs, type VerificationOutcome } from "../schema";

/** Methods that other modules give and this one reads. */
export const ladderMethods = {
  /** `resolved`: the source is the user's own file, which no register lists. */
  storedFile: "stored file",
  /** A rung that cannot apply to this kind of source. */
  notApplicable: "not applicable",
  /** `supports`, failed: the source says the opposite. */
  contradiction: "contradiction",
  /** `alive` or `resolved`, unknown: only paying readers see it. */
  paywall: "paywall",
} as const;

/** One rung as it is stored; `at` is an ISO date and time, null when it was not tried. */
export function rungResult(rung: Rung, state: RungState, method: string, reason: string, at: string | null): RungResult {
  return { rung, state, method, reason, at };
}

/** All seven rungs in order; those not given become `not_reached`, with the rung that failed before them as the reason. */
export function fillRungs(tried: readonly RungResult[]): RungResult[] {
  let failed: Rung | null = null;
  return rungs.map((rung) => {
    const own = tried.find((result) => result.rung === rung);
    if (own?.state === "failed") failed = rung;
    if (own) return own;
    return rungResult(rung, "not_reached", "none", failed === null ? "Not tried." : `Not tried: the step "${failed}" failed.`, null);
  });
}

/**
 * The outcome of a ladder. Retraction outranks everything, then what failed (dead, unsupported, contradicted), then what could not be told
 * (blocked; unverifiable behind a paywall or where no quote was put to the test). Verified needs every rung; a user's own file is in no
 * retraction register, so there that rung may be open.
 */
export function outcomeOf(results: readonly RungResult[]): VerificationOutcome {
  const all = fillRungs(results);
  const at = (rung: Rung): RungResult => all.find((result) => result.rung === rung) ?? rungResult(rung, "not_reached", "none", "", null);
  const is = (rung: Rung, state: RungState): boolean => at(rung).state === state;
  if (is("not_retracted", "failed")) return "retracted";
  if (is("syntactic", "failed")) return "unverifiable";
  if (is("resolved", "failed") || is("alive", "failed")) return "dead";
  if (is("supports", "failed") && at("supports").method === ladderMethods.contradiction) return "contradicted";
  if (is("identified", "failed") || is("quote_anchored", "failed") || is("supports", "failed")) return "unsupported";
  const reachable: readonly Rung[] = ["syntactic", "resolved", "identified", "alive"];
  const open = reachable.filter((rung) => !is(rung, "passed") && at(rung).method !== ladderMethods.notApplicable);
  if (open.some((rung) => at(rung).method === ladderMethods.paywall)) return "unverifiable";
  if (open.length > 0) return "blocked";
  if (!is("quote_anchored", "passed") || !is("supports", "passed")) return "unverifiable";
  return is("not_retracted", "passed") || retractionOpenByNature(at) ? "verified" : "blocked";
}

function retractionOpenByNature(at: (rung: Rung) => RungResult): boolean {
  return at("not_retracted").method === ladderMethods.notApplicable || at("resolved").method === ladderMethods.storedFile;
}
