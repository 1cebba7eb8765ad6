import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { memoryCache } from "@/server/platform/memory-cache";
import { deleteDocument } from "../documents/delete-document";
import { libraryFor, type Reader } from "../testing";
import { search } from "./search";
import { touchIndex } from "./touch-index";

const database = useTestDatabase();
const library = libraryFor(database);
const kept = memoryCache(systemClock);
/** Counts what is kept. */
const counted = {
  sets: 0,
  ...kept,
  set: async (...call: Parameters<typeof kept.set>) => {
    counted.sets += 1;
    await kept.set(...call);
  },
};
const find = async (reader: Reader, query: string) =>
  (await search(reader.ctx, reader.scope, { queries: [query], limit: 5 }, counted)).passages.map((passage) => passage.documentTitle);
const version = async (reader: Reader) =>
  rowsOf<{ version: number }>(await database.db.execute(sql`select version from search_scope where owner_id = ${reader.id}`))[0]?.version;

describe("an order that was found before", () => {
  it("is found again until the index changes: by a document more, one less, or what is no word", async () => {
    const reader = await library.reader();
    await library.read(reader, "a.txt", "One\n\nThe dose is halved.");
    counted.sets = 0;
    expect([await find(reader, "dose"), await find(reader, "dose"), counted.sets]).toEqual([["One"], ["One"], 1]);
    const { documentId } = await library.read(reader, "b.txt", "Two\n\nThe dose is doubled.");
    expect((await find(reader, "dose")).sort()).toEqual(["One", "Two"]);
    await deleteDocument(reader.ctx, reader.scope, { documentId }, library.storage);
    expect(await find(reader, "dose")).toEqual(["One"]);
    const before = await version(reader);
    await database.db.transaction((tx) => touchIndex(tx, reader.scope));
    expect(await version(reader)).toBe((before ?? 0) + 1);
  });

  it("is nobody else's", async () => {
    const [reader, other] = [await library.reader(), await library.reader()];
    await library.read(reader, "a.txt", "One\n\nThe dose is halved.");
    await library.read(other, "b.txt", "Two\n\nThe dose is halved.");
    expect([await find(reader, "dose"), await find(other, "dose")]).toEqual([["One"], ["Two"]]);
  });
});
