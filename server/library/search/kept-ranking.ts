// Orders that were found before. The states of all indexes that were searched are in the key: after any change of them nothing is found there. Only ids
// and scores are kept, and rows are read anew, so that nobody sees what they may not see any more.
import { z } from "zod";
import { type Cache, cache, cacheKey } from "@/server/platform/cache";
import { searchModes } from "./schema";
import type { Shelf } from "./store";

const ttlMs = 10 * 60_000;

const keptSchema = z.object({
  ranked: z.array(z.tuple([z.number().int(), z.number()])),
  mode: z.enum(searchModes),
  near: z.array(z.number().int()),
  gaveUp: z.boolean(),
});
export type KeptRanking = z.infer<typeof keptSchema>;

/** How an order is found anew; `lasting: false`: something was amiss, and the next search is to try again. */
export type MakeRanking<T> = () => Promise<{ readonly made: T; readonly keep: KeptRanking; readonly lasting: boolean }>;

/** The order kept for these shelves and this question, or else what is made now; `kept` null makes it anew each time. */
export async function keptRanking<T>(
  shelves: readonly Shelf[],
  question: readonly unknown[],
  make: MakeRanking<T>,
  kept?: Cache | null,
): Promise<{ readonly known: KeptRanking } | { readonly known: null; readonly made: T }> {
  const memory = kept === undefined ? await cache() : kept;
  if (!memory) return { known: null, made: (await make()).made };
  const key = cacheKey("ranking", [shelves.map(({ owner, searched, own, state }) => [owner.ownerId, searched.id, state, own]), ...question]);
  const known = keptSchema.safeParse(await memory.get(key));
  if (known.success) return { known: known.data };
  const { made, keep, lasting } = await make();
  if (lasting) await memory.set(key, keep, { ttlMs });
  return { known: null, made };
}
