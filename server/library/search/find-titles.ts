import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readTitles } from "./found-store";
import type { TitleSearch } from "./schema";

export type FoundTitle = { readonly documentId: string; readonly title: string; readonly fileName: string };

/** The owner's documents in whose title or file name every word of the query stands, as beginnings of words or inside them; newest first. */
export async function findTitles(ctx: Pick<Ctx, "db">, scope: OwnerScope, { query, limit }: TitleSearch): Promise<FoundTitle[]> {
  const words = query.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const rows = await readTitles(ctx.db, scope, words, limit);
  return rows.map(({ documentId, title, fileName }) => ({ documentId, fileName, title: title ?? fileName }));
}
