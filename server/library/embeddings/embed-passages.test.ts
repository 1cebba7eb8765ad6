import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { passageVectors } from "@/db/schema/embeddings";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { llm } from "@/standins/llm/llm";
import { startOnFreePorts } from "@/standins/testing";
import { deleteDocument } from "../documents/delete-document";
import { search as find } from "../search/search";
import { libraryFor, type Reader } from "../testing";
import { documentsLacking } from "./documents-lacking";
import { embedPassages } from "./embed-passages";

const database = useTestDatabase();
const library = libraryFor(database);
let standins: Awaited<ReturnType<typeof startOnFreePorts>>;

const model = (name: string, provider = "openai") =>
  setEnvironment({ ...standins.environment, EMBEDDING_PROVIDER: provider, EMBEDDING_MODEL: name, LOG_LEVEL: "silent" });

beforeAll(async () => {
  standins = await startOnFreePorts([llm]);
});
afterEach(() => void setEnvironment({ EMBEDDING_PROVIDER: "", EMBEDDING_MODEL: "" }));
afterAll(() => standins.standins.close());

const search = (reader: Reader, query: string) => find(reader.ctx, reader.scope, { typed: query, limit: 10 });
const titles = (found: Awaited<ReturnType<typeof search>>) => found.passages.map((passage) => passage.documentTitle);
const vectorsOf = (documentId: string) => database.db.select().from(passageVectors).where(eq(passageVectors.documentId, documentId));

describe("vectors of passages", () => {
  it.each(["openai", "google", "compatible"])("let a search find what has no word in common with it, by %s", async (provider) => {
    const reader = await library.reader();
    const kidneys = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    const tablets = await library.read(reader, "b.txt", "Storage\n\nKeep the tablets in a dry place.");
    expect(await search(reader, "renal")).toMatchObject({ passages: [], mode: "lexical", notes: [] });
    model("standin-words", provider);
    expect(await search(reader, "renal")).toMatchObject({ passages: [], mode: "lexical", notes: [expect.stringMatching(/no vectors/)] });
    for (const { documentId } of [kidneys, tablets]) {
      expect(await embedPassages(reader.ctx, { documentId })).toEqual({ status: "embedded", passages: 1 });
      expect(await embedPassages(reader.ctx, { documentId })).toEqual({ status: "embedded", passages: 0 });
    }
    const found = await search(reader, "renal");
    expect([titles(found), found.mode, found.notes]).toEqual([["Clearance"], "hybrid", []]);
    expect(titles(await search(reader, "tablets kidneys")).sort()).toEqual(["Clearance", "Storage"]);
    expect(await search(await library.reader(), "renal")).toMatchObject({ passages: [] });
  });

  it("are made anew for another model, of another dimension, and those of the old one go", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    model("standin-words");
    await embedPassages(reader.ctx, { documentId });
    model("standin-words-64");
    expect(await documentsLacking(reader.ctx, 100)).toContain(documentId);
    expect((await search(reader, "renal")).mode).toBe("lexical");
    await embedPassages(reader.ctx, { documentId });
    expect(await documentsLacking(reader.ctx, 100)).not.toContain(documentId);
    expect((await vectorsOf(documentId)).map((row) => [row.model, row.dimension])).toEqual([["openai:standin-words-64", 64]]);
    expect(titles(await search(reader, "renal"))).toEqual(["Clearance"]);
  });

  it("leave the search by words as it is while the model fails, which is said", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    model("standin-words");
    await embedPassages(reader.ctx, { documentId });
    standins.standins.faults.set({ standin: "llm", fault: "500", times: 9 });
    const found = await search(reader, "unchanged kidneys at last");
    expect([titles(found), found.mode]).toEqual([["Clearance"], "lexical"]);
    expect(found.notes).toEqual([expect.stringMatching(/^Words alone were compared: The model standin-words of openai failed with status 500/)]);
  });

  it("are not made without a model, nor for a document that is gone, and go with their document", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    expect(await embedPassages(reader.ctx, { documentId })).toEqual({ status: "off" });
    expect(await documentsLacking(reader.ctx, 100)).toEqual([]);
    model("standin-words");
    expect(await embedPassages(reader.ctx, { documentId: "gone" })).toEqual({ status: "gone" });
    await embedPassages(reader.ctx, { documentId });
    await deleteDocument(reader.ctx, reader.scope, { documentId }, library.storage);
    expect(await vectorsOf(documentId)).toEqual([]);
    expect((await search(reader, "renal")).passages).toEqual([]);
  });

  it("say why a failing model made none", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    model("standin-failing");
    expect(await embedPassages(reader.ctx, { documentId })).toEqual({
      status: "failed",
      retryable: true,
      reason: "The model standin-failing of openai failed with status 500.",
    });
    expect(await vectorsOf(documentId)).toEqual([]);
  });
});
