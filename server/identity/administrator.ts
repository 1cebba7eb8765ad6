import { type Actor, type AdminScope, adminScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { lockAdmins } from "./store";

/** The scope of an approved administrator; throws `forbidden` for everybody else. */
export function administrator(actor: Actor): AdminScope {
  if (actor.kind === "user" && actor.status === "approved" && actor.role === "admin") return adminScope(actor.userId);
  throw new AppError("forbidden", "Only administrators may do this.");
}

/** Throws `conflict` when `userId` is the only person left who administers. Holds the administrators' rows, so that two cannot remove each other. */
export async function keepOneAdmin(tx: Parameters<typeof lockAdmins>[0], userId: string): Promise<void> {
  const admins = await lockAdmins(tx);
  if (admins.includes(userId) && admins.length === 1) {
    throw new AppError("conflict", "This is the last administrator. Make somebody else an administrator first; nothing was changed.");
  }
}
