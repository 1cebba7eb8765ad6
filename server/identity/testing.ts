// Accounts and contexts for the tests of identity.

import { eq } from "drizzle-orm";
import pino from "pino";
import { auditEntries } from "@/db/schema/audit";
import { users } from "@/db/schema/identity";
import { type Actor, type Ctx, makeCtx } from "@/server/platform/context";
import type { Passwords } from "./adapters/passwords";
import type { SignUpInput } from "./schema";
import { signUp } from "./sign-up";
import { userByEmail } from "./store";

export const password = "correct horse battery";

/** Computes nothing, and counts what it was asked to compute. */
export function countingPasswords(): Passwords & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    hash: async (plain) => {
      calls.push("hash");
      return `plain:${plain}`;
    },
    verify: async (stored, plain) => {
      calls.push("verify");
      return stored === `plain:${plain}`;
    },
  };
}

/** A context at a fixed time, which `later` moves. */
export function contexts(db: () => Ctx["db"]) {
  let now = new Date("2026-11-20T09:00:00Z");
  const as = (actor: Actor): Ctx =>
    makeCtx({ db: db(), actor, log: pino({ level: "silent" }), clock: { now: () => now }, events: { send: async () => {} } });
  const visitor = (): Ctx => as({ kind: "system", name: "visitor" });
  const join = async (email: string, options: { address?: string; open?: boolean; input?: Partial<SignUpInput> } = {}) => {
    const input = { name: "Somebody", email, password, note: null, ...options.input };
    return signUp(visitor(), input, { address: options.address ?? email, open: options.open ?? false, passwords: countingPasswords() });
  };
  return {
    as,
    visitor,
    join,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    account: async (email: string) => {
      const user = await userByEmail(db(), email);
      if (!user) throw new Error(`No account for ${email}`);
      return user;
    },
    actorOf: async (email: string): Promise<Extract<Actor, { kind: "user" }>> => {
      const user = await userByEmail(db(), email);
      if (!user) throw new Error(`No account for ${email}`);
      return { kind: "user", userId: user.id, role: user.role, status: user.status };
    },
    trailOf: (entityId: string) => db().select().from(auditEntries).where(eq(auditEntries.entityId, entityId)).orderBy(auditEntries.seq),
    everybody: () => db().select().from(users),
  };
}
