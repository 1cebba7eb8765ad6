import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { documentReferences, documents, passages } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { libraryFor, type Reader } from "../testing";
import { findTitles } from "./find-titles";
import { search as find } from "./search";

const database = useTestDatabase();
const library = libraryFor(database);

const search = (reader: Reader, query: string) => find(reader.ctx, reader.scope, { typed: query, limit: 20 });
const titles = async (reader: Reader, query: string) => (await search(reader, query)).passages.map((passage) => passage.documentTitle);

/** Four documents that fields tell apart. */
async function shelf(): Promise<Reader> {
  const reader = await library.reader();
  const about = (title: string, date: string, more: string) => `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n`;
  await library.read(
    reader,
    "old.md",
    `${about("Old label", "2009", "language: en\n")}Lactic acidosis was seen in patients with renal failure. The dose is 850 mg.`,
  );
  await library.read(
    reader,
    "new.md",
    `${about("New paper", "2018-04", "language: en\n")}Acidosis, and lactic acid, were not raised. Children took half the dose.`,
  );
  await library.read(
    reader,
    "de.md",
    `${about("Fachinformation", "2020-06-15", "language: de\n")}Die Laktatazidose ist selten. Die Dosis beträgt 850 mg.`,
  );
  await library.read(
    reader,
    "romans.md",
    `${about("On Romans", "1999", "language: en\n")}All things work together for good, says the apostle (Rom 8:28-30). Compare Gen 50:20.`,
  );
  return reader;
}

describe("what a person types", () => {
  it("finds words, and with quotation marks only where they stand so", async () => {
    const reader = await shelf();
    expect((await titles(reader, "lactic acidosis")).sort()).toEqual(["New paper", "Old label"]);
    expect(await titles(reader, '"lactic acidosis"')).toEqual(["Old label"]);
    expect(await titles(reader, '"acidosis and lactic"')).toEqual(["New paper"]);
    expect(await titles(reader, '"lactic acidosis" "renal dose"')).toEqual([]);
  });

  it("leaves out what is excluded, words by their endings and sequences as written", async () => {
    const reader = await shelf();
    expect(await titles(reader, "dose -children")).toEqual(expect.not.arrayContaining(["New paper"]));
    expect(await titles(reader, 'acidosis -"renal failure"')).toEqual(["New paper"]);
    expect((await titles(reader, "acidosis -renal-dose")).sort()).toEqual(["New paper", "Old label"]);
  });

  it("keeps to languages, dates and kinds, alone or together with words", async () => {
    const reader = await shelf();
    expect(await titles(reader, "850 lang:de")).toEqual(["Fachinformation"]);
    expect((await titles(reader, "before:2018-04")).sort()).toEqual(["Old label", "On Romans"]);
    expect(await titles(reader, "after:2018-03 before:2020")).toEqual(["New paper"]);
    expect(await titles(reader, "dose kind:label kind:paper")).toEqual([]);
  });

  it("finds what cites a reference, however it is written, by field and as the whole query", async () => {
    const reader = await shelf();
    for (const query of ['ref:"Rom 8"', 'ref:"Romans 8:29"', "Rom 8:28", "Romans 8", 'ref:"Genesis 50"'])
      expect(await titles(reader, query)).toEqual(["On Romans"]);
    expect(await titles(reader, 'ref:"Rom 9"')).toEqual([]);
    expect(await titles(reader, 'ref:"Rom 8" acidosis')).toEqual([]);
  });

  it("finds by stored references what stands in a passage and what stands under a heading that names it", async () => {
    const reader = await library.reader();
    const body = "## First\n\nThe apostle says so here.\n\n## Second\n\nNow the next thing.\n\n## Third\n\nNothing of it.";
    const { documentId } = await library.read(reader, "notes.md", `# Notes\n\n${body}`);
    const own = await database.db.select().from(passages).where(eq(passages.documentId, documentId)).orderBy(passages.ordinal);
    await database.db.delete(documentReferences).where(eq(documentReferences.documentId, documentId));
    await database.db.insert(documentReferences).values([
      { documentId, passageId: own[0]?.id ?? 0, scheme: "scripture", canonical: "Rom.8.28-Rom.8.30", startOffset: 0, endOffset: 1 },
      {
        documentId,
        passageId: null,
        scheme: "scripture",
        canonical: "Gal.3",
        startOffset: (own[1]?.startOffset ?? 0) - 2,
        endOffset: own[1]?.startOffset ?? 0,
      },
      { documentId, passageId: own[2]?.id ?? 0, scheme: "doi", canonical: "10.1000/182", startOffset: 5, endOffset: 6 },
    ]);
    const headings = async (query: string) => (await search(reader, query)).passages.map((passage) => passage.heading);
    expect(await headings('ref:"Rom 8:29"')).toEqual(["First"]);
    expect(await headings('ref:"Rom 8:31"')).toEqual([]);
    expect(await headings("Gal 3:28")).toEqual(["Second"]);
    expect(await headings("ref:10.1000/182")).toEqual(["Third"]);
  });

  it("marks exactly what was found, and says that words alone were compared", async () => {
    const reader = await shelf();
    const found = await search(reader, '"lactic acidosis" patient');
    const [passage] = found.passages;
    expect(passage?.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(["Lactic acidosis", "patients"]);
    expect(found).toMatchObject({ mode: "lexical", notes: [], suggestion: null });
  });

  it("says what was searched as words", async () => {
    const reader = await shelf();
    expect(await search(reader, "kind:novel dose")).toMatchObject({ notes: [expect.stringMatching(/^kind:novel was searched as words/)] });
  });

  it("names the nearest words where nothing is found", async () => {
    const reader = await shelf();
    expect(await search(reader, "acidsois")).toMatchObject({ passages: [], suggestion: "acidosis" });
    expect(await search(reader, "xylophone")).toMatchObject({ passages: [], suggestion: null });
  });

  it("shows nobody the documents of another", async () => {
    await shelf();
    const other = await library.reader();
    await library.read(other, "own.txt", "Own\n\nNothing about it.");
    for (const query of ["dose", "lang:en", 'ref:"Rom 8"', "acidsois"]) {
      const found = await search(other, query);
      expect(found.passages.filter((passage) => passage.documentTitle !== "Own")).toEqual([]);
      expect(found.suggestion).toBeNull();
    }
  });

  it("finds what others share with everybody, and of theirs nothing else", async () => {
    const owner = await library.reader();
    const shared = await library.read(owner, "shared.txt", "Shared\n\nAcarbose slows the gut (Rom 8:28).");
    await library.read(owner, "private.txt", "Private\n\nAcarbose slows the gut (Rom 8:28) and the heart.");
    await database.db.update(documents).set({ visibility: "workspace" }).where(eq(documents.id, shared.documentId));
    const reader = await library.reader();
    const last = await library.read(owner, "last.txt", "Last\n\nAcarbose slows nothing.");
    for (const query of ["acarbose", '"slows the gut"', "lang:en", "Acarbose slows"]) expect(await titles(reader, query)).toEqual(["Shared"]);
    expect((await titles(owner, "acarbose")).sort()).toEqual(["Last", "Private", "Shared"]);
    expect((await findTitles(reader.ctx, reader.scope, { query: "txt", limit: 5 })).map(({ title }) => title)).toEqual(["Shared"]);
    await database.db.update(documents).set({ visibility: "workspace" }).where(eq(documents.id, last.documentId));
    expect((await titles(reader, "acarbose")).sort()).toEqual(["Last", "Shared"]);
    await database.db.update(documents).set({ visibility: "private" }).where(eq(documents.id, last.documentId));
    await database.db.update(documents).set({ visibility: "private" }).where(eq(documents.id, shared.documentId));
    for (const query of ["acarbose", "lang:en"]) expect(await titles(reader, query)).toEqual([]);
  });

  it.each(["", "   ", '"', '""', "-", 'ref:""', "kind:", "\0", "x".repeat(2_000), "-a -b", '"a" '.repeat(400)])(
    "answers %j without breaking",
    async (query) => {
      const reader = await shelf();
      expect(Array.isArray((await search(reader, query)).passages)).toBe(true);
    },
  );
});

it("titles are found by parts of words, and what has a meaning in patterns is taken literally", async () => {
  const reader = await shelf();
  const find = async (query: string) => (await findTitles(reader.ctx, reader.scope, { query, limit: 5 })).map(({ title }) => title);
  expect(await find("lab old")).toEqual(["Old label"]);
  expect([await find("%"), await find("_"), await find("\\"), await find("")]).toEqual([[], [], [], []]);
});
