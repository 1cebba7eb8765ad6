import type { Ctx } from "@/server/platform/context";
import { documentAdded } from "./schema";
import { readStuck } from "./store";

/** Longer than any extraction may take, so that work in hand is not asked for twice. */
const stuckAfterMs = 3 * 60_000;
const atOnce = 100;

/** Asks again for documents whose event or worker was lost. Processing is idempotent, so asking too often does no harm. */
export async function requeueDocuments(ctx: Ctx): Promise<{ requeued: number }> {
  const stuck = await readStuck(ctx.db, new Date(ctx.clock.now().getTime() - stuckAfterMs), atOnce);
  if (stuck.length > 0) await ctx.events.send(stuck.map(({ id, ownerId }) => ({ name: documentAdded.name, data: { documentId: id, ownerId } })));
  return { requeued: stuck.length };
}
