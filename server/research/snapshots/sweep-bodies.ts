import type { Ctx } from "@/server/platform/context";
import { deleteUnvisited } from "./visit-store";

/** Whoever stores a body writes its visit in the same transaction: after a day none can be on its way. */
const dayMs = 24 * 60 * 60_000;
/** Bodies may be megabytes each; the next sweep goes on. */
const atOnce = 200;

/** Removes the bodies of pages whose visits were all erased with their editions. */
export async function sweepBodies(ctx: Pick<Ctx, "db" | "clock">): Promise<{ removed: number }> {
  return { removed: await deleteUnvisited(ctx.db, new Date(ctx.clock.now().getTime() - dayMs), atOnce) };
}
