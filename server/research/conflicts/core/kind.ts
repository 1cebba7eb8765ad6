// Which kind of disagreement it is, and how much it matters.
import type { Fact } from "../../categories/schema";
import type { DetectedConflict } from "../schema";
import type { Relation } from "./relations";
import type { Side } from "./sides";

type Kind = DetectedConflict["kind"];
type Severity = DetectedConflict["severity"];

/** Values that differ by more than this factor are no matter of method. */
const majorRatio = 1.2;
const minorDays = 31;
const dayMs = 86_400_000;

export function kindOf(fact: Fact, sides: readonly Side[], relations: readonly Relation[]): Kind {
  if (fact.kind === "set") return "set";
  if (fact.kind === "boolean") return "polarity";
  const polarities = new Set(sides.flatMap((side) => side.witnesses.map(({ claim }) => claim.polarity)));
  const values = new Set(sides.map((side) => side.label.replace(/^not /, "")));
  if (polarities.size > 1 && values.size < sides.length) return "polarity";
  if (relations.length > 0 && relations.every((relation) => relation.verdict === "unit_slip")) return "unit_slip";
  if (fact.kind === "date") return "date";
  if (fact.kind === "enumeration") return "status";
  return fact.kind === "text" || fact.kind === "reference" ? "interpretive" : "value";
}

/** Safety facts are critical, at the least major; numbers count by their largest ratio, dates by a month. */
export function severityOf(fact: Fact, kind: Kind, relations: readonly Relation[], sides: readonly Side[]): Severity {
  const small = relations.every((relation) => relation.verdict === "minor");
  if (fact.safety) return small ? "major" : "critical";
  if (small) return "minor";
  if (kind === "interpretive") return "minor";
  if (kind === "date" && daysApart(sides) <= minorDays) return "minor";
  const ratio = Math.max(...relations.map((relation) => relation.ratio ?? Number.POSITIVE_INFINITY));
  return kind === "value" && ratio <= majorRatio ? "minor" : "major";
}

/** Days between the outermost of the sides' dates, nearest ends; infinite where a side has none. */
function daysApart(sides: readonly Side[]): number {
  const spans = sides.map((side) => side.witnesses[0]?.claim.value);
  const earliest = spans.map((value) => (value?.kind === "date" ? Date.parse(value.earliest) : Number.POSITIVE_INFINITY));
  const latest = spans.map((value) => (value?.kind === "date" ? Date.parse(value.latest) : Number.NEGATIVE_INFINITY));
  return (Math.max(...earliest) - Math.min(...latest)) / dayMs;
}
