import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readThemesOf, type Theme } from "./store";

/** What one of the owner's documents is about, the most telling first. Not the owner's: nothing. */
export async function readThemes(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<Theme[]> {
  return readThemesOf(ctx.db, scope, documentId);
}
