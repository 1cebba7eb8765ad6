import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { documentReferences, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

/** Where the owner's biblical documents name these places of scripture themselves, in the order of document and text. */
export async function versesNamed(db: Queryable, scope: OwnerScope, besides: string, canonicals: readonly string[]) {
  if (canonicals.length === 0) return [];
  return db
    .select({
      canonical: documentReferences.canonical,
      documentId: documents.id,
      title: documents.title,
      start: documentReferences.startOffset,
      end: documentReferences.endOffset,
    })
    .from(documentReferences)
    .innerJoin(documents, eq(documents.id, documentReferences.documentId))
    .where(
      and(
        eq(documents.ownerId, scope.ownerId),
        eq(documents.kind, "biblical"),
        eq(documents.status, "ready"),
        ne(documents.id, besides),
        eq(documentReferences.scheme, "scripture"),
        inArray(documentReferences.canonical, [...canonicals]),
      ),
    )
    .orderBy(asc(documents.id), asc(documentReferences.startOffset));
}
