import type { Ctx, OwnerScope } from "@/server/platform/context";
import { blocksFor, type PassageTerms, packTerms } from "./core/index-terms";
import { withoutRange } from "./core/posting-list";
import {
  appendPostings,
  insertSealed,
  lockSearchScope,
  readBlocks,
  replaceBlocks,
  type SearchScope,
  writeSearchLength,
  writeSearchScope,
} from "./store";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];
const unknownLanguage = "und";
const lexemesPerRead = 2_000;

/** Makes writers of the owner's index wait for each other; called before the ids of new passages are made, so that lists stay in order. */
export async function openIndex(tx: Tx, owner: OwnerScope): Promise<SearchScope> {
  return lockSearchScope(tx, owner);
}

/** Adds passages to the owner's index inside the caller's transaction, which has opened the index before it made their ids. */
export async function indexPassages(tx: Tx, scope: SearchScope, language: string | null, terms: readonly PassageTerms[], ids: readonly number[]) {
  const { open, sealed } = blocksFor(packTerms(terms, ids));
  await insertSealed(tx, scope.id, sealed);
  await appendPostings(tx, scope.id, open, ids.at(-1) ?? 0);
  await writeSearchLength(tx, ids, lengthOf(terms));
  await writeSearchScope(tx, counted(scope, language, terms, 1));
}

/** Takes a document's passages out of the index and of its statistics. `terms` are those they were indexed with. */
export async function unindexPassages(tx: Tx, scope: SearchScope, language: string | null, terms: readonly PassageTerms[], ids: readonly number[]) {
  const first = Math.min(...bounds(ids));
  const last = Math.max(...bounds(ids));
  const lexemes = [...new Set(terms.flatMap(({ frequencies }) => [...frequencies.keys()]))];
  for (let at = 0; at < lexemes.length; at += lexemesPerRead) {
    const blocks = await readBlocks(tx, scope.id, lexemes.slice(at, at + lexemesPerRead), first);
    const changed = blocks.flatMap(({ lexeme, block, packed }) => {
      const left = withoutRange(packed, first, last);
      return left.hex.length === packed.length * 2 ? [] : [{ lexeme, block, hex: left.hex }];
    });
    await replaceBlocks(tx, scope.id, changed);
  }
  await writeSearchScope(tx, counted(scope, language, terms, -1));
}

function lengthOf(terms: readonly PassageTerms[]): number {
  return terms.reduce((sum, { length }) => sum + length, 0);
}

function bounds(ids: readonly number[]): number[] {
  return [ids[0] ?? 0, ids.at(-1) ?? 0];
}

function counted(scope: SearchScope, language: string | null, terms: readonly PassageTerms[], sign: 1 | -1): SearchScope {
  const key = language ?? unknownLanguage;
  const left = (scope.languages[key] ?? 0) + sign * terms.length;
  const { [key]: _old, ...others } = scope.languages;
  return {
    id: scope.id,
    passageCount: scope.passageCount + sign * terms.length,
    sumLength: scope.sumLength + sign * lengthOf(terms),
    languages: left > 0 ? { ...others, [key]: left } : others,
    version: scope.version + 1,
  };
}
