// Where the database has pgvector, a table beside the stored vectors with an index over them (HNSW, cosine by inner product). No migration knows of it, since
// they run without the extension too: it is made when it is first needed, and its rows go with the vectors they copy.
import { sql } from "drizzle-orm";
import { type Db, type Queryable, rowsOf } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import type { Spread } from "./core/standing-out";
import { type Near, unpackVector } from "./core/vectors";
import { readUncopied } from "./store";

/** The index takes no longer vectors. */
const longestDimension = 2_000;
const copiedAtATime = 500;
/** Vectors that tell how near a library's passages are to a question on the whole. */
const sampled = 500;
/** From this version on an index goes on until enough rows pass the filters. */
const iterates = /^(?:0\.(?:[89]|\d{2,})|[1-9])/;

export type Nearness = { readonly dimension: number; readonly iterative: boolean };

const known = new WeakMap<Db, Map<number, Promise<Nearness | null>>>();

/** The table for vectors of a dimension, made and filled where it is missing; null where the database cannot have one. */
export function nearnessOf(db: Db, dimension: number): Promise<Nearness | null> {
  const byDimension = known.get(db) ?? new Map<number, Promise<Nearness | null>>();
  known.set(db, byDimension);
  const asked = byDimension.get(dimension) ?? prepare(db, dimension);
  byDimension.set(dimension, asked);
  asked.catch(() => byDimension.delete(dimension));
  return asked;
}

async function prepare(db: Db, dimension: number): Promise<Nearness | null> {
  const [extension] = rowsOf<{ version: string }>(await db.execute(sql`select extversion as version from pg_extension where extname = 'vector'`));
  if (!extension || !Number.isInteger(dimension) || dimension < 1 || dimension > longestDimension) return null;
  const table = tableOf(dimension);
  await db.transaction(async (tx) => {
    // Two processes that start together make it one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`passage_nearness_${dimension}`}))`);
    await tx.execute(sql`
      create table if not exists ${table} (
        passage_id integer not null, model text not null, owner_id text not null, document_id text not null,
        embedding vector(${sql.raw(String(dimension))}) not null, primary key (passage_id, model),
        foreign key (passage_id, model) references passage_vector (passage_id, model) on delete cascade)`);
    await tx.execute(sql`create index if not exists ${indexOf(dimension)} on ${table} using hnsw (embedding vector_ip_ops)`);
  });
  const nearness = { dimension, iterative: iterates.test(extension.version) };
  while ((await copyMissing(db, nearness)) === copiedAtATime);
  return nearness;
}

/** Copies stored vectors that the table lacks; how many, at most 500. */
export async function copyMissing(db: Queryable, { dimension }: Nearness): Promise<number> {
  const table = tableOf(dimension);
  const rows = await readUncopied(db, table, dimension, copiedAtATime);
  for (const { passageId, model, ownerId, documentId, data } of rows) {
    const vector = new Float32Array(dimension);
    unpackVector(data, vector, 0);
    await db.execute(sql`
      insert into ${table} (passage_id, model, owner_id, document_id, embedding)
      values (${passageId}, ${model}, ${ownerId}, ${documentId}, ${literal(vector)}::vector) on conflict do nothing`);
  }
  return rows.length;
}

/** The owner's passages nearest to a vector, with their cosines, and how a part of all of them lies; `documentIds` null for all. */
export async function readNearest(
  db: Db,
  { dimension, iterative }: Nearness,
  owner: OwnerScope,
  model: string,
  to: Float32Array,
  documentIds: ReadonlySet<string> | null,
  limit: number,
): Promise<{ near: Near[]; spread: Spread }> {
  const among = documentIds ? sql`and document_id = any(string_to_array(${[...documentIds].join(",")}, ','))` : sql``;
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local hnsw.ef_search = 200`);
    if (iterative) await tx.execute(sql`set local hnsw.iterative_scan = strict_order`);
    const rows = rowsOf<{ passageId: number; cosine: number }>(
      await tx.execute(sql`
        select passage_id as "passageId", -(embedding <#> ${literal(to)}::vector) as cosine from ${tableOf(dimension)}
        where owner_id = ${owner.ownerId} and model = ${model} ${among}
        order by embedding <#> ${literal(to)}::vector limit ${limit}`),
    );
    const [spread] = rowsOf<{ count: number; sum: number | null; squares: number | null }>(
      await tx.execute(sql`
        select count(*)::int as count, sum(cosine) as sum, sum(cosine * cosine) as squares from (
          select -(embedding <#> ${literal(to)}::vector) as cosine from ${tableOf(dimension)}
          where owner_id = ${owner.ownerId} and model = ${model} ${among} limit ${sampled}) as sample`),
    );
    return {
      near: rows.map(({ passageId, cosine }) => ({ passageId, cosine: Number(cosine) })).filter(({ cosine }) => cosine > 0),
      spread: { count: spread?.count ?? 0, sum: Number(spread?.sum ?? 0), squares: Number(spread?.squares ?? 0) },
    };
  });
}

const tableOf = (dimension: number) => sql.raw(`passage_nearness_${dimension}`);
const indexOf = (dimension: number) => sql.raw(`passage_nearness_${dimension}_hnsw`);
const literal = (vector: Float32Array): string => `[${vector.join(",")}]`;
