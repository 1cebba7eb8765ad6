import { setImmediate as immediately } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Db } from "@/db/client";
import { cache, cacheKey } from "@/server/platform/cache";
import type { OwnerScope } from "@/server/platform/context";
import { embeddingModel } from "@/server/platform/embeddings";
import { noSpread, standingOut, together } from "./core/standing-out";
import { type Matrix, type Near, nearest, unpackVector } from "./core/vectors";
import { type EmbedCtx, embedPaid } from "./embed-paid";
import { nearnessOf, readNearest } from "./nearness-store";
import { readDimension, readVectors } from "./store";

export type NearestPassages =
  | {
      /** For each query the passages nearest to it, nearest first. */
      readonly arms: readonly (readonly number[])[];
      /** Those that stand out of the library for one of the queries. */
      readonly near: ReadonlySet<number>;
      readonly problem?: undefined;
    }
  /** Why meanings were not compared, one sentence. */
  | { readonly problem: string; readonly arms?: undefined; readonly near?: undefined };

/** Bytes of vectors of one database that are kept in this process. */
const mostKept = 256 * 1024 * 1024;
const vectorsPerRead = 1_000;
/** A question keeps its vector for as long as people page through its answers. */
const queryTtlMs = 60 * 60_000;

const keptBy = new WeakMap<Db, LRUCache<string, Matrix>>();

/** Whose vectors are compared, as they are in a version of their index; of which documents, null for all. */
export type VectorShelf = { readonly owner: OwnerScope; readonly version: number; readonly documentIds: ReadonlySet<string> | null };

/**
 * The passages whose meaning is nearest to each query's; null where no model is set. By the database's own index where it has pgvector; elsewhere every
 * vector is compared, which is exact and fast enough for what one process keeps. `reader` pays for the queries' vectors.
 */
export async function nearestPassages(
  ctx: EmbedCtx,
  reader: OwnerScope,
  shelves: readonly VectorShelf[],
  queries: readonly string[],
  limit: number,
): Promise<NearestPassages | null> {
  const model = embeddingModel();
  if (model === null) return null;
  const known: { readonly shelf: VectorShelf; readonly dimension: number }[] = [];
  for (const shelf of shelves) {
    const dimension = await readDimension(ctx.db, shelf.owner, model);
    if (dimension !== null) known.push({ shelf, dimension });
  }
  if (known.length === 0) return { problem: "Words alone were compared: the passages have no vectors of the embedding model yet." };
  const vectors = await queryVectors(ctx, reader, model, queries);
  if (typeof vectors === "string") return { problem: `Words alone were compared: ${vectors}` };
  const alike = known.filter(({ dimension }) => dimension === vectors[0]?.length);
  if (alike.length === 0)
    return { problem: "Words alone were compared: the embedding model's vectors have another dimension than those that are stored." };
  const arms: number[][] = [];
  const near = new Set<number>();
  for (const vector of vectors) {
    const found: Near[] = [];
    let spread = noSpread;
    for (const { shelf } of alike) {
      // Going through all vectors takes its time; who else waits gets a turn between two questions.
      await immediately();
      const own = await nearestOf(ctx.db, shelf, model, vector, limit);
      found.push(...own.near);
      spread = together(spread, own.spread);
    }
    found.sort((x, y) => y.cosine - x.cosine || x.passageId - y.passageId);
    arms.push(found.slice(0, limit).map(({ passageId }) => passageId));
    for (const { passageId } of standingOut(found, spread)) near.add(passageId);
  }
  return { arms, near };
}

async function nearestOf(db: Db, { owner, version, documentIds }: VectorShelf, model: string, to: Float32Array, limit: number) {
  const nearness = await nearnessOf(db, to.length);
  if (nearness) return readNearest(db, nearness, owner, model, to, documentIds, limit);
  return nearest(await readMatrix(db, owner, model, version), to, limit, documentIds);
}

const vectorSchema = z.array(z.number()).min(1);

/** One vector for each query, all of one dimension, or why there are none. Those that were asked for lately are not asked for again. */
async function queryVectors(ctx: EmbedCtx, reader: OwnerScope, model: string, queries: readonly string[]): Promise<Float32Array[] | string> {
  const kept = await cache();
  const known = new Map<string, Float32Array>();
  for (const query of queries) {
    const vector = vectorSchema.safeParse(await kept.get(keyOf(model, query)));
    if (vector.success) known.set(query, Float32Array.from(vector.data));
  }
  const missing = [...new Set(queries)].filter((query) => !known.has(query));
  if (missing.length > 0) {
    const { vectors, error } = await embedPaid(ctx, reader, missing, "query");
    if (error) return error.kind === "cap" ? `Meanings were skipped: ${error.message}.` : error.message;
    for (const [i, query] of missing.entries()) {
      const vector = vectors[i];
      if (!vector) return "The embedding model gave no vector.";
      known.set(query, vector);
      await kept.set(keyOf(model, query), Array.from(vector), { ttlMs: queryTtlMs });
    }
  }
  const vectors = queries.flatMap((query) => known.get(query) ?? []);
  return vectors.every(({ length }) => length === vectors[0]?.length) ? vectors : "The embedding model gave vectors of different dimensions.";
}

const keyOf = (model: string, query: string): string => cacheKey("query-vector", [model, query]);

async function readMatrix(db: Db, owner: OwnerScope, model: string, version: number): Promise<Matrix> {
  const kept = keptBy.get(db) ?? new LRUCache<string, Matrix>({ maxSize: mostKept, sizeCalculation: ({ values }) => values.byteLength + 1 });
  keptBy.set(db, kept);
  const key = JSON.stringify([owner.ownerId, model, version]);
  const known = kept.get(key);
  if (known) return known;
  const matrix = await loadMatrix(db, owner, model);
  kept.set(key, matrix);
  return matrix;
}

/** Rows of the dimension that the newest row has: a model that changed its dimension is embedded anew. */
async function loadMatrix(db: Db, owner: OwnerScope, model: string): Promise<Matrix> {
  const rows: Awaited<ReturnType<typeof readVectors>> = [];
  for (let after = -1; ; ) {
    const page = await readVectors(db, owner, model, after, vectorsPerRead);
    rows.push(...page);
    if (page.length < vectorsPerRead) break;
    after = page.at(-1)?.passageId ?? after;
  }
  const dimension = rows.at(-1)?.dimension ?? 0;
  const alike = rows.filter((row) => row.dimension === dimension);
  const documentIds = [...new Set(alike.map((row) => row.documentId))];
  const indexOf = new Map(documentIds.map((id, i) => [id, i]));
  const values = new Float32Array(alike.length * dimension);
  for (const [i, row] of alike.entries()) unpackVector(row.data, values, i * dimension);
  return {
    dimension,
    documentIds,
    passages: Uint32Array.from(alike, (row) => row.passageId),
    documents: Uint32Array.from(alike, (row) => indexOf.get(row.documentId) ?? 0),
    values,
  };
}
