import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readLexemes, readSearchScope } from "./store";
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

const sharedLetters = 6;
const sharedPart = 0.6;

/** For each word of another language the lexemes of the owner's passages that begin as it does: "distribuzione" finds "distribut". */
export async function findCognates(ctx: Pick<Ctx, "db">, owner: OwnerScope, words: readonly string[]): Promise<Map<string, string>> {
  const searched = words.length === 0 ? null : await readSearchScope(ctx.db, owner);
  const found = new Map<string, string>();
  if (!searched) return found;
  for (const word of words) {
    const plain = word
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}+/gu, "");
    if (plain.length < sharedLetters) continue;
    const longest = Math.ceil(plain.length / sharedPart);
    const known = await readLexemes(ctx.db, searched.id, plain.charAt(0), Math.floor(plain.length * sharedPart), longest);
    const shared = (lexeme: string): number => [...lexeme].findIndex((letter, index) => letter !== plain[index]);
    const best = known
      .map(({ lexeme, df }) => ({ lexeme, df, same: shared(lexeme) === -1 ? lexeme.length : shared(lexeme) }))
      .filter(({ lexeme, same }) => same >= sharedLetters && same >= Math.max(lexeme.length, plain.length) * sharedPart)
      .sort((a, b) => b.same - a.same || b.df - a.df)[0];
    if (best) found.set(word, best.lexeme);
  }
  return found;
}
