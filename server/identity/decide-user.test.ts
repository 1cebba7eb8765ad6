import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { verifyAudit } from "@/server/audit/verify";
import type { Actor } from "@/server/platform/context";
import { createCallerFactory } from "@/server/trpc/init";
import { actorByEmail } from "./actor-by-email";
import { changeRole } from "./change-role";
import { decideUser } from "./decide-user";
import { listUsers } from "./list-users";
import { operatorActor } from "./operator";
import { readActor, readMe } from "./read-actor";
import { identityRouter } from "./router";
import { operatorId } from "./schema";
import { contexts, countingPasswords, password } from "./testing";
import { verifyCredentials } from "./verify-credentials";

const test = useTestDatabase();
const people = contexts(() => test.db);
const admin = async () => people.as(await people.actorOf("admin@example.org"));
const adminsLeft = async () =>
  (await people.everybody()).filter((user) => user.role === "admin" && user.status === "approved" && user.id !== operatorId);
/** Whoever of two administrators was left when they removed each other. */
const survivor = async () => {
  const [last] = await adminsLeft();
  return people.as(await people.actorOf(last?.email ?? ""));
};

beforeAll(async () => {
  for (const name of ["admin", "second", "waiting", "denied"]) await people.join(`${name}@example.org`);
});

describe("deciding on accounts", () => {
  it("lets nobody but an approved administrator decide, through the router or beside it", async () => {
    const target = await people.account("waiting@example.org");
    const user = { kind: "user", userId: target.id, role: "user", status: "approved" } as const;
    const actors: (Actor | null)[] = [
      null,
      user,
      { ...user, status: "pending" },
      { ...user, role: "admin", status: "denied" },
      { ...user, role: "admin", status: "pending" },
    ];
    for (const actor of actors) {
      const caller = createCallerFactory(identityRouter)({ ...people.visitor(), actor });
      const code = actor ? "FORBIDDEN" : "UNAUTHORIZED";
      await expect(caller.listUsers()).rejects.toMatchObject({ code });
      await expect(caller.decideUser({ userId: target.id, decision: "approve" })).rejects.toMatchObject({ code });
      await expect(caller.changeRole({ userId: target.id, role: "admin" })).rejects.toMatchObject({ code });
      if (actor) await expect(decideUser(people.as(actor), { userId: target.id, decision: "approve" })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await people.account("waiting@example.org")).status).toBe("pending");
  });

  it("approves, and changes nothing when it is asked twice", async () => {
    const ctx = await admin();
    const { id } = await people.account("second@example.org");
    await decideUser(ctx, { userId: id, decision: "approve" });
    await decideUser(ctx, { userId: id, decision: "approve" });
    expect(await people.account("second@example.org")).toMatchObject({ status: "approved", sessionEpoch: 0, decisionReason: null });
    const approvals = (await people.trailOf(id)).filter((entry) => entry.action === "user.approve");
    expect(approvals).toMatchObject([{ before: { status: "pending" }, after: { status: "approved" } }]);
  });

  it("ends every session of somebody who is denied, and shows them why when they sign in again", async () => {
    const { id, sessionEpoch } = await people.account("denied@example.org");
    const ctx = await admin();
    await decideUser(ctx, { userId: id, decision: "approve" });
    expect(await readActor(test.db, id, sessionEpoch)).toMatchObject({ status: "approved" });
    await decideUser(ctx, { userId: id, decision: "deny", reason: "Nobody here knows you." });
    expect(await readActor(test.db, id, sessionEpoch)).toBeNull();
    const again = await verifyCredentials(
      people.visitor(),
      { email: "denied@example.org", password },
      { address: "d", passwords: countingPasswords() },
    );
    const actor = await readActor(test.db, again.userId, again.epoch);
    expect(actor).toMatchObject({ status: "denied" });
    expect(await readMe({ db: test.db, actor })).toMatchObject({ decisionReason: "Nobody here knows you." });
  });

  it("lets nobody decide on themselves, and knows no account that does not exist", async () => {
    const ctx = await admin();
    const self = await people.account("admin@example.org");
    await expect(decideUser(ctx, { userId: self.id, decision: "deny", reason: "I am tired." })).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideUser(ctx, { userId: "nobody", decision: "approve" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the last administrator", () => {
  it("cannot give up the role, even when two administrators remove each other at once", async () => {
    const first = await people.account("admin@example.org");
    const second = await people.account("second@example.org");
    const ctx = await admin();
    await expect(changeRole(ctx, { userId: first.id, role: "user" })).rejects.toMatchObject({ code: "conflict" });
    await changeRole(ctx, { userId: second.id, role: "admin" });
    const other = people.as(await people.actorOf("second@example.org"));
    const outcomes = await Promise.allSettled([
      decideUser(ctx, { userId: second.id, decision: "deny", reason: "Mutual." }),
      decideUser(other, { userId: first.id, decision: "deny", reason: "Mutual." }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await adminsLeft()).toHaveLength(1);
  });

  it("is somebody who was approved first", async () => {
    const waiting = await people.account("waiting@example.org");
    await expect(changeRole(await survivor(), { userId: waiting.id, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the operator", () => {
  it("is made once, administers, and is in no list", async () => {
    const [operator, same] = await Promise.all([operatorActor(test.db), operatorActor(test.db)]);
    expect(same).toEqual(operator);
    expect(await people.trailOf(operatorId)).toHaveLength(1);
    const listed = await listUsers(people.as(operator));
    expect(listed).toHaveLength(4);
    expect(listed[0]).toMatchObject({ email: "waiting@example.org", signedUpWith: "password" });
  });

  it("cannot be signed in as, decided on, or counted as an administrator who is left", async () => {
    const operator = people.as(await operatorActor(test.db));
    const input = { email: operatorId, password };
    await expect(verifyCredentials(people.visitor(), input, { address: "o", passwords: countingPasswords() })).rejects.toThrow();
    const ctx = await survivor();
    await expect(decideUser(ctx, { userId: operatorId, decision: "deny", reason: "No machines." })).rejects.toMatchObject({ code: "not_found" });
    const [last] = await adminsLeft();
    await expect(changeRole(operator, { userId: last?.id ?? "", role: "user" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("may work for somebody who is approved, and for nobody else", async () => {
    const left = (await people.everybody()).find((user) => user.status === "approved" && user.id !== operatorId);
    expect(await actorByEmail(test.db, ` ${left?.email.toUpperCase()}`)).toMatchObject({ userId: left?.id, status: "approved" });
    expect(await actorByEmail(test.db, "waiting@example.org")).toBeNull();
    expect(await actorByEmail(test.db, "nobody@example.org")).toBeNull();
  });

  it("leaves a trail that verifies", async () => {
    expect((await verifyAudit(test.db)).break).toBeNull();
  });
});
