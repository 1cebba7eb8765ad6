// Categories down, providers across: how many sources each one brought for each category, and what they are to the others there.
import { agreeing, type Cell, gravestCell, gravestOf, outcomeOf, stateOf } from "@/app/_features/research/agreement";
import type { MatrixColumn, MatrixGroup, MatrixRow } from "@/app/_ui/conflicts/agreement-matrix";
import type { Edition, EditionCategory, EditionSource } from "@/server/research/editions/schema";

type Category = Pick<EditionCategory, "slug" | "name" | "claims" | "conflicts" | "answers">;
type Overview = Pick<Edition, "sources"> & {
  readonly request: Pick<Edition["request"], "id" | "providers">;
  readonly categories: readonly Category[];
};
type Names = Readonly<Record<string, string>>;
type Matrix = { readonly columns: readonly MatrixColumn[]; readonly groups: readonly MatrixGroup[] };
type Sources = ReadonlyMap<string, EditionSource>;

/** Providers that were asked for at least one category, in the order of the request. */
export function requestMatrix({ request, categories, sources }: Overview, names: Names): Matrix {
  const asked = request.providers.filter((provider) => categories.some(({ answers }) => answers.some((answer) => answer.provider === provider)));
  const known: Sources = new Map(sources.map((source) => [source.id, source]));
  return {
    columns: asked.map((provider) => ({ key: provider, title: names[provider] ?? provider, note: broughtBy(provider, sources) })),
    groups: [{ key: request.id, rows: categories.map((category) => rowOf(category, request.id, asked, known)) }],
  };
}

function broughtBy(provider: string, sources: readonly EditionSource[]): string {
  const count = sources.filter((source) => source.providers.includes(provider)).length;
  return `${count} ${count === 1 ? "source" : "sources"}`;
}

function rowOf(category: Category, id: string, asked: readonly string[], known: Sources): MatrixRow {
  const gravest = gravestOf(category.conflicts);
  return {
    key: category.slug,
    fact: category.name,
    href: `/research/${id}/providers/${category.slug}`,
    cells: asked.map((provider) => cellOf(category, provider, known)),
    gaps: asked.map((provider) => gapOf(category, provider)),
    outcome: gravest ? outcomeOf(gravest) : agreementOf(category, known),
  };
}

function cellOf(category: Category, provider: string, known: Sources): Cell | null {
  const own = [...known.values()].filter(({ mentions }) => mentions.some((each) => each.category === category.slug && each.provider === provider));
  if (own.length === 0) return null;
  const ids = new Set(own.map((source) => source.id));
  const agreed = new Set([...Map.groupBy(category.claims, (claim) => claim.attribute).values()].flatMap((claims) => shared(claims, known)));
  const judged = category.claims
    .filter((claim) => ids.has(claim.sourceId))
    .map((claim) => ({ claim, state: stateOf(claim, category.conflicts) ?? (agreed.has(claim) ? "agrees" : "alone") }) as const);
  return { value: String(own.length), state: judged.length === 0 ? "alone" : gravestCell(judged).state };
}

type Claims = EditionCategory["claims"];

/** The claims of one fact that more than one voice makes. */
function shared(claims: Claims, known: Sources): Claims {
  const same = agreeing(claims, known);
  return new Set(same.map((claim) => known.get(claim.sourceId)?.voice)).size > 1 ? [...same] : [];
}

function agreementOf(category: Category, known: Sources): MatrixRow["outcome"] {
  const facts = [...Map.groupBy(category.claims, (claim) => claim.attribute).values()].filter((claims) => shared(claims, known).length > 0).length;
  if (facts === 0) return { state: "alone", words: category.claims.length === 0 ? "no fact stated" : "nothing shared" };
  return { state: "agrees", words: `${facts} ${facts === 1 ? "fact" : "facts"} agreed` };
}

/** Why a provider brought nothing for a category. */
function gapOf({ answers }: Category, provider: string): NonNullable<MatrixRow["gaps"]>[number] {
  const answer = answers.find((each) => each.provider === provider);
  if (!answer) return { state: "not_searched", words: "not asked" };
  if (answer.status === "asking") return { state: "running", words: "being asked" };
  return answer.status === "failed" || answer.status === "refused" ? { state: "failed", words: answer.error ?? "no answer" } : null;
}
