import { and, asc, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { documentReferences, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

/** Where biblical documents that the owner may read name these places of scripture themselves: their own first, then those shared with everybody. */
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
        or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace")),
        eq(documents.kind, "biblical"),
        eq(documents.status, "ready"),
        ne(documents.id, besides),
        eq(documentReferences.scheme, "scripture"),
        inArray(documentReferences.canonical, [...canonicals]),
      ),
    )
    .orderBy(desc(sql`${documents.ownerId} = ${scope.ownerId}`), asc(documents.id), asc(documentReferences.startOffset));
}
