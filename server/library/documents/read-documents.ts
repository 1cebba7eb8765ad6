import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type DocumentMetadata, documentMetadataSchema } from "./schema";
import { readMany, readNames } from "./store";

export type LibraryDocument = {
  readonly id: string;
  /** SHA-256 of the file: the same file is the same source, whoever adds it and whenever. */
  readonly hash: string;
  readonly fileName: string;
  readonly title: string;
  readonly text: string;
  readonly pageStarts: readonly number[] | null;
  readonly metadata: DocumentMetadata;
  /** Everything in the same library, itself included: what `copy_of` and `superseded_by` may name. */
  readonly siblings: readonly { readonly fileName: string; readonly hash: string; readonly identity: string | null }[];
};

/** The owner's ready documents among the ids, with their texts, in the order of the ids. */
export async function readDocuments(ctx: Pick<Ctx, "db">, scope: OwnerScope, ids: readonly string[]): Promise<LibraryDocument[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await readMany(ctx.db, scope, ids)).map((row) => [row.id, row]));
  const siblings = await readNames(ctx.db, scope);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row || row.text === null) return [];
    const { hash, fileName, text, pageStarts } = row;
    return [{ id, hash, fileName, title: row.title ?? fileName, text, pageStarts, metadata: documentMetadataSchema.parse(row.metadata), siblings }];
  });
}
