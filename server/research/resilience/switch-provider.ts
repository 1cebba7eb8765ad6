import { recordAudit } from "@/server/audit/record";
import { actorName, type Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { findProvider } from "../providers/registry";
import { administrator } from "./administrator";
import type { SwitchProvider } from "./schema";
import { settingOf, writeSetting } from "./store";

/** Switches a provider on or off for everybody; questions under way are finished. Throws `forbidden`, `not_found`, `conflict`. */
export async function switchProvider(ctx: Ctx, input: SwitchProvider): Promise<{ version: number }> {
  administrator(ctx);
  const { provider, enabled, version, reason } = input;
  if (!findProvider(provider)) throw notFound("provider");
  return ctx.db.transaction(async (tx) => {
    const before = await settingOf(tx, provider);
    const row = { provider, enabled, changedBy: actorName(ctx.actor), reason, changedAt: ctx.clock.now() };
    if (!(await writeSetting(tx, version, row)))
      throw new AppError("conflict", "Somebody else switched this provider meanwhile. Nothing was changed; reload and try again.");
    const after = { enabled, version: version + 1 };
    await recordAudit(tx, ctx, {
      action: enabled ? "provider.enable" : "provider.disable",
      entity: "provider",
      entityId: provider,
      before: { enabled: before?.enabled ?? true, version },
      after,
      reason,
    });
    return { version: after.version };
  });
}
