// Every way of ranking in one order: by words, by references that are cited, and by meaning where a model is set.
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { nearestPassages } from "../embeddings/nearest-passages";
import { allowedOf, beginnings, type Layout } from "./core/layout";
import type { ParsedQuery } from "./core/parse-query";
import { fuse } from "./core/ranking";
import { tokenise } from "./core/tokenise";
import { passagesCiting } from "./passages-citing";
import { fusionDepth, type Ranking, rankShelves } from "./rank-passages";
import type { SearchMode } from "./schema";
import type { Shelf } from "./store";

/** Questions whose meaning is compared, at most: each goes through all vectors, and the first say it best. */
const mostMeanings = 6;

export type Ranks = {
  readonly ranking: Ranking;
  readonly mode: SearchMode;
  /** Passages whose meaning stands out as near. */
  readonly near: ReadonlySet<number>;
  /** Why meanings were not compared, where they should have been. */
  readonly notes: readonly string[];
};

const byWords = { mode: "lexical", near: new Set<number>(), notes: [] } as const;

/** `queries` are what is ranked by; `query` says what else a passage must hold, or must not. `chosen`: the documents to search in, null for all. */
export async function rankByAll(
  ctx: Pick<Ctx, "db" | "log" | "signal" | "clock">,
  reader: OwnerScope,
  shelves: readonly Shelf[],
  layouts: readonly Layout[],
  queries: readonly string[],
  query: ParsedQuery,
  chosen: ReadonlySet<string> | null,
): Promise<Ranks> {
  const excluded = query.excluded.filter((words) => !isSequence(words));
  const citing = query.references.length > 0 ? await passagesCiting(ctx.db, reader, shelves, query.references, chosen) : null;
  if (queries.length === 0) return { ...byWords, ranking: listed(citing ?? firstPassages(shelves, layouts, chosen)) };
  const lexical = await rankShelves(ctx.db, shelves, { queries, phrases: query.phrases, excluded, documentIds: chosen });
  const others: Ranking[] = [];
  if (query.isReference.length > 0) others.push(listed(await passagesCiting(ctx.db, reader, shelves, query.isReference, chosen)));
  // A phrase or an excluded word is about words, not about meanings.
  const byMeaning = query.phrases.length + query.excluded.length === 0;
  const asked = queries.slice(0, mostMeanings);
  const met = byMeaning ? await nearestPassages(ctx, reader, vectorsOf(shelves, layouts, chosen), asked, fusionDepth) : null;
  const arms = met?.arms ?? [];
  for (const ids of arms) others.push(listed(ids));
  const ranking = others.length === 0 ? lexical : fused(lexical, others, arms.length);
  return {
    ranking: citing ? within(ranking, new Set(citing)) : ranking,
    mode: met?.arms ? "hybrid" : "lexical",
    near: met?.near ?? byWords.near,
    notes: met?.problem ? [met.problem] : [],
  };
}

/** "half-life" too: each of its words alone would exclude far more. */
export const isSequence = (words: string): boolean => tokenise(words, null).length > 1;

/** The beginnings of documents, newest first, for a search without words. */
function firstPassages(shelves: readonly Shelf[], layouts: readonly Layout[], documentIds: ReadonlySet<string> | null): number[] {
  return layouts
    .flatMap((layout, i) => beginnings(layout, allowedOf(layout, documentIds, !shelves[i]?.own)))
    .sort((x, y) => (x.documentId < y.documentId ? 1 : -1))
    .map(({ passageId }) => passageId);
}

function vectorsOf(shelves: readonly Shelf[], layouts: readonly Layout[], documentIds: ReadonlySet<string> | null) {
  return shelves.map(({ owner, searched, own }, i) => {
    const layout = layouts[i];
    const shared =
      own || !layout ? documentIds : new Set(beginnings(layout, allowedOf(layout, documentIds, true)).map(({ documentId }) => documentId));
    return { owner, version: searched.version, documentIds: shared };
  });
}

/** Passages in a given order. */
function listed(ids: readonly number[]): Ranking {
  return (depth) => ids.slice(0, depth).map((passageId, i) => ({ passageId, score: 1 / (i + 1) }));
}

/**
 * The best of each arm fused, and behind them what the words alone find. The words' arm counts once for each meaning's, so that asking in several ways
 * does not outvote them.
 */
function fused(lexical: Ranking, others: readonly Ranking[], meanings: number): Ranking {
  const words = lexical(fusionDepth);
  const head = fuse([...Array.from({ length: Math.max(1, meanings) }, () => words), ...others.map((arm) => arm(fusionDepth))]);
  const known = new Set(head.map(({ passageId }) => passageId));
  return (depth) => [...head, ...lexical(depth).filter(({ passageId }) => !known.has(passageId))].slice(0, depth);
}

function within(ranking: Ranking, ids: ReadonlySet<number>): Ranking {
  return (depth) =>
    ranking(Number.MAX_SAFE_INTEGER)
      .filter(({ passageId }) => ids.has(passageId))
      .slice(0, depth);
}
