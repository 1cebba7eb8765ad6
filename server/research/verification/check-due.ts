import type { Ctx } from "@/server/platform/context";
import { checkOne } from "./check-one";
import { takeDue } from "./check-store";
import type { LookParts } from "./look-at-source";
import { lookParts } from "./look-parts";

/** Sources looked at in one go; what is left is taken the next time. */
const atOnce = 24;
/** One go takes no longer; then others may take what it left. */
const goMs = 90_000;
const leaseMs = 10 * 60_000;

/** Looks again at the sources whose time has come, and at those that a run did not come to. One that fails holds up no other. */
export async function checkDue(ctx: Ctx, parts: LookParts = lookParts()): Promise<{ looked: number; changed: number; later: number }> {
  const now = ctx.clock.now();
  const due = await takeDue(ctx.db, now, new Date(now.getTime() + leaseMs), atOnce);
  const time = AbortSignal.any([ctx.signal, AbortSignal.timeout(goMs)]);
  const ended = await Promise.allSettled(due.map(({ sourceId }) => checkOne(ctx, sourceId, parts, time, { after: true })));
  ctx.signal.throwIfAborted();
  for (const [index, each] of ended.entries())
    if (each.status === "rejected")
      ctx.log.error({ err: each.reason, sourceId: due[index]?.sourceId }, "a source could not be checked; it is tried again later");
  const made = ended.flatMap((each) => (each.status === "fulfilled" && typeof each.value === "object" ? [each.value] : []));
  return {
    looked: made.length,
    changed: made.reduce((sum, look) => sum + look.changes, 0),
    later: ended.filter((each) => each.status === "rejected" || each.value === "later").length,
  };
}
