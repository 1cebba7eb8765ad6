// How an account comes to be, whatever its owner signs in with: the first of an installation is its approved administrator, every later one waits.
import { claimFirstAdmin, insertUser, type NewUser, type StoredUser, updateUser } from "./store";
import { recordAsUser, type VisitorCtx } from "./visitor";

export type Admission = {
  /** Approves later accounts at once, where the operator has opened the house. */
  readonly open: boolean;
};

/** Inserts an account inside the caller's transaction; null when its address is taken. */
export async function createAccount(
  tx: Parameters<typeof insertUser>[0],
  ctx: VisitorCtx,
  user: NewUser,
  admission: Admission,
): Promise<StoredUser | null> {
  const now = ctx.clock.now();
  const created = await insertUser(tx, { ...user, role: "user", status: "pending", createdAt: now });
  if (!created) return null;
  const first = await claimFirstAdmin(tx, created.id);
  const admitted = first || admission.open;
  const standing = { role: first ? "admin" : "user", status: admitted ? "approved" : "pending", decidedAt: admitted ? now : null } as const;
  if (admitted) await updateUser(tx, created.id, standing);
  await recordAsUser(tx, ctx, created.id, { action: "user.sign-up", after: { role: standing.role, status: standing.status, first } });
  return { ...created, ...standing };
}
