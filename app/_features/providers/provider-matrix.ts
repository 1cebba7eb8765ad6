// Facts down, providers across: what the sources of each provider state, and what that is to the others. A pure reading of the panel.
import { agreeing, type Cell, gravestCell, gravestOf, inWords, outcomeOf, stateOf } from "@/app/_features/research/agreement";
import type { MatrixColumn, MatrixGroup, MatrixRow } from "@/app/_ui/conflicts/agreement-matrix";
import type { Claim } from "@/server/research/claims/schema";
import type { ProviderPanel, Witness } from "@/server/research/editions/panel/schema";
import { restsOn, standingState, standingWords } from "./witness-words";

type Matrix = { readonly columns: readonly MatrixColumn[]; readonly groups: readonly MatrixGroup[] };
type Voices = ReadonlyMap<string, { readonly voice: string | null }>;

/** Only what stands in a source counts: what an engine says without naming one is in no cell. Facts in the order of the category. */
export function providerMatrix({ witnesses, claims, conflicts, facts, category, request }: ProviderPanel): Matrix {
  const voices: Voices = new Map(
    witnesses.flatMap((witness) => witness.sources.flatMap((source) => (source.id === null ? [] : [[source.id, source] as const]))),
  );
  const known = claims.filter((claim) => voices.has(claim.sourceId));
  const byAttribute = Map.groupBy(known, (claim) => claim.attribute);
  const order = [...facts.map((fact) => fact.name).filter((name) => byAttribute.has(name)), ...byAttribute.keys()];
  const rows = [...new Set(order)].map((attribute): MatrixRow => {
    const own = byAttribute.get(attribute) ?? [];
    const entries = conflicts.filter((conflict) => conflict.attribute === attribute);
    const gravest = gravestOf(entries);
    const agreed = new Set(agreeing(own, voices));
    const many = voicesOf(agreed, voices) > 1;
    const judged = own.map((claim) => ({ claim, state: stateOf(claim, entries) ?? (many && agreed.has(claim) ? "agrees" : "alone") }) as const);
    const fact = facts.find((candidate) => candidate.name === attribute);
    return {
      key: attribute,
      fact: fact?.label ?? inWords(attribute),
      unit: fact?.unit || undefined,
      href: gravest && `/research/${request.id}/conflicts#conflict-${gravest.id}`,
      cells: witnesses.map((witness) => cellOf(witness, judged)),
      outcome: gravest ? outcomeOf(gravest) : agreement(voicesOf(agreed, voices), voicesOf(own, voices)),
    };
  });
  return { columns: witnesses.map(columnOf), groups: rows.length === 0 ? [] : [{ key: category.slug, rows }] };
}

function cellOf({ kind, sources }: Witness, judged: readonly { readonly claim: Claim; readonly state: Cell["state"] }[]): Cell | null {
  const roles = new Map(sources.map((source) => [source.id, source.role]));
  const own = judged.filter(({ claim }) => roles.has(claim.sourceId));
  if (own.length === 0) return null;
  const firm = own.filter(({ claim }) => restsOn(kind, roles.get(claim.sourceId) ?? "retrieved"));
  const cell = gravestCell(firm.length > 0 ? firm : own);
  return { ...cell, value: short(cell.value), ...(firm.length > 0 ? {} : { aside: "found, not cited" }) };
}

/** Columns are narrow: a sign takes the place of the word. */
function short(value: string): string {
  return value.replace(/^(?:approximately|about|around|circa) /i, "\u2248 ");
}

function agreement(agreed: number, all: number): MatrixRow["outcome"] {
  if (agreed > 1) return { state: "agrees", words: `${agreed} voices agree` };
  return { state: "alone", words: all === 1 ? "one voice" : `${all} voices, no two alike` };
}

function voicesOf(claims: Iterable<Claim>, voices: Voices): number {
  return new Set([...claims].map((claim) => voices.get(claim.sourceId)?.voice ?? claim.sourceId)).size;
}

/** Why a column says nothing at all. */
const absent: Partial<Record<Witness["standing"], string>> = { failed: "no answer", not_asked: "not asked", waiting: "being asked" };

function columnOf(witness: Witness): MatrixColumn {
  const { provider, name, standing, cachedAt, attempts } = witness;
  const retries = attempts > 1 ? `${attempts - 1} ${attempts === 2 ? "retry" : "retries"}` : "";
  const note = standing !== "answered" ? standingWords(standing).toLowerCase() : cachedAt === null ? retries : "from the cache";
  const words = absent[standing];
  return { key: provider, title: name, note, ...(words === undefined ? {} : { absent: { state: standingState(standing), words } }) };
}
