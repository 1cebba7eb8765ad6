import type { Ctx, OwnerScope } from "@/server/platform/context";
import { touchSearchScope } from "./store";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];

/** Makes everything that was remembered of the owner's index untrue; called with what changes answers but not words: vectors, titles, who may read. */
export async function touchIndex(tx: Tx, owner: OwnerScope): Promise<void> {
  await touchSearchScope(tx, owner);
}
