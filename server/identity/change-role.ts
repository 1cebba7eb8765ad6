import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { administrator, keepOneAdmin } from "./administrator";
import { type ChangeRoleInput, changeRoleInput } from "./schema";
import { lockUser, updateUser } from "./store";

/** Makes an approved account an administrator's, or a user's again; the last administrator stays one. Throws `forbidden`, `not_found`, `conflict`. */
export async function changeRole(ctx: Ctx, input: ChangeRoleInput): Promise<void> {
  const scope = administrator(ctx.actor);
  const { userId, role } = changeRoleInput.parse(input);
  await ctx.db.transaction(async (tx) => {
    if (role === "user") await keepOneAdmin(tx, userId);
    const user = await lockUser(tx, scope, userId);
    if (!user) throw notFound("account");
    if (user.role === role) return;
    if (role === "admin" && user.status !== "approved")
      throw new AppError("conflict", "Approve this account before it administers; nothing was changed.");
    await updateUser(tx, user.id, { role });
    await recordAudit(tx, ctx, { action: "user.change-role", entity: "user", entityId: user.id, before: { role: user.role }, after: { role } });
  });
}
