import type { Db } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import { findReferences } from "../references/core/find-references";
import { booksOf, overlaps } from "./core/scripture-overlap";
import { tokenise } from "./core/tokenise";
import { type FoundRow, readPassages, readReferenced, readReferences } from "./found-store";
import { readIndex } from "./read-index";
import { readLexemes, type SearchScope, type Shelf } from "./store";

/** Passages whose text is read for references, at most: reading one takes about a millisecond. */
const mostRead = 400;
const longestName = 16;

/**
 * Passages that cite or contain one of the references, or one that has a verse in common with it: as processing stored them, and for the reader's own
 * documents that were never processed so, as their text says.
 */
export async function passagesCiting(
  db: Db,
  reader: OwnerScope,
  shelves: readonly Shelf[],
  references: readonly string[],
  documentIds: ReadonlySet<string> | null,
): Promise<number[]> {
  const isMeant = (value: string, documentId: string) =>
    (!documentIds || documentIds.has(documentId)) && references.some((reference) => overlaps(value, reference));
  const stored = await readReferences(db, reader, references.flatMap(booksOf), references);
  const found = stored.filter(({ canonical, documentId }) => isMeant(canonical, documentId)).map(({ passageId }) => passageId);
  const own = shelves.find((shelf) => shelf.own);
  const rows = own ? await unprocessed(db, reader, own.searched, references) : [];
  for (const { passageId, documentId, heading, text, language } of rows) {
    const cited = findReferences(`${heading ?? ""}\n${text}`, language === null ? {} : { language });
    if (cited.some(({ value }) => isMeant(value, documentId))) found.push(passageId);
  }
  return [...new Set(found)];
}

async function unprocessed(db: Db, reader: OwnerScope, searched: SearchScope, references: readonly string[]): Promise<FoundRow[]> {
  const candidates = new Set<number>();
  for (const reference of references) for (const id of await mentioning(db, searched, reference)) candidates.add(id);
  const rows = await readPassages(db, reader, [...candidates].slice(0, mostRead));
  const processed = await readReferenced(db, [...new Set(rows.map((row) => row.documentId))]);
  return rows.filter((row) => !processed.has(row.documentId)).sort((x, y) => x.passageId - y.passageId);
}

/** Passages that hold a word that may name the reference's book and its chapter's number, or all words of an identifier. */
async function mentioning(db: Db, searched: SearchScope, reference: string): Promise<number[]> {
  const [book] = booksOf(reference);
  if (book === undefined)
    return together(
      await listsOf(
        db,
        searched,
        tokenise(reference, null).map((word) => [word]),
      ),
    );
  const letters = book.replace(/^\d/, "").toLowerCase();
  const names = (await readLexemes(db, searched.id, letters.slice(0, 1), 2, longestName))
    .map(({ lexeme }) => lexeme)
    .filter((lexeme) => lexeme.startsWith(letters.slice(0, 2)) || letters.startsWith(lexeme));
  const chapter = /\.(\d+)/.exec(reference)?.[1];
  if (chapter === undefined) return together(await listsOf(db, searched, [names]));
  const numbers = (await readLexemes(db, searched.id, chapter.slice(0, 1), 1, longestName))
    .map(({ lexeme }) => lexeme)
    .filter((lexeme) => lexeme === chapter || lexeme.startsWith(`${chapter}.`));
  return together(await listsOf(db, searched, [names, numbers]));
}

/** For each group of alternatives the passages that hold one of them. */
async function listsOf(db: Db, searched: SearchScope, groups: readonly (readonly string[])[]): Promise<Set<number>[]> {
  const lists = await readIndex(db, searched, [...new Set(groups.flat())], true);
  return groups.map((group) => new Set(group.flatMap((lexeme) => Array.from(lists.get(lexeme)?.passages ?? []))));
}

function together(groups: readonly ReadonlySet<number>[]): number[] {
  const [first, ...others] = groups;
  return first ? [...first].filter((id) => others.every((group) => group.has(id))) : [];
}
