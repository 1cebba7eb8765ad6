// Postings of one owner. Writers hold the scope row's lock, so that lists are appended to in the order of passage ids.
import { eq, sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { passages, searchScopes } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";
import type { SealedBlock } from "./core/index-terms";
import { sealAt } from "./core/posting-list";

export type SearchScope = {
  readonly id: number;
  readonly passageCount: number;
  readonly sumLength: number;
  readonly languages: Readonly<Record<string, number>>;
};

const columns = {
  id: searchScopes.id,
  passageCount: searchScopes.passageCount,
  sumLength: searchScopes.sumLength,
  languages: searchScopes.languages,
};

/** Makes the owner's scope when missing and locks it until the transaction ends. */
export async function lockSearchScope(tx: Tx, scope: OwnerScope): Promise<SearchScope> {
  await tx.insert(searchScopes).values({ ownerId: scope.ownerId }).onConflictDoNothing();
  const [row] = await tx.select(columns).from(searchScopes).where(eq(searchScopes.ownerId, scope.ownerId)).for("update");
  if (!row) throw new Error("The search scope that was just made is not there.");
  return row;
}

export async function readSearchScope(db: Queryable, scope: OwnerScope): Promise<SearchScope | null> {
  const [row] = await db.select(columns).from(searchScopes).where(eq(searchScopes.ownerId, scope.ownerId));
  return row ?? null;
}

export async function writeSearchScope(tx: Tx, scope: SearchScope): Promise<void> {
  const { id, ...values } = scope;
  await tx.update(searchScopes).set(values).where(eq(searchScopes.id, id));
}

/** One statement's worth: more would only make a longer parameter. */
const lexemesPerStatement = 4_000;
/** Appends packed lists, `[lexeme, hex]`, to the open blocks, and seals those that are full under `lastId`, the newest passage's id. */
export async function appendPostings(tx: Tx, scopeId: number, lists: readonly (readonly [string, string])[], lastId: number): Promise<void> {
  for (let at = 0; at < lists.length; at += lexemesPerStatement) {
    const part = lists.slice(at, at + lexemesPerStatement);
    const full = rowsOf<{ lexeme: string }>(
      await tx.execute(sql`
        with appended as (
          insert into posting as p (scope_id, lexeme, block, df, data)
          select ${scopeId}::int, lexeme, 0, length(list) / 14, decode(list, 'hex')
          from unnest(string_to_array(${part.map(([lexeme]) => lexeme).join("\n")}, E'\n'), string_to_array(${part.map(([, list]) => list).join("\n")}, E'\n'))
            as given (lexeme, list)
          on conflict (scope_id, lexeme, block) do update set df = p.df + excluded.df, data = p.data || excluded.data
          returning lexeme, df
        )
        select lexeme from appended where df >= ${sealAt}`),
    );
    if (full.length === 0) continue;
    await tx.execute(sql`
      update posting set block = ${lastId} where scope_id = ${scopeId} and block = 0
      and lexeme = any(string_to_array(${full.map((row) => row.lexeme).join("\n")}, E'\n'))`);
  }
}

/** Stores blocks that are full from the start. */
export async function insertSealed(tx: Tx, scopeId: number, blocks: readonly SealedBlock[]): Promise<void> {
  for (let at = 0; at < blocks.length; at += lexemesPerStatement) {
    await tx.execute(sql`
      insert into posting (scope_id, lexeme, block, df, data)
      select ${scopeId}::int, lexeme, block, length(list) / 14, decode(list, 'hex') from ${unnested(blocks.slice(at, at + lexemesPerStatement))}`);
  }
}

function unnested(blocks: readonly SealedBlock[]) {
  return sql`unnest(string_to_array(${blocks.map((b) => b.lexeme).join("\n")}, E'\n'),
    string_to_array(${blocks.map((b) => b.block).join(",")}, ',')::int[], string_to_array(${blocks.map((b) => b.hex).join(",")}, ','))
    as given (lexeme, block, list)`;
}

export type Block = { readonly lexeme: string; readonly block: number; readonly packed: Uint8Array };

/** Blocks of the lexemes that may hold postings of passages from `firstId` on. */
export async function readBlocks(tx: Tx, scopeId: number, lexemes: readonly string[], firstId: number): Promise<Block[]> {
  const rows = rowsOf<{ lexeme: string; block: number; data: string }>(
    await tx.execute(sql`
      select lexeme, block, encode(data, 'hex') as data from posting
      where scope_id = ${scopeId} and lexeme = any(string_to_array(${lexemes.join("\n")}, E'\n')) and (block = 0 or block >= ${firstId})`),
  );
  return rows.map(({ lexeme, block, data }) => ({ lexeme, block, packed: Buffer.from(data, "hex") }));
}

/** Replaces blocks; empty ones are removed. */
export async function replaceBlocks(tx: Tx, scopeId: number, blocks: readonly SealedBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  const given = unnested(blocks);
  await tx.execute(sql`
    update posting p set df = length(list) / 14, data = decode(list, 'hex') from ${given}
    where p.scope_id = ${scopeId} and p.lexeme = given.lexeme and p.block = given.block`);
  await tx.execute(sql`
    delete from posting p using ${given}
    where p.scope_id = ${scopeId} and p.lexeme = given.lexeme and p.block = given.block and p.df = 0`);
}

/** Whole lists by lexeme. Lists longer than `mostPostings` are left out: such words tell passages apart too little for their cost. */
export async function readLists(db: Queryable, scopeId: number, lexemes: readonly string[], mostPostings: number) {
  const rows = rowsOf<{ lexeme: string; df: number; data: string }>(
    await db.execute(sql`
      select lexeme, sum(df)::int as df, encode(string_agg(data, ''::bytea), 'base64') as data from posting
      where scope_id = ${scopeId} and lexeme = any(string_to_array(${lexemes.join("\n")}, E'\n'))
      group by lexeme having sum(df) <= ${mostPostings}`),
  );
  return new Map(rows.map(({ lexeme, df, data }) => [lexeme, { df, packed: Buffer.from(data, "base64") }]));
}

/** Documents and their passage ids' ranges: within an owner's lists a document's ids stand together. */
export async function readPassageRanges(
  db: Queryable,
  scope: OwnerScope,
  documentIds: readonly string[],
): Promise<{ first: number; last: number }[]> {
  return rowsOf<{ first: number; last: number }>(
    await db.execute(sql`
      select min(p.id) as first, max(p.id) as last from passage p join document d on d.id = p.document_id
      where d.owner_id = ${scope.ownerId} and d.id = any(string_to_array(${documentIds.join(",")}, ',')) group by d.id`),
  ).map(({ first, last }) => ({ first: Number(first), last: Number(last) }));
}

/**
 * Rows of passages with their documents. The passages are fetched first: without statistics, which a young embedded
 * database has none of, a planner would go through every document of the owner instead.
 */
export async function readPassages(db: Queryable, scope: OwnerScope, ids: readonly number[]): Promise<FoundRow[]> {
  return rowsOf<FoundRow>(
    await db.execute(sql`
      with chosen as materialized (select * from passage where id = any(string_to_array(${ids.join(",")}, ',')::int[]))
      select c.id as "passageId", c.document_id as "documentId", d.title as "documentTitle", c.ordinal, c.start_offset as start, c.end_offset as "end",
        c.page, c.heading, c.text
      from chosen c join document d on d.id = c.document_id where d.owner_id = ${scope.ownerId} and d.status = 'ready'`),
  );
}

/** Which document each passage belongs to. Ids come from the owner's own lists. */
export async function readPassageDocuments(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .select({ id: passages.id, documentId: passages.documentId })
    .from(passages)
    .where(sql`${passages.id} = any(string_to_array(${ids.join(",")}, ',')::int[])`);
  return new Map(rows.map((row) => [row.id, row.documentId]));
}

export type FoundRow = {
  readonly passageId: number;
  readonly documentId: string;
  readonly documentTitle: string | null;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly text: string;
};
