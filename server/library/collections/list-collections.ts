import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type Collection, readCollections } from "./store";

export type { Collection } from "./store";

/** The owner's collections by name, each with how many documents stand on it. */
export async function listCollections(ctx: Pick<Ctx, "db">, scope: OwnerScope): Promise<Collection[]> {
  return readCollections(ctx.db, scope);
}
