import { and, asc, eq, or } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { documents, documentThemes } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

export type Theme = { readonly phrase: string /** Comparable within one document only. */; readonly score: number };

export async function replaceThemes(tx: Tx, documentId: string, themes: readonly Theme[]): Promise<void> {
  await tx.delete(documentThemes).where(eq(documentThemes.documentId, documentId));
  if (themes.length > 0) await tx.insert(documentThemes).values(themes.map((theme, rank) => ({ documentId, rank, ...theme })));
}

/** Themes of one of the owner's documents, the most telling first. */
export async function readThemesOf(db: Queryable, scope: OwnerScope, documentId: string): Promise<Theme[]> {
  return db
    .select({ phrase: documentThemes.phrase, score: documentThemes.score })
    .from(documentThemes)
    .innerJoin(documents, eq(documents.id, documentThemes.documentId))
    .where(and(or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace")), eq(documentThemes.documentId, documentId)))
    .orderBy(asc(documentThemes.rank));
}
