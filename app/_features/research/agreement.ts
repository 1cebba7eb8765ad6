// The agreement matrix of an edition: which source says what about a fact, and what the sources are to each other there.
import type { MatrixColumn, MatrixGroup, MatrixRow } from "@/app/_ui/conflicts/agreement-matrix";
import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import type { Claim } from "@/server/research/claims/schema";
import type { Conflict } from "@/server/research/conflicts/schema";
import type { Edition, EditionCategory, EditionSource } from "@/server/research/editions/schema";

export type Agreement = { readonly columns: readonly MatrixColumn[]; readonly groups: readonly MatrixGroup[] };
export type Cell = NonNullable<MatrixRow["cells"][number]>;
/** Label and unit of facts that stand in the ledger, by category and attribute. */
export type FactNames = ReadonlyMap<string, { readonly label: string; readonly unit: string }>;

/** One voice has nobody to agree with, however often it is copied. */
const leastVoices = 2;
/** What a cell can hold. */
const longestValue = 28;
const gravity: readonly Cell["state"][] = ["open", "conflict", "by_jurisdiction", "not_comparable", "agrees", "alone"];

export const factKey = (category: string, attribute: string): string => `${category} ${attribute}`;

/** Facts that two voices or more speak of, by category in the order of the pack; sources in the order of their numbers. */
export function agreementOf(edition: Pick<Edition, "categories" | "sources">, facts: FactNames): Agreement {
  const known = new Map(edition.sources.map((source) => [source.id, source]));
  const rows = edition.categories.flatMap((category) => rowsOf(category, known, facts).map((row) => ({ category, row })));
  const speaking = edition.sources.filter((source) => rows.some(({ row }) => row.bySource.has(source.id)));
  return {
    columns: speaking.map(columnOf),
    groups: edition.categories.flatMap((category) => {
      const own = rows.filter((each) => each.category === category);
      if (own.length === 0) return [];
      return [
        {
          key: category.slug,
          name: category.name,
          rows: own.map(({ row: { bySource, ...row } }) => ({ ...row, cells: speaking.map((source) => bySource.get(source.id) ?? null) })),
        },
      ];
    }),
  };
}

type FactRow = Omit<MatrixRow, "cells"> & { readonly bySource: ReadonlyMap<string, Cell> };

function rowsOf(category: EditionCategory, known: ReadonlyMap<string, EditionSource>, facts: FactNames): FactRow[] {
  return [...Map.groupBy(category.claims, (claim) => claim.attribute)].flatMap(([attribute, claims]) => {
    const conflicts = category.conflicts.filter((conflict) => conflict.attribute === attribute);
    const compared = conflicts.length > 0 ? claims : agreeing(claims, known);
    const agreed = new Set(compared.map((claim) => known.get(claim.sourceId)?.voice)).size;
    if (agreed < leastVoices) return [];
    const bySource = new Map([...Map.groupBy(compared, (claim) => claim.sourceId)].map(([id, own]) => [id, cellOf(own, conflicts)]));
    const gravest = gravestOf(conflicts);
    const name = category.facts?.[attribute] ?? facts.get(factKey(category.slug, attribute));
    return [
      {
        key: `${category.slug} ${attribute}`,
        fact: name?.label ?? inWords(attribute),
        unit: name?.unit || undefined,
        href: gravest && `#conflict-${gravest.id}`,
        bySource,
        outcome: gravest ? outcomeOf(gravest) : { state: "agrees", words: `${agreed} agree` },
      },
    ];
  });
}

/**
 * The claims that agree where none disagrees. Measures, dates and answers of yes or no were all compared with each other; of names and lists only
 * those that several voices give are the same.
 */
export function agreeing(claims: readonly Claim[], known: ReadonlyMap<string, { readonly voice: string | null }>): readonly Claim[] {
  return [...Map.groupBy(claims, ({ value }) => (value.kind === "term" ? value.value : ""))].flatMap(([term, own]) => {
    const voices = new Set(own.map((claim) => known.get(claim.sourceId)?.voice));
    return term === "" || voices.size >= leastVoices ? own : [];
  });
}

export function gravestOf(conflicts: readonly Conflict[]): Conflict | undefined {
  return conflicts.toSorted((a, b) => rank(conflictState(a).state) - rank(conflictState(b).state))[0];
}

/** What a source says of a fact, and that there is more: what stands in a disagreement before all else, then its gravest claim. */
function cellOf(claims: readonly Claim[], conflicts: readonly Conflict[]): Cell {
  const disputed = claims.filter((claim) => disagreements(claim, conflicts).length > 0);
  const judged = (disputed.length > 0 ? disputed : claims).map((claim) => ({ claim, state: stateOf(claim, conflicts) ?? "agrees" }) as const);
  return gravestCell(judged, claims);
}

function disagreements(claim: Claim, conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ status, sides }) => status !== "set_apart" && sides.some(({ claimIds }) => claimIds.includes(claim.id)));
}

/** The gravest of several claims, and how many more values there are. */
export function gravestCell(
  judged: readonly { readonly claim: Claim; readonly state: Cell["state"] }[],
  all: readonly Claim[] = judged.map(({ claim }) => claim),
): Cell {
  const cells = judged.toSorted((a, b) => rank(a.state) - rank(b.state));
  const first = cells[0];
  const distinct = new Set(all.map((claim) => claim.raw)).size;
  const value = first === undefined ? "" : clipped(first.claim);
  return { value: distinct > 1 ? `${value}, +${distinct - 1}` : value, state: first?.state ?? "agrees" };
}

/** What a claim is to the others in the ledger; null where no entry names it. */
export function stateOf(claim: Claim, conflicts: readonly Conflict[]): Cell["state"] | null {
  const disputed = disagreements(claim, conflicts);
  const states = (disputed.length > 0 ? disputed : conflicts).flatMap((conflict): Cell["state"][] => {
    const side = conflict.sides.findIndex(({ claimIds }) => claimIds.includes(claim.id));
    if (side < 0) return [];
    return [conflict.status === "resolved" && side === conflict.winner ? "agrees" : conflictState(conflict).state];
  });
  return states.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function clipped({ raw, value, polarity }: Claim): string {
  const words = raw !== "" ? raw : value.kind === "boolean" ? (value.value ? "yes" : "no") : value.kind === "term" ? value.value : "stated";
  const whole = polarity === "denied" ? `not ${words}` : words;
  return whole.length > longestValue ? `${whole.slice(0, longestValue - 1).trimEnd()}\u2026` : whole;
}

export function outcomeOf(conflict: Conflict): MatrixRow["outcome"] {
  const { state, words } = conflictState(conflict);
  const short: Partial<Record<typeof state, string>> = { not_comparable: "set apart", by_jurisdiction: "by jurisdiction" };
  return { state, words: short[state] ?? words.toLowerCase() };
}

/** A year and a publisher tell sources apart that share the beginning of their titles. */
function columnOf({ number, title, publisher, date, tier }: EditionSource): MatrixColumn {
  return { key: String(number), number, title: [date?.slice(0, 4), publisher ?? title].filter((part) => part).join(", "), note: `tier ${tier}` };
}

export function inWords(attribute: string): string {
  const words = attribute.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function rank(state: Cell["state"]): number {
  return gravity.indexOf(state);
}
