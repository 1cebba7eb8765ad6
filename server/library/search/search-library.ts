import type { Ctx, OwnerScope } from "@/server/platform/context";
import { documentKinds } from "../documents/schema";
import { nearestPassages } from "../embeddings/nearest-passages";
import { chooseDocuments } from "./choose-documents";
import { collectPassages, type Wanted } from "./collect-passages";
import { type Layout, layoutIds } from "./core/layout";
import { marksOf } from "./core/marks";
import { type ParsedQuery, parseQuery } from "./core/parse-query";
import { fuse } from "./core/ranking";
import { passagesCiting } from "./passages-citing";
import { fusionDepth, type Ranking, rankPassages } from "./rank-passages";
import { readLayout } from "./read-index";
import { type LibrarySearch, type TypedSearch, typedSearchSchema } from "./schema";
import { readSearchScope, type SearchScope } from "./store";
import { suggestWords } from "./suggest-words";

const nothing: LibrarySearch = { passages: [], mode: "lexical", notes: [], suggestion: null };

/** What a person typed, searched in the owner's library: words, phrases, fields and references, by words and, where a model is set, by meaning. */
export async function searchLibrary(ctx: Pick<Ctx, "db" | "log" | "signal">, scope: OwnerScope, given: TypedSearch): Promise<LibrarySearch> {
  const input = typedSearchSchema.parse(given);
  const searched = await readSearchScope(ctx.db, scope);
  if (!searched || searched.passageCount === 0) return nothing;
  const query = parseQuery(input.query, { kinds: documentKinds });
  const layout = await readLayout(ctx.db, scope, searched);
  const chosen = await chooseDocuments(ctx.db, scope, query);
  const wanted = wantedOf(query, input);
  const { ranking, mode, notes } = await rankAll(ctx, scope, searched, layout, query, chosen);
  const { rows, gaveUp } = await collectPassages(ctx.db, scope, layout, ranking, wanted);
  const passages = rows.map(({ language, documentTitle, ...row }) => ({
    ...row,
    documentTitle: documentTitle ?? "",
    marks: marksOf(row.text, language, query),
  }));
  return {
    passages,
    mode,
    notes: [...query.notes, ...notes, ...(gaveUp ? ["The phrase was looked for in the best 5,000 passages only. Add a rarer word."] : [])],
    suggestion: passages.length === 0 ? await suggestWords(ctx.db, scope, searched, input.query) : null,
  };
}

function wantedOf({ phrases, excluded }: ParsedQuery, { limit, perDocument }: TypedSearch): Wanted {
  return { limit, perDocument: perDocument ?? null, phrases, without: excluded.filter(isSequence) };
}

const isSequence = (words: string): boolean => /\s/.test(words.trim());

type Ranks = { readonly ranking: Ranking; readonly mode: LibrarySearch["mode"]; readonly notes: readonly string[] };

async function rankAll(
  ctx: Pick<Ctx, "db" | "log" | "signal">,
  scope: OwnerScope,
  searched: SearchScope,
  layout: Layout,
  query: ParsedQuery,
  chosen: readonly string[] | null,
): Promise<Ranks> {
  const documentIds = chosen ? new Set(chosen) : null;
  const excluded = query.excluded.filter((words) => !isSequence(words));
  const citing = query.references.length > 0 ? await passagesCiting(ctx.db, scope, searched, query.references, documentIds) : null;
  if (query.words === "") {
    const ids = citing ?? layoutIds(layout, chosen);
    return { ranking: listed(ids), mode: "lexical", notes: [] };
  }
  const lexical = await rankPassages(ctx.db, scope, searched, { queries: [query.words], phrases: query.phrases, excluded, documentIds });
  const arms: Ranking[] = [lexical];
  if (query.isReference.length > 0) arms.unshift(listed(await passagesCiting(ctx.db, scope, searched, query.isReference, documentIds)));
  // A phrase or an excluded word is about words, not about meanings.
  const near =
    query.phrases.length + query.excluded.length === 0
      ? await nearestPassages(ctx, scope, searched.version, query.words, documentIds, fusionDepth)
      : null;
  if (near?.passages) arms.push(listed(near.passages));
  const ranking = arms.length === 1 ? lexical : fused(arms, lexical);
  return {
    ranking: citing ? within(ranking, new Set(citing)) : ranking,
    mode: near?.passages ? "hybrid" : "lexical",
    notes: near?.problem ? [near.problem] : [],
  };
}

/** Passages in a given order. */
function listed(ids: readonly number[]): Ranking {
  return (depth) => ids.slice(0, depth).map((passageId, i) => ({ passageId, score: 1 / (i + 1) }));
}

/** The best of each arm fused; behind them what the words alone find. */
function fused(arms: readonly Ranking[], lexical: Ranking): Ranking {
  const head = fuse(arms.map((arm) => arm(fusionDepth)));
  const known = new Set(head.map(({ passageId }) => passageId));
  return (depth) => [...head, ...lexical(depth).filter(({ passageId }) => !known.has(passageId))].slice(0, depth);
}

function within(ranking: Ranking, ids: ReadonlySet<number>): Ranking {
  return (depth) =>
    ranking(Number.MAX_SAFE_INTEGER)
      .filter(({ passageId }) => ids.has(passageId))
      .slice(0, depth);
}
