// What is read of documents and passages to search them: where they lie, what filters ask about, and the rows that are shown.
import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import type { Stretch } from "./core/layout";

/** What a reader may see: their own documents, and what others share with everybody. Documents are `d`. */
const visibleTo = (reader: OwnerScope) => sql`(d.owner_id = ${reader.ownerId} or d.visibility = 'workspace')`;

/** Where the passages of the owner's documents lie among all ids. */
export async function readStretches(db: Queryable, scope: OwnerScope): Promise<Stretch[]> {
  return rowsOf<Stretch>(
    await db.execute(sql`
      select d.id as "documentId", min(p.id)::int as first, max(p.id)::int as last,
        sum(p.end_offset - p.start_offset)::int as characters, d.search_length as terms,
        d.visibility = 'workspace' as shared
      from document d join passage p on p.document_id = d.id where d.owner_id = ${scope.ownerId} and d.status = 'ready' group by d.id`),
  );
}

export type DocumentFacts = {
  readonly documentId: string;
  readonly kind: string | null;
  readonly language: string | null;
  readonly collection: string | null;
  readonly date: string | null;
};

export async function readDocumentFacts(db: Queryable, scope: OwnerScope): Promise<DocumentFacts[]> {
  return rowsOf<DocumentFacts>(
    await db.execute(sql`
      select d.id as "documentId", d.kind, d.language, case when d.owner_id = ${scope.ownerId} then d.collection end as collection,
        d.metadata->>'date' as date
      from document d where ${visibleTo(scope)} and d.status = 'ready' order by d.id desc`),
  );
}

export type FoundRow = {
  readonly passageId: number;
  readonly documentId: string;
  readonly documentTitle: string | null;
  readonly language: string | null;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly text: string;
};

/**
 * Rows of passages with their documents. The passages are fetched first: without statistics, which a young embedded
 * database has none of, a planner would go through every document of the owner instead.
 */
export async function readPassages(db: Queryable, scope: OwnerScope, ids: readonly number[]): Promise<FoundRow[]> {
  if (ids.length === 0) return [];
  return rowsOf<FoundRow>(
    await db.execute(sql`
      with chosen as materialized (select * from passage where id = any(string_to_array(${ids.join(",")}, ',')::int[]))
      select c.id as "passageId", c.document_id as "documentId", d.title as "documentTitle", d.language, c.ordinal, c.start_offset as start,
        c.end_offset as "end", c.page, c.heading, c.text
      from chosen c join document d on d.id = c.document_id where ${visibleTo(scope)} and d.status = 'ready'`),
  );
}

/** A pattern that finds a word anywhere; what has a meaning in patterns is taken literally. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

export async function readTitles(db: Queryable, scope: OwnerScope, words: readonly string[], limit: number) {
  return rowsOf<{ documentId: string; title: string | null; fileName: string }>(
    await db.execute(sql`
      select d.id as "documentId", d.title, d.file_name as "fileName" from document d
      where ${visibleTo(scope)} and ${sql.join(
        words.map((word) => sql`concat_ws(' ', d.title, d.file_name) ilike ${containing(word)}`),
        sql` and `,
      )}
      order by d.id desc limit ${limit}`),
  );
}

/** Stored references that have a scheme and a book or a value in common with what is asked, with the passages they stand in or stand over. */
export async function readReferences(db: Queryable, reader: OwnerScope, books: readonly string[], values: readonly string[]) {
  const patterns = books.flatMap((book) => [book, `${book}.%`]);
  return rowsOf<{ canonical: string; documentId: string; passageId: number }>(
    await db.execute(sql`
      select r.canonical, r.document_id as "documentId", p.id as "passageId"
      from document_reference r join document d on d.id = r.document_id
      join lateral (
        select own.id, own.ordinal from passage own where own.id = r.passage_id
        union all
        -- A heading stands in no passage: what it heads contains what it names.
        select under.id, under.ordinal from passage under
        where r.passage_id is null and under.document_id = r.document_id and under.heading = (
          select next.heading from passage next where next.document_id = r.document_id and next.start_offset >= r.start_offset order by next.ordinal limit 1)
      ) p on true
      where ${visibleTo(reader)} and d.status = 'ready' and (
        (r.scheme = 'scripture' and r.canonical like any(string_to_array(${patterns.join("\n")}, E'\n')))
        or r.canonical = any(string_to_array(${values.join("\n")}, E'\n')))
      order by d.id desc, p.ordinal`),
  );
}

/** Which of the documents have had their references looked for. */
export async function readReferenced(db: Queryable, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      select document_id as id from document_step
      where step = 'references' and status = 'done' and document_id = any(string_to_array(${documentIds.join(",")}, ','))`),
  );
  return new Set(rows.map((row) => row.id));
}
