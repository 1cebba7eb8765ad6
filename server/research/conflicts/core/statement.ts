// One plain sentence per entry: what differs, in the page's words.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import type { DetectedConflict } from "../schema";
import { unitUnstated } from "./compare";
import { valueLabel } from "./label";
import type { Relation } from "./relations";
import { type Position, type Side, voicesFor } from "./sides";
import { countOf, listOf, nounOf } from "./witness";

type StatementInput = {
  readonly kind: DetectedConflict["kind"];
  readonly about: string | null;
  readonly sides: readonly Side[];
  readonly relations: readonly Relation[];
  readonly between: readonly Position[];
  readonly fact: Fact;
};

const keyNames: Partial<Record<ComparabilityKey, string>> = {
  form: "dose form",
  as_of: "date",
  price_type: "type of price",
  fiscal_period: "fiscal period",
  line: "line of therapy",
};
const wholeFactors = [10, 24, 60, 1000, 7, 16.67];
/** More sides than this are counted, not listed. */
const listed = 5;

export function statementOf({ kind, about, sides, relations, between, fact }: StatementInput): string {
  const named = about !== null && fact.kind !== "set" ? about : null;
  const scope = named === null ? "" : `For ${named.replaceAll("_", " ")}, `;
  const shown = named === null ? sides : sides.map((side) => ({ ...side, label: withoutConditions(side.label, named) }));
  return sentence(scope + bodyOf(kind, shown, relations)) + overlapping(between);
}

/** What the sentence opens with is not said again of each side; neither is that a value is one of treatment. */
function withoutConditions(label: string, about: string): string {
  const said = new Set(["treatment", ...about.split(", ")].map((part) => part.toLowerCase()));
  return label.replace(/ \(([^()]*)\)$/, (_, list: string) => {
    const left = list.split(", ").filter((part) => !said.has(part.toLowerCase()));
    return left.length === 0 ? "" : ` (${left.join(", ")})`;
  });
}

/** "population and matrix", in words. */
export function keyList(keys: readonly ComparabilityKey[]): string {
  return listOf(keys.map((key) => keyNames[key] ?? key));
}

/** Why a difference is set apart. */
export function apartRationale(kind: "jurisdiction_difference" | "not_comparable", { differing, unstated, reason, copies }: Relation): string {
  if (copies) return "Copies of one text are one voice, and a difference inside one voice is an error of copying or of reading, not a disagreement.";
  if (kind === "jurisdiction_difference")
    return "Each agency decides for its own jurisdiction, so differing values stand side by side and none is preferred.";
  if (differing.includes("tradition"))
    return "Traditions are never set against each other: each reading stands with its own tradition and documents.";
  if (differing.length > 0)
    return `Comparability first: the ${keyList(differing)} ${differing.length === 1 ? "is" : "are"} stated on both sides and ${differing.length === 1 ? "differs" : "differ"}.`;
  if (unstated.length > 0)
    return `Comparability first: the ${keyList(unstated)} ${unstated.length === 1 ? "is" : "are"} not stated on every side, so the difference cannot be judged.`;
  return `Comparability first: ${reason}`;
}

function bodyOf(kind: DetectedConflict["kind"], sides: readonly Side[], relations: readonly Relation[]): string {
  const everyone = nounOf(sides.flatMap((side) => side.sources)).many;
  const values = sides.map((side) => side.label);
  switch (kind) {
    case "jurisdiction_difference":
      return `the ${everyone} give ${enumerate(values)}; the agencies differ, and each value holds in its own jurisdiction`;
    case "not_comparable":
      if (relations[0]?.copies)
        return `copies of one text give ${enumerate(values)} in the same sentence; one of them was changed in copying or misread, and no two sources disagree`;
      if (relations[0]?.differing.includes("tradition")) return `${enumerate(values)} stand side by side: each tradition reads for itself`;
      return `${enumerate(values)} cannot be set against each other: ${reasonOf(relations[0])}`;
    case "unit_slip":
      return `the ${everyone} give ${enumerate(values)}; they differ by a factor of ${factorOf(relations)}, which looks like a slip of the unit`;
    case "polarity":
    case "set":
      return listOf(sides.map(standing), "but");
    default:
      return `the ${everyone} differ: ${enumerate(sides.map((side) => `${side.label} from ${countOf(voicesFor(side), "voice")}`))}${slipWithin(relations)}`;
  }
}

function reasonOf(relation: Relation | undefined): string {
  const { differing = [], unstated = [] } = relation ?? {};
  const parts = [
    ...(differing.length > 0 ? [`the ${keyList(differing)} ${differing.length === 1 ? "differs" : "differ"}`] : []),
    ...(unstated.length > 0 ? [`the ${keyList(unstated)} ${unstated.length === 1 ? "is" : "are"} not stated on every side`] : []),
  ];
  if (parts.length === 0 && relation?.reason === unitUnstated) return "the unit is not stated on every side";
  return parts.length > 0 ? listOf(parts) : "they are measured in units that do not convert into each other";
}

function standing(side: Side): string {
  const { one, many } = nounOf(side.sources);
  const count = side.sources.length;
  return `${countOf(count, one, many)} ${count === 1 ? "says" : "say"} "${side.label}"`;
}

function slipWithin(relations: readonly Relation[]): string {
  const slips = relations.filter((relation) => relation.verdict === "unit_slip");
  return slips.length === 0 ? "" : `; one pair differs by a factor of ${factorOf(slips)}, which looks like a slip of the unit`;
}

function factorOf(relations: readonly Relation[]): string {
  const ratio = relations.find((relation) => relation.ratio !== null)?.ratio;
  if (!ratio) return "ten or more";
  const factor = ratio >= 1 ? ratio : 1 / ratio;
  return String(wholeFactors.find((whole) => Math.abs(factor / whole - 1) <= 0.02) ?? Number(factor.toPrecision(3)));
}

function overlapping(between: readonly Position[]): string {
  if (between.length === 0) return "";
  const ranges = [...new Set(between.map(({ claim }) => valueLabel(claim.value, claim.polarity === "denied")))];
  return ` ${sentence(`${enumerate(ranges)} ${ranges.length === 1 ? "overlaps" : "overlap"} more than one of them`)}`;
}

function enumerate(values: readonly string[]): string {
  return values.length <= listed ? listOf(values) : `${values.slice(0, listed).join(", ")} and ${countOf(values.length - listed, "further value")}`;
}

function sentence(text: string): string {
  const capital = /^[a-z][a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return capital.endsWith(".") ? capital : `${capital}.`;
}
