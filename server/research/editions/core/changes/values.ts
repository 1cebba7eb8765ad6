// Facts and conflicts of a category, field by field. A field is a fact and what it is about; a further source for the same value changes nothing.
import type { Claim } from "../../../claims/schema";
import type { Conflict } from "../../../conflicts/schema";
import type { Change, Reading } from "../../changes/schema";
import { causeOf, type Pair } from "./cause";
import { keyOf, labelOfFact, numbersOf, printed, type Side, subjectOf } from "./compared";
import { difference, type Fields } from "./fields";

/** Label of a value to the identity keys of the sources that state it. */
type Values = ReadonlyMap<string, ReadonlySet<string>>;

export function compareValues(pair: Pair): Fields {
  const [before, after] = [valuesOf(pair.before), valuesOf(pair.after)];
  const fields = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = fields.flatMap((field): Change[] => {
    const [was, is] = [before.get(field) ?? new Map(), after.get(field) ?? new Map()];
    const gone = difference(was.keys(), is.keys());
    const came = difference(is.keys(), was.keys());
    if (gone.length + came.length === 0) return [];
    const [attribute = "", subject = ""] = field.split("\n");
    const involved = { gone: sourcesBehind(was, gone), came: sourcesBehind(is, came) };
    return [
      {
        kind: "value",
        category: pair.after.category.slug,
        field,
        label: labelled(labelOfFact(pair.after.category.slug, attribute, pair.after.compared, pair.before.compared), subject),
        before: reading(was, pair.before),
        after: reading(is, pair.after),
        ...causeOf(pair, involved),
      },
    ];
  });
  return { changes, compared: fields.length };
}

export function compareConflicts(pair: Pair): Fields {
  const [before, after] = [entriesOf(pair.before), entriesOf(pair.after)];
  const fields = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = fields.flatMap((field): Change[] => {
    const [was, is] = [before.get(field) ?? [], after.get(field) ?? []];
    if (signature(was) === signature(is)) return [];
    const [attribute = "", subject = ""] = field.split("\n");
    const behind = (entries: readonly Conflict[], side: Side) =>
      new Set(entries.flatMap((entry) => entry.sides.flatMap(({ sourceIds }) => sourceIds.flatMap((id) => keyIn(id, side)))));
    const [sourcesBefore, sourcesAfter] = [behind(was, pair.before), behind(is, pair.after)];
    const involved = {
      gone: new Set(difference(sourcesBefore, sourcesAfter)),
      came: new Set(difference(sourcesAfter, sourcesBefore)),
    };
    const sameSources = involved.gone.size + involved.came.size === 0;
    const speaking = sameSources ? { gone: sourcesBefore, came: sourcesAfter } : involved;
    return [
      {
        kind: "conflict",
        category: pair.after.category.slug,
        field,
        label: labelled(labelOfFact(pair.after.category.slug, attribute, pair.after.compared, pair.before.compared), subject),
        before: conflictReading(was, pair.before),
        after: conflictReading(is, pair.after),
        ...causeOf(pair, speaking, rulings(was) !== rulings(is)),
      },
    ];
  });
  return { changes, compared: fields.length };
}

function valuesOf(side: Side): Map<string, Map<string, Set<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const claim of side.category.claims) {
    const field = fieldOf(claim);
    const values = found.get(field) ?? new Map<string, Set<string>>();
    const label = printed(claim, side);
    const stating = values.get(label) ?? new Set<string>();
    for (const key of keyIn(claim.sourceId, side)) stating.add(key);
    found.set(field, values.set(label, stating));
  }
  return found;
}

function entriesOf(side: Side): Map<string, Conflict[]> {
  const claims = new Map(side.category.claims.map((claim) => [claim.id, claim]));
  return Map.groupBy(side.category.conflicts, (entry) => {
    const first = entry.sides.flatMap(({ claimIds }) => claimIds.flatMap((id) => claims.get(id) ?? []))[0];
    return first ? fieldOf(first) : `${entry.attribute}\n`;
  });
}

const fieldOf = (claim: Claim): string => `${claim.attribute}\n${subjectOf(claim)}`;

function signature(entries: readonly Conflict[]): string {
  const each = entries.map(({ kind, status, sides, winner }) =>
    JSON.stringify([kind, status, sides.map((side) => side.label).sort(), winner === null ? null : sides[winner]?.label]),
  );
  return each.sort().join("\n");
}

function rulings(entries: readonly Conflict[]): string {
  const each = entries.flatMap(({ override, sides, winner }) =>
    override ? [`${override.ruling} ${winner === null ? "" : sides[winner]?.label}`] : [],
  );
  return each.sort().join("\n");
}

/** "6 h" before "14 h". */
const byNumber = new Intl.Collator("en", { numeric: true }).compare;

const states: Record<Conflict["status"], string> = { open: "open", resolved: "resolved", set_apart: "set apart" };

function conflictReading(entries: readonly Conflict[], side: Side): Reading | null {
  if (entries.length === 0) return null;
  const texts = entries.map(({ sides, status }) => {
    const labels = sides.map((each) => each.label).sort(byNumber);
    return labels.join(status === "set_apart" ? " and " : " against ");
  });
  const outcomes = entries.map(({ status, winner, sides, override }) => {
    const stands = winner === null ? "" : `: ${sides[winner]?.label}`;
    return `${states[status]}${stands}${override ? ", by hand" : ""}`;
  });
  const keys = entries.flatMap((entry) => entry.sides.flatMap(({ sourceIds }) => sourceIds.flatMap((id) => keyIn(id, side))));
  return { text: texts.sort(byNumber).join("; "), sources: numbersOf(keys, side), note: [...new Set(outcomes)].sort().join("; ") };
}

function reading(values: Values, side: Side): Reading | null {
  if (values.size === 0) return null;
  const keys = [...values.values()].flatMap((stating) => [...stating]);
  return { text: [...values.keys()].sort(byNumber).join("; "), sources: numbersOf(keys, side), note: null };
}

function sourcesBehind(values: Values, labels: readonly string[]): Set<string> {
  return new Set(labels.flatMap((label) => [...(values.get(label) ?? [])]));
}

function keyIn(sourceId: string, { sources }: Side): string[] {
  const source = sources.get(sourceId);
  return source ? [keyOf(source)] : [];
}

function labelled(fact: string, subject: string): string {
  return subject === "" ? fact : `${fact}: ${subject.replaceAll("_", " ")}`;
}
