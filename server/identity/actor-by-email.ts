import type { Actor, Ctx } from "@/server/platform/context";
import { readActor } from "./read-actor";
import { userByEmail } from "./store";

/** The approved account with this address as an actor, for commands of whoever holds the data folder; null when there is none. */
export async function actorByEmail(db: Ctx["db"], email: string): Promise<Extract<Actor, { kind: "user" }> | null> {
  const user = await userByEmail(db, email.trim());
  return user?.status === "approved" ? readActor(db, user.id, user.sessionEpoch) : null;
}
