import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readReferencesOf } from "./store";

export type DocumentReference = Awaited<ReturnType<typeof readReferencesOf>>[number];

/** References of one of the owner's documents, in order; offsets are UTF-16 units of its text. Not the owner's: none. */
export async function readReferences(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<DocumentReference[]> {
  return readReferencesOf(ctx.db, scope, documentId);
}
