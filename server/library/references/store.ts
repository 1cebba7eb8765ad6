import { and, asc, eq, or } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { documentReferences, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

export type ReferenceRow = Omit<typeof documentReferences.$inferInsert, "id">;

const rowsPerInsert = 500;

/** Puts a document's references in the place of those it had. */
export async function replaceReferences(tx: Tx, documentId: string, rows: readonly ReferenceRow[]): Promise<void> {
  await tx.delete(documentReferences).where(eq(documentReferences.documentId, documentId));
  for (let at = 0; at < rows.length; at += rowsPerInsert)
    await tx
      .insert(documentReferences)
      .values(rows.slice(at, at + rowsPerInsert))
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
