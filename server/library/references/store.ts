import { and, asc, eq, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { documentReferences, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

export type ReferenceRow = Omit<typeof documentReferences.$inferInsert, "id">;

export async function deleteReferences(db: Queryable, documentId: string): Promise<void> {
  await db.delete(documentReferences).where(eq(documentReferences.documentId, documentId));
}

/** Adds references; those that are there already stay as they are. */
export async function insertReferences(db: Queryable, rows: readonly ReferenceRow[]): Promise<void> {
  await db
    .insert(documentReferences)
    .values([...rows])
    .onConflictDoNothing();
}

/** References of one of the owner's documents in the order of its text. */
export async function readReferencesOf(db: Queryable, scope: OwnerScope, documentId: string) {
  return db
    .select({
      scheme: documentReferences.scheme,
      canonical: documentReferences.canonical,
      passageId: documentReferences.passageId,
      start: documentReferences.startOffset,
      end: documentReferences.endOffset,
    })
    .from(documentReferences)
    .innerJoin(documents, eq(documents.id, documentReferences.documentId))
    .where(and(or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace")), eq(documentReferences.documentId, documentId)))
    .orderBy(asc(documentReferences.startOffset));
}
