import { and, asc, desc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { passageVectors } from "@/db/schema/embeddings";
import { documents, passages } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

export type Unembedded = {
  readonly passageId: number;
  readonly text: string;
  readonly heading: string | null;
  readonly title: string | null;
};

export async function readOwner(db: Queryable, documentId: string): Promise<string | null> {
  const [row] = await db
    .select({ ownerId: documents.ownerId })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.status, "ready")));
  return row?.ownerId ?? null;
}

/** Passages of a document that have no vector of the model yet, in order. */
export async function readUnembedded(db: Queryable, documentId: string, model: string, limit: number): Promise<Unembedded[]> {
  return db
    .select({ passageId: passages.id, text: passages.text, heading: passages.heading, title: documents.title })
    .from(passages)
    .innerJoin(documents, eq(documents.id, passages.documentId))
    .where(
      and(
        eq(passages.documentId, documentId),
        sql`not exists (select 1 from passage_vector v where v.passage_id = ${passages.id} and v.model = ${model})`,
      ),
    )
    .orderBy(asc(passages.ordinal))
    .limit(limit);
}

export type NewVector = { readonly passageId: number; readonly dimension: number; readonly data: Uint8Array };

/** Stores vectors of passages that are still there, in place of those of any other model. */
export async function insertVectors(tx: Tx, owner: OwnerScope, documentId: string, model: string, vectors: readonly NewVector[]): Promise<number> {
  const ids = vectors.map((vector) => vector.passageId);
  const there = await tx
    .select({ id: passages.id })
    .from(passages)
    .where(and(eq(passages.documentId, documentId), inArray(passages.id, ids)));
  const known = new Set(there.map((row) => row.id));
  const rows = vectors.filter(({ passageId }) => known.has(passageId)).map((vector) => ({ ...vector, model, documentId, ownerId: owner.ownerId }));
  if (rows.length === 0) return 0;
  await tx.delete(passageVectors).where(and(inArray(passageVectors.passageId, ids), ne(passageVectors.model, model)));
  const stored = await tx.insert(passageVectors).values(rows).onConflictDoNothing().returning({ id: passageVectors.passageId });
  return stored.length;
}

/** A page of the owner's vectors of a model, by ascending passage. */
export async function readVectors(db: Queryable, owner: OwnerScope, model: string, after: number, limit: number) {
  return db
    .select({
      passageId: passageVectors.passageId,
      documentId: passageVectors.documentId,
      dimension: passageVectors.dimension,
      data: passageVectors.data,
    })
    .from(passageVectors)
    .where(and(eq(passageVectors.ownerId, owner.ownerId), eq(passageVectors.model, model), gt(passageVectors.passageId, after)))
    .orderBy(asc(passageVectors.passageId))
    .limit(limit);
}

/** Ready documents of all owners of which not every passage has a vector of the model: of each owner the newest, and no more than a share, so that nobody waits behind another. */
export async function readLacking(db: Queryable, model: string, limit: number): Promise<string[]> {
  return rowsOf<{ id: string }>(
    await db.execute(sql`
      select id from (
        select d.id, row_number() over (partition by d.owner_id order by d.id desc) as place from document d where d.status = 'ready'
          and d.passage_count > (select count(*) from passage_vector v where v.document_id = d.id and v.model = ${model})
      ) lacking order by place, id desc limit ${limit}`),
  ).map((row) => row.id);
}

/** Vectors of a dimension that a table keyed like theirs does not have yet. */
export async function readUncopied(db: Queryable, table: SQL, dimension: number, limit: number) {
  return db
    .select({
      passageId: passageVectors.passageId,
      model: passageVectors.model,
      ownerId: passageVectors.ownerId,
      documentId: passageVectors.documentId,
      data: passageVectors.data,
    })
    .from(passageVectors)
    .where(
      and(
        eq(passageVectors.dimension, dimension),
        sql`not exists (select 1 from ${table} n where n.passage_id = ${passageVectors.passageId} and n.model = ${passageVectors.model})`,
      ),
    )
    .orderBy(asc(passageVectors.passageId))
    .limit(limit);
}

/** The dimension of the owner's vectors of a model, of the newest passage's where they differ; null where there are none. */
export async function readDimension(db: Queryable, owner: OwnerScope, model: string): Promise<number | null> {
  const [row] = await db
    .select({ dimension: passageVectors.dimension })
    .from(passageVectors)
    .where(and(eq(passageVectors.ownerId, owner.ownerId), eq(passageVectors.model, model)))
    .orderBy(desc(passageVectors.passageId))
    .limit(1);
  return row?.dimension ?? null;
}
