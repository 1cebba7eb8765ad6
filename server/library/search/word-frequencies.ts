import type { Ctx, OwnerScope } from "@/server/platform/context";
import { frequenciesOf } from "./frequency-store";
import { readSearchScope } from "./store";

export type WordFrequencies = { /** Of the whole library. */ readonly passages: number; readonly of: ReadonlyMap<string, number> };

/** In how many of the owner's passages each lexeme stands. */
export async function wordFrequencies(ctx: Pick<Ctx, "db">, scope: OwnerScope, lexemes: readonly string[]): Promise<WordFrequencies> {
  const searched = await readSearchScope(ctx.db, scope);
  if (!searched || lexemes.length === 0) return { passages: searched?.passageCount ?? 0, of: new Map() };
  return { passages: searched.passageCount, of: await frequenciesOf(ctx.db, searched.id, lexemes) };
}
