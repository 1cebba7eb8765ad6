import type { Ctx, OwnerScope } from "@/server/platform/context";
import { editionsSaying } from "./saying-store";

/** Older editions are found by their subject alone: a look through every sentence of a thousand editions takes too long for an answer. */
const looked = 400;
const named = 5_000;
const mostWords = 12;
const shortest = 3;

/** The owner's editions that say most of the words, rare words first, at most `limit`; none where no edition has any of them. Words may be stems. */
export async function findEditions(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<string[]> {
  const asked = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= shortest).slice(0, mostWords);
  if (asked.length === 0) return [];
  const rows = await editionsSaying(ctx.db, scope, asked, { named, looked });
  const editions = Map.groupBy(rows, ({ id }) => id);
  const holding = Map.groupBy(rows, ({ word }) => word);
  const weight = ({ word }: { word: string }) => Math.log(1 + editions.size / (holding.get(word)?.length ?? 1));
  return (
    [...editions]
      .map(([id, own]) => ({ id, score: own.reduce((sum, row) => sum + weight(row), 0) }))
      // Of equals the newer one, as they came.
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id }) => id)
  );
}
