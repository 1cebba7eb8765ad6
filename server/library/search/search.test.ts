import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rowsOf } from "@/db/client";
import { searchScopes } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { deleteDocument } from "../documents/delete-document";
import { libraryFor, type Reader } from "../testing";
import { search } from "./search";

const database = useTestDatabase();
const library = libraryFor(database);
const find = async (reader: Reader, ...queries: string[]) => (await search(reader.ctx, reader.scope, { queries, limit: 50 })).passages;
const titles = (found: Awaited<ReturnType<typeof find>>) => found.map((passage) => passage.documentTitle);

/** Everything the index holds of an owner, in the order that does not depend on how it came about. */
async function indexOf(reader: Reader) {
  const [scope] = await database.db.select().from(searchScopes).where(eq(searchScopes.ownerId, reader.id));
  const lists = rowsOf<{ lexeme: string; df: number }>(
    await database.db.execute(sql`select lexeme, sum(df)::int as df from posting where scope_id = ${scope?.id ?? 0} group by lexeme order by lexeme`),
  );
  return { passageCount: scope?.passageCount, sumLength: scope?.sumLength, languages: scope?.languages, lists };
}

describe("searching", () => {
  it("ranks the passage that answers above those that share words", async () => {
    const reader = await library.reader();
    await library.read(reader, "a.txt", "Warfarin\n\nThe half-life of warfarin is about 40 hours.");
    await library.read(reader, "b.txt", "Metformin\n\nMetformin is eliminated with a half-life of 6.2 hours in plasma.");
    await library.read(reader, "c.txt", "Tablets\n\nKeep the tablets dry for hours and hours.");
    expect(titles(await find(reader, "What is the half-life of metformin?"))).toEqual(["Metformin", "Warfarin", "Tablets"]);
  });

  it("finds in a large library with an odd number of passages too", async () => {
    const reader = await library.reader();
    await library.read(reader, "a.txt", "Warfarin\n\nThe half-life of warfarin is about 40 hours.");
    await database.db.update(searchScopes).set({ passageCount: 9_001 }).where(eq(searchScopes.ownerId, reader.id));
    expect(titles(await find(reader, "half-life of warfarin"))).toEqual(["Warfarin"]);
  });

  it("counts the title for every passage of the document", async () => {
    const reader = await library.reader();
    await library.read(reader, "a.md", "# Apixaban\n\n## Absorption\n\nAbout half is absorbed.\n\n## Storage\n\nKeep it dry.");
    const found = await find(reader, "apixaban storage");
    expect(found.map((passage) => passage.heading)).toEqual(["Storage", "Absorption"]);
  });

  it("fuses several questions, keeps to the documents named and to a number for each", async () => {
    const reader = await library.reader();
    const many = Array.from({ length: 6 }, (_, i) => `## Part ${i}\n\nThe dose in part ${i} is taken daily.`).join("\n\n");
    const one = await library.read(reader, "one.md", `# One\n\n${many}`);
    const two = await library.read(reader, "two.md", "# Two\n\nThe dose is halved in old age.");
    expect(new Set(titles(await find(reader, "dose daily", "dose in old age")))).toEqual(new Set(["One", "Two"]));
    const ask = async (input: { documentIds?: string[]; perDocument?: number }) =>
      (await search(reader.ctx, reader.scope, { queries: ["dose"], limit: 50, ...input })).passages;
    expect(titles(await ask({ documentIds: [two.documentId] }))).toEqual(["Two"]);
    expect(titles(await ask({ perDocument: 2 })).sort()).toEqual(["One", "One", "Two"]);
    expect((await ask({ documentIds: [one.documentId], perDocument: 3 })).length).toBe(3);
    expect(await ask({ documentIds: [] })).toEqual([]);
  });

  it("asks in every language of the library", async () => {
    const reader = await library.reader();
    await library.read(
      reader,
      "de.txt",
      "Halbwertszeiten\n\nDie Halbwertszeiten der untersuchten Wirkstoffe unterscheiden sich bei den Patienten deutlich.",
    );
    await library.read(reader, "en.txt", "Kidneys\n\nThe kidneys of the patients eliminated most of the administered dose within a few hours.");
    await library.read(reader, "ja.txt", "糖尿病の治療\n\n糖尿病の治療にはメトホルミンが広く使われている。腎機能に注意する必要がある。");
    expect(titles(await find(reader, "Halbwertszeit eines Wirkstoffs"))).toEqual(["Halbwertszeiten"]);
    expect(titles(await find(reader, "kidney elimination"))).toEqual(["Kidneys"]);
    expect(titles(await find(reader, "糖尿病"))).toEqual(["糖尿病の治療"]);
  });

  it.each(["", "   ", "?!", "\0", "'; drop table posting; --", "a\nb", "%", "x".repeat(100_000)])("answers %j without breaking", async (query) => {
    const reader = await library.reader();
    await library.read(reader, "a.txt", "Some text of no interest.");
    expect(Array.isArray(await find(reader, query))).toBe(true);
  });

  it("has nothing to say about an empty library", async () => {
    expect(await find(await library.reader(), "anything")).toEqual([]);
  });
});

describe("the index", () => {
  it("is the same whether documents were never added or were deleted again, through sealed blocks too", async () => {
    const reader = await library.reader();
    const text = (i: number) => `Document ${i}\n\nThe common word stands here with number${i % 7} and own${i}.`;
    const ids: string[] = [];
    for (let i = 0; i < 150; i += 1) ids.push((await library.read(reader, `${i}.txt`, text(i))).documentId);
    const long = Array.from({ length: 300 }, (_, i) => `## Section ${i}\n\nA common sentence of section ${i}.`).join("\n\n");
    const before = await indexOf(reader);
    const { documentId } = await library.read(reader, "long.md", long);
    expect((await find(reader, "common")).length).toBe(50);
    expect((await indexOf(reader)).lists.find(({ lexeme }) => lexeme === "common")?.df).toBe(450);
    await deleteDocument(reader.ctx, reader.scope, { documentId }, library.storage);
    expect(await indexOf(reader)).toEqual(before);
    for (const id of ids) await deleteDocument(reader.ctx, reader.scope, { documentId: id }, library.storage);
    expect(await indexOf(reader)).toEqual({ passageCount: 0, sumLength: 0, languages: {}, lists: [] });
  });
});
