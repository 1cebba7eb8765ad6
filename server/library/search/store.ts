// Postings of one owner. Writers hold the scope row's lock, so that lists are appended to in the order of passage ids.
import { eq, sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { searchScopes } from "@/db/schema/library";
import { type OwnerScope, ownerScope } from "@/server/platform/context";
import type { SealedBlock } from "./core/index-terms";
import { sealAt } from "./core/posting-list";

export type SearchScope = {
  readonly id: number;
  readonly passageCount: number;
  readonly sumLength: number;
  readonly languages: Readonly<Record<string, number>>;
  /** Counts the changes; what was remembered of another version is not true of this one. */
  readonly version: number;
};

const columns = {
  id: searchScopes.id,
  passageCount: searchScopes.passageCount,
  sumLength: searchScopes.sumLength,
  languages: searchScopes.languages,
  version: searchScopes.version,
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

/**
 * An index that is searched for somebody; `own` is false for that of another, of whose documents only those count that are shared. `state` names what the
 * index and its sharing are like now: what was remembered of another state is no longer true.
 */
export type Shelf = { readonly owner: OwnerScope; readonly searched: SearchScope; readonly own: boolean; readonly state: string };

/** The reader's own index and those of others who share documents with everybody. */
export async function readShelves(db: Queryable, reader: OwnerScope): Promise<Shelf[]> {
  const isOwn = sql`${searchScopes.ownerId} = ${reader.ownerId}`;
  const shared = sql`(select md5(string_agg(d.id, ',' order by d.id)) from document d where d.owner_id = ${searchScopes.ownerId} and d.visibility = 'workspace')`;
  const rows = await db
    .select({ ...columns, ownerId: searchScopes.ownerId, sharing: sql<string | null>`case when ${isOwn} then null else ${shared} end` })
    .from(searchScopes)
    .where(
      sql`(${isOwn} or ${searchScopes.ownerId} in (select owner_id from document where visibility = 'workspace')) and ${searchScopes.passageCount} > 0`,
    )
    .orderBy(searchScopes.id);
  return rows.map(({ ownerId, sharing, ...searched }) => ({
    owner: ownerScope(ownerId),
    searched,
    own: ownerId === reader.ownerId,
    state: `${searched.version}:${sharing ?? ""}`,
  }));
}

export async function writeSearchScope(tx: Tx, scope: SearchScope): Promise<void> {
  const { id, ...values } = scope;
  await tx.update(searchScopes).set(values).where(eq(searchScopes.id, id));
}

/** Writes how long the document is that passages are of. */
export async function writeSearchLength(tx: Tx, passageIds: readonly number[], length: number): Promise<void> {
  const [first] = passageIds;
  if (first === undefined) return;
  await tx.execute(sql`update document set search_length = ${length} where id = (select document_id from passage where id = ${first})`);
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

/** Whole lists by lexeme, in the order of passages. Lists longer than `mostPostings` are left out and told apart from words that are not there. */
export async function readLists(db: Queryable, scopeId: number, lexemes: readonly string[], mostPostings: number) {
  const rows = rowsOf<{ lexeme: string; data: string | null }>(
    await db.execute(sql`
      select lexeme, case when sum(df) <= ${mostPostings} then encode(string_agg(data, ''::bytea order by block = 0, block), 'base64') end as data
      from posting where scope_id = ${scopeId} and lexeme = any(string_to_array(${lexemes.join("\n")}, E'\n'))
      group by lexeme`),
  );
  return rows.map(({ lexeme, data }) => ({ lexeme, packed: data === null ? null : Buffer.from(data, "base64") }));
}

/** Lexemes that begin with a letter and have a length, with how many passages hold them. */
export async function readLexemes(db: Queryable, scopeId: number, letter: string, shortest: number, longest: number) {
  return rowsOf<{ lexeme: string; df: number }>(
    await db.execute(sql`
      select lexeme, sum(df)::int as df from posting
      where scope_id = ${scopeId} and left(lexeme, 1) = ${letter} and length(lexeme) between ${shortest} and ${longest}
      group by lexeme`),
  );
}

/** Says that something about an owner's passages has changed that is not their words. */
export async function touchSearchScope(tx: Tx, scope: OwnerScope): Promise<void> {
  await tx
    .update(searchScopes)
    .set({ version: sql`${searchScopes.version} + 1` })
    .where(eq(searchScopes.ownerId, scope.ownerId));
}
