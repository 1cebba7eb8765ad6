import { recordAudit } from "@/server/audit/record";
import { type Clock, systemClock } from "@/server/platform/clock";
import type { Actor, Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { operatorId } from "./schema";
import { insertUser, userById } from "./store";

const operator = { kind: "user", userId: operatorId, role: "admin", status: "approved" } as const satisfies Actor;

/**
 * The command line's own account, made when first asked for: whoever can open the data folder may do what an administrator may. It has neither
 * password nor address, so nobody signs in as it, and it does not count as the first account.
 */
export async function operatorActor(db: Ctx["db"], clock: Clock = systemClock): Promise<typeof operator> {
  if (await userById(db, operatorId)) return operator;
  await db.transaction(async (tx) => {
    // "operator" is no e-mail address, so that no sign-up can take it.
    const standing = { role: "admin", status: "approved" } as const;
    const created = await insertUser(tx, { id: operatorId, name: "Command line", email: operatorId, ...standing, createdAt: clock.now() });
    const actor = { kind: "system", name: "command-line" } as const;
    const record = { action: "user.create-operator", entity: "user", entityId: operatorId, after: standing };
    if (created) await recordAudit(tx, { actor, clock, requestId: newId() }, record);
  });
  return operator;
}
