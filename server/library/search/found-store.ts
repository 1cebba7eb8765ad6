// What is read of documents and passages to search them: where they lie, what filters ask about, and the rows that are shown.
import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import type { Stretch } from "./core/layout";

/** Where the passages of the owner's documents lie among all ids. */
export async function readStretches(db: Queryable, scope: OwnerScope): Promise<Stretch[]> {
  return rowsOf<{ documentId: string; first: number; last: number; characters: number }>(
    await db.execute(sql`
      select d.id as "documentId", min(p.id)::int as first, max(p.id)::int as last,
        sum(p.end_offset - p.start_offset)::int as characters
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
      select id as "documentId", kind, language, collection, metadata->>'date' as date from document
      where owner_id = ${scope.ownerId} and status = 'ready' order by id desc`),
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
      from chosen c join document d on d.id = c.document_id where d.owner_id = ${scope.ownerId} and d.status = 'ready'`),
  );
}

/** A pattern that finds a word anywhere; what has a meaning in patterns is taken literally. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

export async function readTitles(db: Queryable, scope: OwnerScope, words: readonly string[], limit: number) {
  return rowsOf<{ documentId: string; title: string | null; fileName: string }>(
    await db.execute(sql`
      select id as "documentId", title, file_name as "fileName" from document
      where owner_id = ${scope.ownerId} and ${sql.join(
        words.map((word) => sql`concat_ws(' ', title, file_name) ilike ${containing(word)}`),
        sql` and `,
      )}
      order by id desc limit ${limit}`),
  );
}
