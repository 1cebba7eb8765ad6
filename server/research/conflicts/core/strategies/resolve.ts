// Applies a named strategy to a disagreement. Two rules stand above every strategy: a safety fact and a tradition are never decided automatically.
import type { ConflictStrategy } from "../../../categories/schema";
import type { Side } from "../sides";
import { countOf } from "../witness";
import { authority } from "./authority";
import { evidenceLevel } from "./evidence-level";
import { interval } from "./interval";
import { jurisdictionScoped } from "./jurisdiction-scoped";
import { manual, traditionScoped } from "./left-open";
import { mostCautious } from "./most-cautious";
import { newestEffective } from "./newest-effective";
import type { AppliedRuling, Disagreement, Rule } from "./ruling";
import { setUnion } from "./set-union";
import { sourceOfRecord } from "./source-of-record";
import { strictestSafety } from "./strictest-safety";
import { weightedConsensus } from "./weighted-consensus";

const rules: Record<ConflictStrategy, Rule> = {
  source_of_record: sourceOfRecord,
  authority,
  jurisdiction_scoped: jurisdictionScoped,
  newest_effective: newestEffective,
  interval,
  strictest_safety: strictestSafety,
  evidence_level: evidenceLevel,
  set_union: setUnion,
  weighted_consensus: weightedConsensus,
  tradition_scoped: traditionScoped,
  manual,
};

/** The ruling on one disagreement, with the strategy that gave it. */
export function resolveDisagreement(given: Disagreement & { readonly strategy: ConflictStrategy }): AppliedRuling {
  const { fact, sides, strategy, kind } = given;
  if (fact.safety) return { winner: null, strategy, rationale: safetyRationale(given) };
  if (strategy === "tradition_scoped" || strategy === "manual") return { ...rules[strategy](given), strategy };
  const sound = sides.flatMap((side, index) => (isRetracted(side) ? [] : [index]));
  if (sound.length > 0 && sound.length < sides.length) return withoutRetracted(given, sound);
  const living = sides.flatMap((side, index) => (isReplaced(side) ? [] : [index]));
  const replaced = sides.length - living.length;
  const [only] = living;
  if (replaced > 0 && living.length === 1 && only !== undefined) {
    const label = sides[only]?.label ?? "";
    const rationale = `${label} stands: ${replaced === 1 ? "the other side rests" : "the other sides rest"} only on editions that a later one replaces.`;
    return { winner: only, strategy: "newest_effective", rationale };
  }
  if (kind === "unit_slip")
    return {
      winner: null,
      strategy,
      rationale: "One side probably has the wrong unit. Which one cannot be told by rule, so it is left for reading.",
    };
  const among = replaced > 0 && living.length > 1 ? living : sides.map((_, index) => index);
  const ruling = rules[strategy]({ fact, kind, sides: among.flatMap((index) => sides[index] ?? []) });
  const aside =
    among.length < sides.length ? ` ${countOf(replaced, "side")} on replaced editions only ${replaced === 1 ? "was" : "were"} not weighed.` : "";
  return { winner: ruling.winner === null ? null : (among[ruling.winner] ?? null), strategy, rationale: ruling.rationale + aside };
}

/** What is ruled between the sides that rest on more than retracted work. */
function withoutRetracted(given: Disagreement & { readonly strategy: ConflictStrategy }, sound: readonly number[]): AppliedRuling {
  const sides = sound.flatMap((index) => given.sides[index] ?? []);
  const fallen = given.sides.length - sides.length;
  const [first] = sound;
  if (sides.length === 1 && first !== undefined) {
    const others = fallen === 1 ? "the other side rests" : "the other sides rest";
    return { winner: first, strategy: given.strategy, rationale: `${sides[0]?.label ?? ""} stands: ${others} only on work that was retracted.` };
  }
  const ruling = resolveDisagreement({ ...given, sides });
  const winner = ruling.winner === null ? null : (sound[ruling.winner] ?? null);
  const aside = `${countOf(fallen, "side")} on retracted work only ${fallen === 1 ? "was" : "were"} not weighed.`;
  return { ...ruling, winner, rationale: `${ruling.rationale} ${aside}` };
}

function isRetracted(side: Side): boolean {
  return side.sources.every((source) => source.retracted);
}

function isReplaced(side: Side): boolean {
  return side.sources.every((source) => source.superseded);
}

function safetyRationale({ fact, sides }: Disagreement): string {
  const cautious = mostCautious(fact, sides);
  const label = cautious === null ? undefined : sides[cautious]?.label;
  const retracted = sides.filter(isRetracted).map((side) => side.label);
  const replaced = sides.filter(isReplaced).map((side) => side.label);
  return [
    "A safety fact is never decided automatically.",
    ...(label ? [`The most cautious reading is ${label}.`] : []),
    ...(retracted.length > 0 ? [`${retracted.join(" and ")} ${retracted.length === 1 ? "rests" : "rest"} only on work that was retracted.`] : []),
    ...(replaced.length > 0 ? [`${replaced.join(" and ")} ${replaced.length === 1 ? "rests" : "rest"} only on replaced editions.`] : []),
  ].join(" ");
}
