import { asc, eq } from "drizzle-orm";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { useTestDatabase } from "@/db/testing";
import { type Actor, type Ctx, makeCtx } from "@/server/platform/context";
import { listPacks } from "./list-packs";
import { loadPack } from "./load-pack";
import { loadCategoryVersion } from "./load-version";
import { readCategory } from "./read-category";
import { type PackDefinition, type PackDefinitionInput, packDefinitionSchema } from "./schema";
import { seedPacks } from "./seed-packs";
import { updateCategory } from "./update-category";

const test = useTestDatabase();
const admin: Actor = { kind: "user", userId: "admin-1", role: "admin", status: "approved" };
const clock = { now: () => new Date("2026-03-01T09:00:00Z") };

function ctxOf(actor: Actor): Ctx {
  return makeCtx({ db: test.db, actor, log: pino({ level: "silent" }), clock, events: { send: async () => {} } });
}

type CategoryInput = PackDefinitionInput["categories"][number];

function category(slug: string, priority: number, change: Partial<CategoryInput> = {}): CategoryInput {
  return {
    slug,
    name: slug,
    description: `All about ${slug}.`,
    searchParameters: { queries: ["{subject}"] },
    processingRules: { facts: [{ name: "height", label: "Height", kind: "quantity", unit: "m", synonyms: ["height"] }] },
    promptTemplates: { search: "Look.", extract: "Read.", adjudicate: "Weigh." },
    verificationCriteria: { minIndependentSources: 1, minTier: 10, mustAnchorQuote: true },
    conflictResolutionStrategy: "interval",
    priority,
    ...change,
  };
}

function pack(slug: string, categories: CategoryInput[]): PackDefinition {
  const name = `Pack ${slug}`;
  return packDefinitionSchema.parse({ slug, name, description: "For tests.", subjectNoun: "topic", subjectKind: "topic", categories });
}

describe("seeding packs", () => {
  it("inserts a pack with its categories, and again changes nothing", async () => {
    const shipped = [pack("towers", [category("late", 20), category("early", 10)])];
    const first = await seedPacks(test.db, shipped, clock);
    expect(first).toEqual({ packsInserted: ["towers"], inserted: ["towers/late", "towers/early"], changed: [], kept: [] });
    expect(await seedPacks(test.db, shipped, clock)).toEqual({ packsInserted: [], inserted: [], changed: [], kept: [] });
    const loaded = await loadPack(test.db, "towers");
    expect(loaded.version).toBe(1);
    expect(loaded.categories.map(({ slug, number, version }) => [slug, number, version])).toEqual([
      ["early", 1, 1],
      ["late", 2, 1],
    ]);
  });

  it("raises versions when the shipped definition changed, and keeps the old one readable", async () => {
    await seedPacks(test.db, [pack("bridges", [category("span", 10), category("age", 20)])], clock);
    const changed = await seedPacks(test.db, [pack("bridges", [category("span", 10, { description: "Changed." }), category("age", 20)])], clock);
    expect(changed.changed).toEqual(["bridges/span"]);
    const loaded = await loadPack(test.db, "bridges");
    expect(loaded.version).toBe(2);
    const span = loaded.categories[0];
    expect(span?.version).toBe(2);
    expect((await loadCategoryVersion(test.db, span?.id ?? "", 1)).description).toBe("All about span.");
    expect((await loadCategoryVersion(test.db, span?.id ?? "", 2)).description).toBe("Changed.");
    await expect(loadCategoryVersion(test.db, span?.id ?? "", 3)).rejects.toThrow("no such version");
  });

  it("never writes over what an administrator edited", async () => {
    await seedPacks(test.db, [pack("roofs", [category("slope", 10)])], clock);
    const slope = (await loadPack(test.db, "roofs")).categories[0];
    const definition = { ...slope?.definition, ...category("slope", 10, { description: "Ours." }) };
    await updateCategory(ctxOf(admin), { categoryId: slope?.id ?? "", version: 1, definition, reason: "Local practice" });
    const again = await seedPacks(test.db, [pack("roofs", [category("slope", 10, { description: "Shipped anew." })])], clock);
    expect(again.kept).toEqual(["roofs/slope"]);
    expect((await loadPack(test.db, "roofs")).categories[0]?.definition.description).toBe("Ours.");
  });

  it("leaves nothing behind when one pack fails", async () => {
    const twice = pack("doomed", [category("same", 10), category("same", 20)]);
    await expect(seedPacks(test.db, [pack("fine", [category("one", 1)]), twice], clock)).rejects.toThrow();
    await expect(loadPack(test.db, "fine")).rejects.toThrow("There is no pack “fine”");
  });
});

describe("changing a category", () => {
  async function seeded(slug: string) {
    await seedPacks(test.db, [pack(slug, [category("one", 10), category("two", 20)])], clock);
    const [first] = (await loadPack(test.db, slug)).categories;
    if (!first) throw new Error("seeding gave no category");
    return first;
  }

  it("makes a new version, raises the pack's, and is in the audit trail without the text", async () => {
    const { id } = await seeded("gates");
    const result = await updateCategory(ctxOf(admin), {
      categoryId: id,
      version: 1,
      definition: category("one", 30, { name: "First" }),
      reason: "Runs last",
    });
    expect(result.version).toBe(2);
    const loaded = await loadPack(test.db, "gates");
    expect(loaded.version).toBe(2);
    expect(loaded.categories.map((each) => each.name)).toEqual(["two", "First"]);
    const history = await readCategory(ctxOf(admin), { categoryId: id });
    expect(history.versions.map(({ version, changedBy, reason }) => [version, changedBy, reason])).toEqual([
      [2, "user:admin-1", "Runs last"],
      [1, "seed", null],
    ]);
    const [entry] = await test.db.select().from(auditEntries).where(eq(auditEntries.entityId, id)).orderBy(asc(auditEntries.seq));
    expect(entry).toMatchObject({ action: "category.update", actor: "user:admin-1", before: { version: 1 }, after: { version: 2, packVersion: 2 } });
    expect(JSON.stringify(entry)).not.toContain("First");
  });

  it("takes an inactive category out of the run but keeps it in the list", async () => {
    const { id } = await seeded("doors");
    await updateCategory(ctxOf(admin), { categoryId: id, version: 1, definition: category("one", 10, { active: false }), reason: "Not needed" });
    expect((await loadPack(test.db, "doors")).categories.map((each) => [each.slug, each.number])).toEqual([["two", 1]]);
    const listed = (await listPacks(ctxOf(admin))).find((each) => each.slug === "doors");
    expect(listed?.categories.map((each) => [each.slug, each.number])).toEqual([
      ["one", null],
      ["two", 1],
    ]);
  });

  it("refuses a version that is no longer in force, and one that says the same again costs nothing", async () => {
    const { id } = await seeded("walls");
    const change = { categoryId: id, version: 1, definition: category("one", 10, { name: "New" }), reason: "Clearer" };
    await updateCategory(ctxOf(admin), change);
    await expect(updateCategory(ctxOf(admin), change)).rejects.toMatchObject({ code: "conflict" });
    expect(await updateCategory(ctxOf(admin), { ...change, version: 2 })).toEqual({ version: 2 });
  });

  it("is for approved administrators only", async () => {
    const { id } = await seeded("keys");
    const change = { categoryId: id, version: 1, definition: category("one", 10), reason: "Why not" };
    for (const actor of [
      { ...admin, role: "user" },
      { ...admin, status: "denied" },
      { kind: "system", name: "x" },
    ] satisfies Actor[])
      await expect(updateCategory(ctxOf(actor), change)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("says in one sentence what is wrong with a definition", async () => {
    const { id } = await seeded("beams");
    const facts = (change: object) => ({ facts: [{ name: "code", label: "Code", kind: "identifier" as const, ...change }] });
    const attempt = (processingRules: CategoryInput["processingRules"]) =>
      updateCategory(ctxOf(admin), { categoryId: id, version: 1, definition: category("one", 10, { processingRules }), reason: "Try" });
    await expect(attempt(facts({ pattern: "(" }))).rejects.toMatchObject({
      code: "bad_request",
      userMessage: "The pattern of “code” is not a regular expression.",
    });
    await expect(attempt(facts({}))).rejects.toMatchObject({ userMessage: "The identifier “code” needs a pattern." });
    await expect(attempt(facts({ kind: "set" }))).rejects.toMatchObject({ userMessage: "“code” needs the values it can take." });
    await expect(attempt({ facts: [...facts({ pattern: "a" }).facts, ...facts({ pattern: "b" }).facts] })).rejects.toMatchObject({
      userMessage: "The fact “code” stands twice.",
    });
    await expect(
      updateCategory(ctxOf(admin), { categoryId: id, version: 1, definition: category("renamed", 10), reason: "Try" }),
    ).rejects.toMatchObject({ code: "bad_request" });
  });
});
