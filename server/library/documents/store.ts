// Rows of documents. Every query is bound to an owner, except the sweep's.
import { and, desc, eq, getTableColumns, inArray, lt, or, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";
import type { DocumentKind, DocumentMetadata } from "./schema";

export type DocumentRow = typeof documents.$inferSelect;
/** A row without its text, which may be long. */
export type DocumentSummaryRow = Omit<DocumentRow, "text">;

const { text: _text, ...summary } = getTableColumns(documents);
const owned = (scope: OwnerScope, id: string) => and(eq(documents.ownerId, scope.ownerId), eq(documents.id, id));
/** What a person may read: their own documents, and what others share with everybody. Whatever changes a row asks `owned`. */
const visible = (scope: OwnerScope) => or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace"));

/** False when the owner has a document of these bytes already. */
export async function insertDocument(tx: Tx, row: typeof documents.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(documents).values(row).onConflictDoNothing().returning({ id: documents.id });
  return inserted.length > 0;
}

export async function findByHash(db: Queryable, scope: OwnerScope, hash: string): Promise<DocumentSummaryRow | null> {
  const [row] = await db
    .select(summary)
    .from(documents)
    .where(and(eq(documents.ownerId, scope.ownerId), eq(documents.hash, hash)));
  return row ?? null;
}

export async function countDocuments(db: Queryable, scope: OwnerScope): Promise<number> {
  return db.$count(documents, eq(documents.ownerId, scope.ownerId));
}

/** A document of these bytes that somebody shares with everybody. */
export async function findSharedByHash(db: Queryable, hash: string): Promise<DocumentSummaryRow | null> {
  const [row] = await db
    .select(summary)
    .from(documents)
    .where(and(eq(documents.visibility, "workspace"), eq(documents.hash, hash)))
    .orderBy(documents.id)
    .limit(1);
  return row ?? null;
}

/** Puts a failed document back in the queue; false when it was not failed. */
export async function requeueFailed(tx: Tx, scope: OwnerScope, id: string): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({ status: "queued", error: null, text: null, textHash: null })
    .where(and(owned(scope, id), eq(documents.status, "failed")))
    .returning({ id: documents.id });
  return rows.length > 0;
}

export async function readDocument(db: Queryable, scope: OwnerScope, id: string): Promise<DocumentRow | null> {
  const [row] = await db
    .select()
    .from(documents)
    .where(and(visible(scope), eq(documents.id, id)));
  return row ?? null;
}

export async function readSummary(db: Queryable, scope: OwnerScope, id: string): Promise<DocumentSummaryRow | null> {
  const [row] = await db
    .select(summary)
    .from(documents)
    .where(and(visible(scope), eq(documents.id, id)));
  return row ?? null;
}

export async function readMany(db: Queryable, scope: OwnerScope, ids: readonly string[]): Promise<DocumentRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(documents)
    .where(and(visible(scope), eq(documents.status, "ready"), inArray(documents.id, [...ids])));
}

/** Names, hashes and identities of everything the owner has: what `copy_of` may point at. */
export async function readNames(db: Queryable, scope: OwnerScope): Promise<{ fileName: string; hash: string; identity: string | null }[]> {
  return db
    .select({ fileName: documents.fileName, hash: documents.hash, identity: sql<string | null>`${documents.metadata}->>'identity'` })
    .from(documents)
    .where(eq(documents.ownerId, scope.ownerId));
}

export type ListedPage = {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly collection?: string | undefined;
};

/** Documents that the person may read, newest first. */
export async function listRows(db: Queryable, scope: OwnerScope, page: ListedPage): Promise<DocumentSummaryRow[]> {
  return db
    .select(summary)
    .from(documents)
    .where(
      and(
        visible(scope),
        page.before ? lt(documents.id, page.before) : undefined,
        page.kind ? eq(sql`coalesce(${documents.kind}, 'general')`, page.kind) : undefined,
        // Shelves are their owner's alone.
        page.collection ? and(eq(documents.ownerId, scope.ownerId), eq(documents.collection, page.collection)) : undefined,
      ),
    )
    .orderBy(desc(documents.id))
    .limit(page.limit);
}

export async function countByStatus(
  db: Queryable,
  scope: OwnerScope,
): Promise<{ status: DocumentRow["status"]; documents: number; passages: number; examples: number }[]> {
  return db
    .select({
      status: documents.status,
      documents: sql<number>`count(*)::int`,
      passages: sql<number>`coalesce(sum(${documents.passageCount}), 0)::int`,
      examples: sql<number>`count(*) filter (where ${documents.isExample})::int`,
    })
    .from(documents)
    .where(eq(documents.ownerId, scope.ownerId))
    .groupBy(documents.status);
}

/**
 * Claims a document for processing: for the first time, again (whoever claimed it before may have died), or not at all, as it has ended or is gone.
 */
export async function markProcessing(tx: Tx, scope: OwnerScope, id: string): Promise<"started" | "resumed" | "nothing"> {
  const of = (status: "queued" | "processing") => and(owned(scope, id), eq(documents.status, status));
  const started = await tx.update(documents).set({ status: "processing", error: null }).where(of("queued")).returning({ id: documents.id });
  if (started.length > 0) return "started";
  const [running] = await tx.select({ id: documents.id }).from(documents).where(of("processing"));
  return running ? "resumed" : "nothing";
}

/** What reading a file gives. */
export type ExtractedColumns = {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly kindReason: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly textHash: string;
  readonly pages: number | null;
  readonly pageStarts: number[] | null;
  readonly layout: DocumentRow["layout"];
  readonly metadata: DocumentMetadata;
  readonly warnings: string[];
};

/** Keeps the text of a document in hand; false when it ended or is gone. A kind that its owner chose stays. */
export async function markExtracted(tx: Tx, scope: OwnerScope, id: string, { kind, kindReason, ...read }: ExtractedColumns): Promise<boolean> {
  const chosen = sql`${documents.kind} is not null and ${documents.kindReason} is null`;
  const rows = await tx
    .update(documents)
    .set({
      ...read,
      kind: sql`case when ${chosen} then ${documents.kind} else ${kind} end`,
      kindReason: sql`case when ${chosen} then null else ${kindReason}::text end`,
    })
    .where(and(owned(scope, id), eq(documents.status, "processing")))
    .returning({ id: documents.id });
  return rows.length > 0;
}

export type Ready = { readonly passageCount: number; readonly readyAt: Date };

/** Writes the result once: false when another run did so first or the document is gone. */
export async function markReady(tx: Tx, scope: OwnerScope, id: string, ready: Ready): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({ ...ready, status: "ready", error: null })
    .where(and(owned(scope, id), eq(documents.status, "processing")))
    .returning({ id: documents.id });
  return rows.length > 0;
}

export async function markFailed(tx: Tx, scope: OwnerScope, id: string, error: string): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({ status: "failed", error })
    .where(and(owned(scope, id), inArray(documents.status, ["queued", "processing"])))
    .returning({ id: documents.id });
  return rows.length > 0;
}

/** Locks the row until the transaction ends. */
export async function lockDocument(tx: Tx, scope: OwnerScope, id: string): Promise<DocumentSummaryRow | null> {
  const [row] = await tx.select(summary).from(documents).where(owned(scope, id)).for("update");
  return row ?? null;
}

export async function removeDocument(tx: Tx, scope: OwnerScope, id: string): Promise<void> {
  await tx.delete(documents).where(owned(scope, id));
}

export type ChangedColumns = Partial<Pick<typeof documents.$inferInsert, "kind" | "kindReason" | "collection" | "visibility">>;

export async function writeChange(tx: Tx, scope: OwnerScope, id: string, columns: ChangedColumns): Promise<void> {
  if (Object.keys(columns).length > 0) await tx.update(documents).set(columns).where(owned(scope, id));
}

export async function writeMetadata(tx: Tx, scope: OwnerScope, id: string, metadata: DocumentMetadata): Promise<void> {
  await tx.update(documents).set({ metadata }).where(owned(scope, id));
}

/** Makes whoever adds a file of these bytes and whoever lets go of it wait for each other until the transaction ends. */
export async function lockHash(tx: Tx, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file:${hash}`}, 0))`);
}

/** Whether any owner still has a document of these bytes. */
export async function isHashUsed(db: Queryable, hash: string): Promise<boolean> {
  const [row] = await db.select({ id: documents.id }).from(documents).where(eq(documents.hash, hash)).limit(1);
  return row !== undefined;
}

/** Documents of all owners that have waited since before `before`: their event or their worker was lost. */
export async function readStuck(db: Queryable, before: Date, limit: number): Promise<{ id: string; ownerId: string }[]> {
  return db
    .select({ id: documents.id, ownerId: documents.ownerId })
    .from(documents)
    .where(and(inArray(documents.status, ["queued", "processing"]), lt(documents.createdAt, before)))
    .orderBy(documents.createdAt)
    .limit(limit);
}

export async function readStatuses(db: Queryable, scope: OwnerScope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: documents.id, fileName: documents.fileName, status: documents.status, error: documents.error })
    .from(documents)
    .where(and(eq(documents.ownerId, scope.ownerId), inArray(documents.id, [...ids])));
}
