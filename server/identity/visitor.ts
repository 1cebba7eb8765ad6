import { type AuditRecord, recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";

/** The context of somebody who is not signed in yet. */
export type VisitorCtx = Omit<Ctx, "actor">;

/** Records what a visitor did to the account that it made theirs. */
export async function recordAsUser(
  tx: Parameters<typeof recordAudit>[0],
  ctx: VisitorCtx,
  userId: string,
  record: Omit<AuditRecord, "entity" | "entityId">,
): Promise<void> {
  const actor = { kind: "user", userId, role: "user", status: "pending" } as const;
  await recordAudit(tx, { ...ctx, actor }, { ...record, entity: "user", entityId: userId });
}
