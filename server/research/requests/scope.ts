import { type Actor, type AdminScope, adminScope, type OwnerScope, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";

/** Whose requests an actor may see: a user's own, an administrator's all. */
export function scopeOf(actor: Actor): OwnerScope | AdminScope {
  if (actor.kind !== "user") throw new AppError("forbidden", "Only an account has requests.");
  return actor.role === "admin" ? adminScope(actor.userId) : ownerScope(actor.userId);
}
