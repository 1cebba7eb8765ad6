import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answers, snapshots, sourceMentions, sources } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { extractCategoryClaims } from "../claims/extract-category-claims";
import { readClaims } from "../claims/read-claims";
import { startRequest } from "../requests/start-request";
import { readSentences } from "../synthesis/read-sentences";
import { writeSummary } from "../synthesis/write-summary";
import { researchFor } from "../testing";
import { readingsOf } from "./core/readings";
import { gatherSources } from "./gather-sources";
import { readCategorySources, readRequestSources } from "./read-sources";
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
    const gathered = (await readCategorySources(test.db, id, row)).find((source) => source.id === stored[0]?.id);
    expect(gathered?.mentions.map((mention) => mention.passages.map((passage) => mention.text.slice(passage.start, passage.end)))).toEqual([
      [text],
      ["The half-life of celandrin is 6 hours."],
    ]);
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

  it("keeps a source's own text, and every passage of a later one in the text it came with", async () => {
    const { id, rows } = await begin();
    const [first, second] = [rows[0]?.id ?? "", rows[1]?.id ?? ""];
    await answered(first, "library", [found("10.1000/a", "Alpha. The half-life is 6 hours.")]);
    await gather(first);
    const later = "Preface. Alpha. Later words.";
    const passages = [
      { start: 9, end: 15, page: 3, heading: "H", score: 2 },
      { start: 16, end: 28, page: null, heading: null, score: 1 },
    ];
    const retraction = { kind: "retraction", date: "2021", by: null } as const;
    await answered(second, "library", [found("10.1000/a", later, { passages, date: "2020", tier: 2, notices: [retraction] })]);
    await gather(second);
    const [stored, ...others] = await sourcesOf(id);
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ snapshotHash: sha256("Alpha. The half-life is 6 hours."), date: "2020", tier: 2, notices: [retraction] });
    expect(await mentionsOf(second)).toMatchObject([{ snapshotHash: sha256(later), passages }]);
    const [gathered] = await readCategorySources(test.db, id, second);
    expect(gathered?.mentions.map((mention) => mention.text)).toEqual([later]);
    expect(gathered && readingsOf(gathered).map((reading) => reading.passages.length)).toEqual([2]);
  });

  it("keeps both of two texts that one provider brought of a source", async () => {
    const { id, rows } = await begin();
    const row = rows[0]?.id ?? "";
    await answered(row, "library", [
      found("10.1000/a", "The second edition says less."),
      found("10.1000/a", "The first edition says a little more."),
    ]);
    expect(await gather(row)).toEqual({ sources: 1 });
    const [gathered] = await readCategorySources(test.db, id, row);
    expect(gathered?.mentions.map((mention) => [mention.part, mention.text])).toEqual([
      [0, "The first edition says a little more."],
      [1, "The second edition says less."],
    ]);
  });

  it("never takes one registered work for another because both were found at one address", async () => {
    const { id, rows } = await begin();
    const home = { scheme: "url", value: "https://journal.example/" } as const;
    for (const [index, row] of rows.slice(0, 2).entries()) {
      await answered(row.id, "library", [found(`10.1000/${index}`, `Paper ${index}.`, { aliases: [home] })]);
      await gather(row.id);
    }
    expect((await sourcesOf(id)).map((source) => source.identityKey)).toEqual(["doi:10.1000/0", "doi:10.1000/1"]);
  });

  it("comes to the same whichever category gathers first", async () => {
    const label = "Celandrin leaves the plasma with an elimination half-life of 6.2 hours in adults.";
    const snippet = "The maximum daily dose of celandrin is 40 mg.";
    const other = "In a later study the elimination half-life of celandrin was 7.5 hours.";
    const brought = [
      [
        { provider: "library", sources: [found("10.1000/a", label, { tier: 1 })] },
        { provider: "openfda", sources: [found("10.1000/a", other)] },
      ],
      [
        { provider: "openfda", sources: [found("10.1000/a", snippet, { date: "2020" })] },
        { provider: "library", sources: [found("10.1000/b", snippet)] },
      ],
      [{ provider: "library", sources: [found("10.1000/a", "Another stretch of it altogether.", { role: "cited" })] }],
    ];
    const run = async (order: readonly number[]) => {
      const { id, rows } = await begin();
      for (const index of order) {
        for (const { provider, sources: list } of brought[index] ?? []) await answered(rows[index]?.id ?? "", provider, list);
        await gather(rows[index]?.id ?? "");
        await extractCategoryClaims(research.system(), { requestCategoryId: rows[index]?.id ?? "", round: 1 });
        await writeSummary(research.system(), { requestCategoryId: rows[index]?.id ?? "", round: 1 });
      }
      const ids = rows.map((row) => row.id);
      const keys = new Map((await sourcesOf(id)).map((source) => [source.id, source.identityKey]));
      const read = await Promise.all(
        ids.map(async (row) =>
          (await readCategorySources(test.db, id, row))
            .flatMap(({ identityKey, tier, date, voice, mentions }) =>
              mentions.map(({ provider, role, text, passages }) => ({ identityKey, tier, date, voice, provider, role, text, passages })),
            )
            .sort((a, b) => a.identityKey.localeCompare(b.identityKey) || a.provider.localeCompare(b.provider)),
        ),
      );
      const claims = [...(await readClaims(test.db, ids)).values()].map((list) =>
        list
          .map(({ attribute, value, quote, sourceId }) => ({ attribute, value, quote, source: keys.get(sourceId) ?? "" }))
          .sort((a, b) => a.source.localeCompare(b.source)),
      );
      const texts = (await readSentences(test.db, ids)).map(({ text, citations }) => [
        text,
        citations.map((citation) => [keys.get(citation.sourceId), citation.quote]),
      ]);
      const all = (await readRequestSources(test.db, id)).map(({ identityKey, voice, tier, date }) => [identityKey, voice, tier, date]).sort();
      return { read, claims, texts: texts.sort(), all };
    };
    const expected = await run([0, 1, 2]);
    expect(expected.claims.map((list) => list.map((claim) => claim.quote))).toEqual([[label, other], [snippet, snippet], []]);
    expect(expected.texts.length).toBeGreaterThan(2);
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ]) {
      const { read, ...rest } = await run(order);
      // What is known of a source itself grows with every category: only its end is the same.
      expect(rest).toEqual({ claims: expected.claims, texts: expected.texts, all: expected.all });
      const told = (list: typeof read) =>
        list.map((rows) => rows.map(({ identityKey, provider, role, text, passages }) => [identityKey, provider, role, text, passages]));
      expect(told(read)).toEqual(told(expected.read));
    }
  });

  it("finds nothing where nothing was brought", async () => {
    const { id, rows } = await begin();
    const row = rows[2]?.id ?? "";
    await answered(row, "library", []);
    expect(await gather(row)).toEqual({ sources: 0 });
    expect(await sourcesOf(id)).toEqual([]);
  });
});
