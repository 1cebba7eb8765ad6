import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { type DocumentItem, documentItem } from "./document-item";
import { listSteps } from "./list-steps";
import { readDocument } from "./store";

export type DocumentDetail = DocumentItem & {
  /** Null until it is ready. Citations' offsets count its UTF-16 units. */
  readonly text: string | null;
  readonly pageStarts: readonly number[] | null;
  /** Offsets of the lines that markup or type size make headings; null where there is no such knowledge. */
  readonly headings: readonly number[] | null;
};

/** A document that the owner has or that is shared, with its text. */
export async function getDocument(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<DocumentDetail> {
  const row = await readDocument(ctx.db, scope, documentId);
  if (!row) throw notFound("document");
  return {
    ...documentItem(row, scope, (await listSteps(ctx, scope, [documentId])).get(documentId) ?? []),
    text: row.text,
    pageStarts: row.pageStarts,
    headings: row.layout?.headings ?? null,
  };
}
