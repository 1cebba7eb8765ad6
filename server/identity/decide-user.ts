import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { administrator, keepOneAdmin } from "./administrator";
import { type DecideUserInput, decideUserInput } from "./schema";
import { lockUser, raiseEpoch, updateUser } from "./store";

/** Approves an account, or denies it with a reason and ends its sessions. Deciding again the same way changes nothing. Throws `forbidden`, `not_found`, `conflict`. */
export async function decideUser(ctx: Ctx, input: DecideUserInput): Promise<void> {
  const scope = administrator(ctx.actor);
  const decision = decideUserInput.parse(input);
  const status = decision.decision === "approve" ? "approved" : "denied";
  const reason = decision.decision === "deny" ? decision.reason : null;
  if (decision.userId === scope.adminId) throw new AppError("forbidden", "You cannot decide on your own account. Ask another administrator.");
  await ctx.db.transaction(async (tx) => {
    // Administrators before the account: everybody locks in this order.
    if (status === "denied") await keepOneAdmin(tx, decision.userId);
    const user = await lockUser(tx, scope, decision.userId);
    if (!user) throw notFound("account");
    if (user.status === status) return;
    await updateUser(tx, user.id, { status, decidedAt: ctx.clock.now(), decidedBy: scope.adminId, decisionReason: reason });
    if (status === "denied") await raiseEpoch(tx, user.id);
    const action = status === "denied" ? "user.deny" : "user.approve";
    await recordAudit(tx, ctx, { action, entity: "user", entityId: user.id, before: { status: user.status }, after: { status }, reason });
  });
}
