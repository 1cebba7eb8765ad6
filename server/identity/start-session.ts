import type { SessionClaim } from "./schema";
import { type StoredUser, updateUser } from "./store";
import { recordAsUser, type VisitorCtx } from "./visitor";

/** Notes that somebody signed in and gives what their session carries. `method` is "password" or the id of an identity provider. */
export async function startSession(ctx: VisitorCtx, user: Pick<StoredUser, "id" | "sessionEpoch">, method: string): Promise<SessionClaim> {
  await ctx.db.transaction(async (tx) => {
    await updateUser(tx, user.id, { lastSeenAt: ctx.clock.now() });
    await recordAsUser(tx, ctx, user.id, { action: "session.start", after: { method, epoch: user.sessionEpoch } });
  });
  return { userId: user.id, epoch: user.sessionEpoch };
}
