import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Db } from "@/db/client";
import { cache, cacheKey } from "@/server/platform/cache";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { embeddingModel, embedTexts } from "@/server/platform/embeddings";
import { type Matrix, type Near, nearest, unpackVector } from "./core/vectors";
import { nearnessOf, readNearest } from "./nearness-store";
import { readDimension, readVectors } from "./store";

export type NearestPassages =
  | { readonly passages: readonly number[]; readonly problem?: undefined }
  /** Why meanings were not compared, one sentence. */
  | { readonly problem: string; readonly passages?: undefined };

/** Bytes of vectors of one database that are kept in this process. */
const mostKept = 256 * 1024 * 1024;
const vectorsPerRead = 1_000;
/** A question keeps its vector for as long as people page through its answers. */
const queryTtlMs = 60 * 60_000;

const keptBy = new WeakMap<Db, LRUCache<string, Matrix>>();

/** Whose vectors are compared, as they are in a version of their index; of which documents, null for all. */
export type VectorShelf = { readonly owner: OwnerScope; readonly version: number; readonly documentIds: ReadonlySet<string> | null };

/**
 * The passages whose meaning is nearest to a query's, nearest first; null where no model is set. By the database's own index where it has pgvector; elsewhere
 * every vector is compared, which is exact and fast enough for what one process keeps.
 */
export async function nearestPassages(
  ctx: Pick<Ctx, "db" | "log" | "signal">,
  shelves: readonly VectorShelf[],
  query: string,
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
  const asked = await queryVector(ctx, model, query);
  if (typeof asked === "string") return { problem: `Words alone were compared: ${asked}` };
  const alike = known.filter(({ dimension }) => dimension === asked.length);
  if (alike.length === 0)
    return { problem: "Words alone were compared: the embedding model's vectors have another dimension than those that are stored." };
  const near: Near[] = [];
  for (const { shelf } of alike) near.push(...(await nearestOf(ctx.db, shelf, model, asked, limit)));
  near.sort((x, y) => y.cosine - x.cosine || x.passageId - y.passageId);
  return { passages: near.slice(0, limit).map(({ passageId }) => passageId) };
}

async function nearestOf(db: Db, { owner, version, documentIds }: VectorShelf, model: string, to: Float32Array, limit: number): Promise<Near[]> {
  const nearness = await nearnessOf(db, to.length);
  if (nearness) return readNearest(db, nearness, owner, model, to, documentIds, limit);
  return nearest(await readMatrix(db, owner, model, version), to, limit, documentIds);
}

const vectorSchema = z.array(z.number()).min(1);

/** The query's vector, or why there is none. */
async function queryVector(ctx: Pick<Ctx, "log" | "signal">, model: string, query: string): Promise<Float32Array | string> {
  const kept = await cache();
  const key = cacheKey("query-vector", [model, query]);
  const known = vectorSchema.safeParse(await kept.get(key));
  if (known.success) return Float32Array.from(known.data);
  const { vectors, error } = await embedTexts(ctx, [query], "query");
  if (error) return error.message;
  const [vector] = vectors;
  if (!vector) return "The embedding model gave no vector.";
  await kept.set(key, Array.from(vector), { ttlMs: queryTtlMs });
  return vector;
}

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
