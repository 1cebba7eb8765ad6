import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readCollections } from "./store";

type Db = Parameters<typeof readCollections>[0];

/** Whether the owner has a collection of exactly that name. */
export async function isCollection(db: Db | Ctx["db"], scope: OwnerScope, name: string): Promise<boolean> {
  return (await readCollections(db, scope)).some((collection) => collection.name === name);
}
