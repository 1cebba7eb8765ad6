import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answers, snapshots, sourceMentions, sources } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { startRequest } from "../requests/start-request";
import { researchFor } from "../testing";
import { gatherSources } from "./gather-sources";
import type { FoundSource } from "./schema";

const test = useTestDatabase();
const research = researchFor(test);

function found(value: string, text: string, over: Partial<FoundSource> = {}): FoundSource {
  return {
    identity: { scheme: "doi", value },
    aliases: [],
    title: `Paper ${value}`,
    url: null,
    tier: 4,
    date: null,
    jurisdiction: null,
    publisher: null,
    licence: null,
    role: "retrieved",
    text,
    passages: [{ start: 0, end: text.length, page: null, heading: null, score: 1 }],
    upstream: null,
    superseded: false,
    ...over,
  };
}

async function begin(): Promise<{ id: string; rows: Awaited<ReturnType<typeof research.categories>> }> {
  setEnvironment({ VARIORUM_PARALLEL_CATEGORIES: "3" });
  const { ctx } = await research.account();
  const id = await research.submit(ctx, { providers: ["library", "openfda"] });
  await startRequest(research.system(), { requestId: id, round: 1 });
  return { id, rows: await research.categories(id) };
}

/** Stores an answer as asking would have. */
async function answered(requestCategoryId: string, provider: string, list: readonly FoundSource[]): Promise<void> {
  const stored = list.map(({ text, ...source }) => ({ ...source, textHash: sha256(text) }));
  for (const { text } of list)
    await test.db
      .insert(snapshots)
      .values({ hash: sha256(text), body: text })
      .onConflictDoNothing();
  await test.db.insert(answers).values({
    id: newId(),
    requestCategoryId,
    provider,
    round: 1,
    status: "ok",
    sourceCount: list.length,
    found: { sources: stored, claims: [] },
    startedAt: research.clock.now(),
  });
}
const gather = (requestCategoryId: string) => gatherSources(research.system(), { requestCategoryId, round: 1 });
const sourcesOf = (id: string) => test.db.select().from(sources).where(eq(sources.requestId, id)).orderBy(asc(sources.number));
const mentionsOf = (id: string) =>
  test.db.select().from(sourceMentions).where(eq(sourceMentions.requestCategoryId, id)).orderBy(asc(sourceMentions.provider));

describe("gathering", () => {
  it("makes one source of what two providers bring under one identity, and keeps who brought it", async () => {
    const { id, rows } = await begin();
    const row = rows[0]?.id ?? "";
    const text = "The half-life of celandrin is 6 hours. It was measured twice.";
    await answered(row, "library", [found("10.1000/a", text)]);
    await answered(row, "openfda", [
      found("10.1000/a", "Header. The half-life of celandrin is 6 hours.", {
        role: "cited",
        tier: 2,
        passages: [{ start: 8, end: 46, page: null, heading: null, score: 3 }],
      }),
      found("10.1000/b", "Something else entirely."),
    ]);
    expect(await gather(row)).toEqual({ sources: 2 });
    const stored = await sourcesOf(id);
    expect(stored.map((source) => [source.number, source.identityKey, source.tier])).toEqual([
      [1, "doi:10.1000/a", 2],
      [2, "doi:10.1000/b", 4],
    ]);
    const mentions = (await mentionsOf(row)).filter((mention) => mention.sourceId === stored[0]?.id);
    expect(mentions.map((mention) => [mention.provider, mention.role])).toEqual([
      ["library", "retrieved"],
      ["openfda", "cited"],
    ]);
    expect(stored[0]?.snapshotHash).toBe(sha256(text));
    for (const passage of mentions.flatMap((mention) => mention.passages)) expect(text.slice(passage.start, passage.end)).toContain("half-life");
  });

  it("run again, changes nothing", async () => {
    const { id, rows } = await begin();
    const row = rows[0]?.id ?? "";
    await answered(row, "library", [found("10.1000/a", "One text."), found("10.1000/b", "Another text.")]);
    await gather(row);
    const before = [await sourcesOf(id), await mentionsOf(row)];
    await gather(row);
    expect([await sourcesOf(id), await mentionsOf(row)]).toEqual(before);
  });

  it("gives every source of a request one number, without a gap, although its categories gather at once", async () => {
    const { id, rows } = await begin();
    for (const [index, row] of rows.entries()) {
      const own = Array.from({ length: 5 }, (_, n) => found(`10.1000/${index}-${n}`, `Text ${index} ${n}.`));
      await answered(row.id, "library", [...own, found("10.1000/shared", "Shared by all.")]);
    }
    await Promise.all(rows.map((row) => gather(row.id)));
    const stored = await sourcesOf(id);
    expect(stored.map((source) => source.number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(stored.filter((source) => source.identityKey === "doi:10.1000/shared")).toHaveLength(1);
    for (const row of rows) expect(await mentionsOf(row.id)).toHaveLength(6);
  });

  it("keeps the first text of a source, and drops places whose words do not stand in it", async () => {
    const { id, rows } = await begin();
    const [first, second] = [rows[0]?.id ?? "", rows[1]?.id ?? ""];
    await answered(first, "library", [found("10.1000/a", "Alpha. The half-life is 6 hours.")]);
    await gather(first);
    await answered(second, "library", [
      found("10.1000/a", "Preface. Alpha. Later words.", {
        passages: [
          { start: 9, end: 15, page: 3, heading: "H", score: 2 },
          { start: 16, end: 28, page: null, heading: null, score: 1 },
        ],
      }),
    ]);
    await gather(second);
    expect(await sourcesOf(id)).toHaveLength(1);
    expect(await mentionsOf(second)).toMatchObject([{ passages: [{ start: 0, end: 6, page: 3, heading: "H", score: 2 }] }]);
  });

  it("finds nothing where nothing was brought", async () => {
    const { id, rows } = await begin();
    const row = rows[2]?.id ?? "";
    await answered(row, "library", []);
    expect(await gather(row)).toEqual({ sources: 0 });
    expect(await sourcesOf(id)).toEqual([]);
  });
});
