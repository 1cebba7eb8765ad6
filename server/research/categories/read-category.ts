import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import type { CategoryDefinition } from "./schema";
import { categoryById, versionHeads } from "./store";

export type CategoryHistory = {
  id: string;
  version: number;
  definition: CategoryDefinition;
  versions: { version: number; changedBy: string; reason: string | null; at: Date }[];
};

/** A category as an administrator edits it, with who changed it when, newest first. Throws `not_found`. */
export async function readCategory(ctx: Pick<Ctx, "db">, input: { categoryId: string }): Promise<CategoryHistory> {
  const row = await categoryById(ctx.db, input.categoryId);
  if (!row) throw notFound("category");
  const heads = await versionHeads(ctx.db, row.id);
  return {
    id: row.id,
    version: row.version,
    definition: row.definition,
    versions: heads.map(({ version, changedBy, reason, at }) => ({ version, changedBy, reason, at })),
  };
}
