// What a use case is given. Built at the edges only: tRPC, HTTP, Inngest, the command line.
import type { Db } from "@/db/client";
import type { Clock } from "./clock";
import { newId } from "./ids";
import type { Log } from "./log";

export type Actor =
  | { readonly kind: "user"; readonly userId: string; readonly role: "user" | "admin"; readonly status: "pending" | "approved" | "denied" }
  | { readonly kind: "system"; readonly name: string };

/** An event for the durable functions; `id` makes sending idempotent. */
export type OutgoingEvent = { readonly id?: string; readonly name: string; readonly data: Record<string, unknown> };
export type EventPort = { readonly send: (events: readonly OutgoingEvent[]) => Promise<void> };

export type Ctx = {
  readonly db: Db;
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly events: EventPort;
};

/** Whose rows a store may touch. Branded, so that it is only ever made from an actor. */
export type OwnerScope = { readonly ownerId: string; readonly __scope: "owner" };
export type AdminScope = { readonly adminId: string; readonly __scope: "admin" };

export function ownerScope(userId: string): OwnerScope {
  return { ownerId: userId, __scope: "owner" };
}

export function adminScope(adminId: string): AdminScope {
  return { adminId, __scope: "admin" };
}

/** Who did it, as the audit trail writes it. */
export function actorName(actor: Actor): string {
  return actor.kind === "user" ? `user:${actor.userId}` : `system:${actor.name}`;
}

export function makeCtx(parts: Omit<Ctx, "requestId" | "signal"> & { requestId?: string; signal?: AbortSignal }): Ctx {
  return { ...parts, requestId: parts.requestId ?? newId(), signal: parts.signal ?? new AbortController().signal };
}
