// Who somebody is, as the database says it at this moment: a session only claims an id and an epoch.
import type { Actor, Ctx } from "@/server/platform/context";
import type { Me } from "./schema";
import { type StoredUser, userById } from "./store";

type Person = Extract<Actor, { kind: "user" }>;

/** The actor behind a session; null when the account is gone or its sessions were ended. Its status may be any. */
export async function readActor(db: Ctx["db"], userId: string, epoch: number): Promise<Person | null> {
  const user = await userById(db, userId);
  return user && user.sessionEpoch === epoch ? asActor(user) : null;
}

/** What somebody sees of their own account. */
export async function readMe(ctx: { readonly db: Ctx["db"]; readonly actor: Actor | null }): Promise<Me | null> {
  if (ctx.actor?.kind !== "user") return null;
  const user = await userById(ctx.db, ctx.actor.userId);
  if (!user) return null;
  const { id, name, email, role, status, note, decisionReason, createdAt } = user;
  return { userId: id, name, email, role, status, note, decisionReason, createdAt };
}

function asActor(user: StoredUser): Person {
  return { kind: "user", userId: user.id, role: user.role, status: user.status };
}
