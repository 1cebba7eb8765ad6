import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readSearchScope } from "./store";
import { suggestWords } from "./suggest-words";

/** For each of the words that stands nowhere in the owner's passages the nearest one that does, as a passage writes it; words without a near one are left out. */
export async function correctWords(ctx: Pick<Ctx, "db">, owner: OwnerScope, words: readonly string[]): Promise<Map<string, string>> {
  const searched = words.length === 0 ? null : await readSearchScope(ctx.db, owner);
  const nearest = new Map<string, string>();
  if (!searched) return nearest;
  for (const word of words) {
    const near = await suggestWords(ctx.db, owner, searched, word);
    if (near !== null) nearest.set(word, near);
  }
  return nearest;
}
