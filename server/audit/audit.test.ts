import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { auditEntries, auditHead } from "@/db/schema/audit";
import { useTestDatabase } from "@/db/testing";
import type { Actor } from "@/server/platform/context";
import { recordAudit } from "./record";
import { verifyAudit } from "./verify";

const test = useTestDatabase();
const actor: Actor = { kind: "user", userId: "U1", role: "user", status: "approved" };
const at = new Date("2026-03-01T10:00:00.123Z");
const ctx = { actor, clock: { now: () => at }, requestId: "Q1" };

/** Does what the trail forbids to everybody. */
const tamper = (work: (tx: Tx) => Promise<unknown>) =>
  test.db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_entry disable trigger audit_entry_append_only`);
    await work(tx);
    await tx.execute(sql`alter table audit_entry enable trigger audit_entry_append_only`);
  });
const record = (n: number, after: Record<string, unknown> = { n }) =>
  test.db.transaction((tx) => recordAudit(tx, ctx, { action: "thing.change", entity: "thing", entityId: `T${n}`, before: { n: n - 1 }, after }));
const entries = () => test.db.select().from(auditEntries).orderBy(asc(auditEntries.seq));

beforeEach(async () => {
  await tamper((tx) => tx.delete(auditEntries));
  await test.db.update(auditHead).set({ seq: 0, hash: "" });
});

async function tenEntries(): Promise<void> {
  for (let n = 1; n <= 10; n++) await record(n);
}

describe("the audit trail", () => {
  it("starts empty and whole", async () => {
    expect(await verifyAudit(test.db)).toEqual({ entries: 0, head: "", break: null });
  });

  it("keeps who, what, when, old, new and why, and verifies over any batch size", async () => {
    await record(1);
    await test.db.transaction((tx) =>
      recordAudit(
        tx,
        { ...ctx, actor: { kind: "system", name: "sweeper" } },
        { action: "thing.end", entity: "thing", entityId: "T1", reason: "Late." },
      ),
    );
    const [first, second] = await entries();
    expect(first).toMatchObject({
      seq: 1,
      at,
      actor: "user:U1",
      action: "thing.change",
      before: { n: 0 },
      after: { n: 1 },
      reason: null,
      prevHash: "",
    });
    expect(second).toMatchObject({ seq: 2, actor: "system:sweeper", before: null, after: null, reason: "Late.", prevHash: first?.hash });
    for (const batch of [1, 2, 3]) expect(await verifyAudit(test.db, batch)).toEqual({ entries: 2, head: second?.hash, break: null });
  });

  it("hashes what the database gives back, for values that JSON or jsonb changes", async () => {
    await record(1, { left: undefined, when: at, z: 1, a: 2, long: { b: [1.0, -0], "\u00e9": "\u{1f600}" }, tiny: 1e-9, large: 2 ** 53 });
    expect(await verifyAudit(test.db)).toMatchObject({ entries: 1, break: null });
  });

  it("forgets an entry whose change was rolled back, and leaves no gap", async () => {
    await record(1);
    await expect(
      test.db.transaction(async (tx) => {
        await recordAudit(tx, ctx, { action: "thing.change", entity: "thing", entityId: "T2" });
        throw new Error("The change failed.");
      }),
    ).rejects.toThrow("The change failed.");
    await record(3);
    expect((await entries()).map((entry) => [entry.seq, entry.entityId])).toEqual([
      [1, "T1"],
      [2, "T3"],
    ]);
    expect(await verifyAudit(test.db)).toMatchObject({ entries: 2, break: null });
  });

  it("refuses to be changed or shortened", async () => {
    await tenEntries();
    const deep = (error: unknown): string => (error instanceof Error ? `${error.message} ${deep(error.cause)}` : "");
    for (const attempt of [test.db.update(auditEntries).set({ actor: "user:U2" }), test.db.delete(auditEntries).where(eq(auditEntries.seq, 10))]) {
      const refused = await attempt.then(
        () => "done",
        (error: unknown) => deep(error),
      );
      expect(refused).toContain("Audit entries are only ever added.");
    }
    expect(await verifyAudit(test.db)).toMatchObject({ entries: 10, break: null });
  });

  it.each([
    [
      "a changed value",
      4,
      (tx: Tx) =>
        tx
          .update(auditEntries)
          .set({ after: { n: 44 } })
          .where(eq(auditEntries.seq, 4)),
    ],
    [
      "a changed time",
      4,
      (tx: Tx) =>
        tx
          .update(auditEntries)
          .set({ at: new Date(at.getTime() + 1) })
          .where(eq(auditEntries.seq, 4)),
    ],
    ["a deleted entry", 4, (tx: Tx) => tx.delete(auditEntries).where(eq(auditEntries.seq, 4))],
    ["a deleted beginning", 1, (tx: Tx) => tx.delete(auditEntries).where(sql`seq <= 3`)],
    ["a cut end", 9, (tx: Tx) => tx.delete(auditEntries).where(sql`seq > 8`)],
    [
      "an added entry",
      11,
      async (tx: Tx) => {
        const [last] = await tx.select().from(auditEntries).where(eq(auditEntries.seq, 10));
        if (last) await tx.insert(auditEntries).values({ ...last, seq: 11 });
      },
    ],
    [
      "two exchanged entries",
      4,
      async (tx: Tx) => {
        await tx.update(auditEntries).set({ seq: 99 }).where(eq(auditEntries.seq, 4));
        await tx.update(auditEntries).set({ seq: 4 }).where(eq(auditEntries.seq, 5));
        await tx.update(auditEntries).set({ seq: 5 }).where(eq(auditEntries.seq, 99));
      },
    ],
    ["a head that was set back", 8, (tx: Tx) => tx.update(auditHead).set({ seq: 7 })],
  ])("locates %s", async (_, seq, damage) => {
    await tenEntries();
    await tamper(damage);
    const verdict = await verifyAudit(test.db, 3);
    expect(verdict.break).toMatchObject({ seq, reason: expect.stringMatching(/\.$/) });
  });

  it("is one chain without a gap however many write at once, and holds while they do", async () => {
    const writers = Array.from({ length: 50 }, (_, writer) =>
      (async () => {
        for (let n = 1; n <= 4; n++) await record(writer * 100 + n);
      })(),
    );
    const during = await verifyAudit(test.db);
    await Promise.all(writers);
    expect(during.break).toBeNull();
    expect(await verifyAudit(test.db)).toMatchObject({ entries: 200, break: null });
    expect((await entries()).map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });
});
