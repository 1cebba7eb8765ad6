import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { requestCategories, requests, sentences, sources } from "@/db/schema/research";
import type { OwnerScope } from "@/server/platform/context";

/** A printed sentence that cites a file, with its number among the printed sentences of its category. */
export type CitingRow = {
  readonly requestId: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly slug: string;
  readonly category: string;
  readonly sentence: number;
  readonly text: string;
};

/** Printed sentences of the owner's editions that cite the file with this SHA-256: the newest edition first, each in its own order. */
export async function sentencesCiting(db: Queryable, scope: OwnerScope, hash: string, limit: number): Promise<CitingRow[]> {
  const citing = db
    .select({ categoryId: sentences.requestCategoryId, ordinal: sentences.ordinal, text: sentences.text, citations: sentences.citations })
    .from(sentences)
    .where(eq(sentences.status, "published"))
    .as("printed");
  return db
    .select({
      requestId: requests.id,
      subject: requests.subject,
      createdAt: requests.createdAt,
      slug: requestCategories.slug,
      category: requestCategories.name,
      sentence: sql<number>`(select count(*)::int from ${sentences} earlier where earlier.request_category_id = ${requestCategories.id} and earlier.status = 'published' and earlier.ordinal <= ${citing.ordinal})`,
      text: citing.text,
    })
    .from(sources)
    .innerJoin(requests, and(eq(requests.id, sources.requestId), eq(requests.ownerId, scope.ownerId)))
    .innerJoin(requestCategories, eq(requestCategories.requestId, requests.id))
    .innerJoin(
      citing,
      and(eq(citing.categoryId, requestCategories.id), sql`${citing.citations} @> jsonb_build_array(jsonb_build_object('sourceId', ${sources.id}))`),
    )
    .where(
      or(
        eq(sources.identityKey, `document:${hash}`),
        sql`${sources.aliases} @> ${JSON.stringify([{ scheme: "document", value: hash }])}::jsonb`,
        sql`${sources.identity} @> ${JSON.stringify({ scheme: "document", value: hash })}::jsonb`,
      ),
    )
    .orderBy(desc(requests.createdAt), desc(requests.id), asc(requestCategories.position), asc(citing.ordinal))
    .limit(limit);
}
