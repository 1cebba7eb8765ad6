import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { conflictOverrides } from "@/db/schema/editions";
import { requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { readEvents } from "@/server/progress/watch";
import { readLedger } from "../editions/ledger";
import { readEdition } from "../editions/read-edition";
import type { Edition } from "../editions/schema";
import { editionsFor, type Reader } from "../editions/testing";
import { detectCategoryConflicts } from "./detect-category-conflicts";
import { type OverrideInput, overrideInputSchema } from "./override/schema";
import { overrideConflict } from "./override-conflict";

const test = useTestDatabase();
const editions = editionsFor(test);
const reason = "The newer study measured it; the leaflet copies a handbook of 1980.";
let reader: Reader & { documents: string[] };
let edition: Edition;

const half = (from: Edition) => {
  const category = from.categories.find(({ slug }) => slug === "half-life");
  const conflict = category?.conflicts[0];
  if (!category || !conflict) throw new Error("The witnesses do not differ.");
  return { category, conflict };
};
const rule = (input: Partial<OverrideInput>, by: Reader = reader) =>
  overrideConflict(by.ctx, overrideInputSchema.parse({ conflictId: half(edition).conflict.id, ruling: "winner", side: 1, reason, ...input }));
const again = async () => {
  edition = await readEdition(reader.ctx, edition.request.id);
  return half(edition);
};

beforeAll(async () => {
  reader = await editions.reader();
  edition = await editions.run(reader);
});

describe("a ruling by hand", () => {
  it("stands above the strategy, moves the score, and keeps what the strategy says", async () => {
    const before = half(edition);
    expect(before.conflict).toMatchObject({ status: "open", strategy: "manual", winner: null });
    const done = await rule({});
    const { conflict, category } = await again();
    expect(conflict).toMatchObject({
      status: "resolved",
      winner: 1,
      override: { id: done.id, ruling: "winner", by: "Reader", reason, carried: false },
    });
    expect(conflict.override?.instead).toEqual({ status: "open", winner: null, rationale: before.conflict.rationale });
    expect(conflict.rationale).toContain(`Decided by hand: ${conflict.sides[1]?.label} stands.`);
    expect(done.confidence).toEqual({ before: before.category.confidence?.value, after: category.confidence?.value });
    expect(done.confidence.after).toBeGreaterThan(done.confidence.before ?? 100);
    expect(category.summary.sentences.map(({ text }) => text)).toEqual(before.category.summary.sentences.map(({ text }) => text));
    expect(edition.totals).toMatchObject({ conflictsOpen: 0, conflictsResolved: 1 });
  });

  it("leaves its reason out of the audit trail and the events", async () => {
    const [entry] = await test.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "conflict.override"))
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    expect(entry).toMatchObject({
      actor: `user:${reader.id}`,
      entity: "request_category",
      before: { status: "open" },
      after: { status: "resolved", kind: "winner" },
    });
    expect(entry?.reason).toMatch(/^sha256:[0-9a-f]{64}$/);
    const events = await readEvents(test.db, `request:${edition.request.id}`, 0, 500);
    expect(events.at(-1)).toMatchObject({ type: "conflict.ruled", body: { ruling: "winner", status: "resolved" } });
    expect(JSON.stringify([entry, events])).not.toContain("handbook");
  });

  it("is not written over by who has not seen it", async () => {
    await expect(rule({ ruling: "set_apart", side: null })).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining("Reader ruled on this"),
    });
    expect((await again()).conflict.status).toBe("resolved");
  });

  it("may set apart or open again, and be taken back to what the strategy says, with its history kept", async () => {
    const seen = async () => half(edition).conflict.override?.id ?? null;
    await rule({ ruling: "set_apart", side: null, seen: await seen() });
    expect((await again()).conflict).toMatchObject({ status: "set_apart", winner: null });
    await rule({ ruling: "open", side: null, seen: await seen() });
    expect((await again()).conflict).toMatchObject({ status: "open", override: { ruling: "open" } });
    await rule({ ruling: "strategy", side: null, seen: await seen(), reason: "The study was mine." });
    const { conflict } = await again();
    expect(conflict).toMatchObject({ status: "open", strategy: "manual" });
    expect(conflict.override).toBeUndefined();
    const history = await test.db
      .select()
      .from(conflictOverrides)
      .where(eq(conflictOverrides.requestId, edition.request.id))
      .orderBy(conflictOverrides.id);
    expect(history.map(({ ruling }) => ruling)).toEqual(["winner", "set_apart", "open", "strategy"]);
    await expect(rule({ ruling: "strategy", side: null })).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses a side that there is not, somebody else's edition, and a run under way", async () => {
    await expect(rule({ side: 7 })).rejects.toMatchObject({ code: "bad_request" });
    await expect(rule({}, await editions.reader({}))).rejects.toMatchObject({ code: "not_found" });
    await test.db.update(requests).set({ status: "processing" }).where(eq(requests.id, edition.request.id));
    await expect(rule({})).rejects.toMatchObject({ code: "conflict" });
    await test.db.update(requests).set({ status: "completed" }).where(eq(requests.id, edition.request.id));
    expect((await again()).conflict.override).toBeUndefined();
  });

  it("wants a reason, and a side where one shall stand", () => {
    const input = { conflictId: "c", ruling: "open", reason: "  " };
    expect(overrideInputSchema.safeParse(input).error?.issues[0]?.message).toBe("Say why: readers of the edition will see it.");
    expect(overrideInputSchema.safeParse({ ...input, reason: "x".repeat(501) }).success).toBe(false);
    expect(overrideInputSchema.safeParse({ ...input, ruling: "winner", reason: "Because." }).success).toBe(false);
  });
});

describe("a ruling and the edition after it", () => {
  it("holds again when the category is worked out again from the same claims", async () => {
    await rule({ side: 0 });
    const [row] = (await editions.research.categories(edition.request.id)).filter(({ slug }) => slug === "half-life");
    if (!row) throw new Error("No such category.");
    await editions.research.reopened(row, async () => {
      await detectCategoryConflicts(editions.research.system(), { requestCategoryId: row.id, round: row.round });
    });
    expect((await again()).conflict).toMatchObject({ status: "resolved", winner: 0, override: { ruling: "winner" } });
  });

  it("goes with the series as long as the claims are the same, and is not applied to others", async () => {
    const next = await editions.again(reader, edition.request.id);
    expect(half(next).conflict).toMatchObject({ status: "resolved", winner: 0, override: { carried: true, reason } });
    await editions.add(reader, { "third.md": "# Celandrin\n\nThe elimination half-life of celandrin in plasma is 30 hours.\n" });
    const later = await editions.again(reader, next.request.id);
    expect(half(later).conflict.sides).toHaveLength(3);
    expect(half(later).conflict.status).toBe("open");
    expect(half(later).conflict.override).toBeUndefined();
    const [entry] = await readLedger(reader.ctx, later.request.id);
    expect(entry).toMatchObject({ rulings: [], aboutOthers: [{ ruling: "winner", reason, carried: true, by: "Reader" }] });
    const [held] = await readLedger(reader.ctx, next.request.id);
    expect(held).toMatchObject({ rulings: [{ carried: true }], aboutOthers: [] });
    expect(held?.sentences.length).toBeGreaterThan(1);
  });
});
