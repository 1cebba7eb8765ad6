// Builds the context of a request. The only place where a session becomes an actor, by asking the database again for every request.
import { authSecret } from "@/server/identity/auth-secret";
import { operatorActor } from "@/server/identity/operator";
import { readActor } from "@/server/identity/read-actor";
import { readSession } from "@/server/identity/session-cookie";
import { systemClock } from "@/server/platform/clock";
import { config } from "@/server/platform/config";
import type { Actor, Ctx } from "@/server/platform/context";
import { getDb } from "@/server/platform/database";
import { eventPort } from "@/server/platform/event-port";
import { newId } from "@/server/platform/ids";
import { carriesJoinToken } from "@/server/platform/join-token";
import { logger } from "@/server/platform/log";
import type { RequestCtx } from "./init";

/** The context of one request, with `actor` null for visitors. Rejects when the database or the sign-in secret cannot be had: never as a visitor. */
export async function contextFor(
  headers: Headers,
  options: { readonly signal?: AbortSignal; readonly requestId?: string } = {},
): Promise<RequestCtx> {
  const db = await getDb();
  return {
    db,
    actor: await actorOf(headers, db),
    requestId: options.requestId ?? newId(),
    log: logger(),
    clock: systemClock,
    signal: options.signal ?? new AbortController().signal,
    events: eventPort(),
  };
}

async function actorOf(headers: Headers, db: Ctx["db"]): Promise<Actor | null> {
  if (joinsAsOperator(headers)) return operatorActor(db);
  const session = await readSession(headers, authSecret(config()));
  return session ? readActor(db, session.userId, session.epoch) : null;
}

/** Whether the command line on this machine asks, with the token it read from the data folder's lock. Only where there is such a folder. */
export function joinsAsOperator(headers: Headers): boolean {
  return config().database.kind === "pglite" && carriesJoinToken(headers.get("authorization"));
}
