import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { passageVectors } from "@/db/schema/embeddings";
import { providerCalls } from "@/db/schema/providers";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { setSpendingPort } from "@/server/platform/spending-port";
import { readingLedger } from "@/server/research/spending/reading-ledger";
import { llm } from "@/standins/llm/llm";
import { startOnFreePorts } from "@/standins/testing";
import { deleteDocument } from "../documents/delete-document";
import { embedDocument, embedLater } from "../documents/embed-document";
import { listSteps } from "../documents/list-steps";
import { search as find } from "../search/search";
import { libraryFor, type Reader } from "../testing";
import { documentsLacking } from "./documents-lacking";
import { embedPassages } from "./embed-passages";

const database = useTestDatabase();
const library = libraryFor(database);
let standins: Awaited<ReturnType<typeof startOnFreePorts>>;

const model = (name: string, provider = "openai") =>
  setEnvironment({ ...standins.environment, EMBEDDING_PROVIDER: provider, EMBEDDING_MODEL: name, LOG_LEVEL: "silent" });

/** A vendor with a list price, at the stand-in's address; the default cap. */
const priced = (more: Record<string, string> = {}) =>
  setEnvironment({
    VARIORUM_STANDINS: "0",
    EMBEDDING_PROVIDER: "openai",
    EMBEDDING_MODEL: "text-embedding-3-small",
    EMBEDDING_BASE_URL: standins.standins.baseUrl("llm"),
    EMBEDDING_API_KEY: "sk-embedding",
    LOG_LEVEL: "silent",
    VARIORUM_MONTHLY_CAP_USD: "150",
    ...more,
  });

beforeAll(async () => {
  setSpendingPort(readingLedger);
  standins = await startOnFreePorts([llm]);
});
afterEach(() => {
  standins.standins.faults.clear();
  setEnvironment({ EMBEDDING_PROVIDER: "", EMBEDDING_MODEL: "", EMBEDDING_BASE_URL: "", EMBEDDING_API_KEY: "" });
});
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

  it("stand in the ledger at what they cost, questions too, and are skipped with the reason when the month's limit is reached", async () => {
    const reader = await library.reader();
    const calls = () =>
      database.db
        .select()
        .from(providerCalls)
        .where(eq(providerCalls.ownerId, reader.id))
        .orderBy(asc(providerCalls.startedAt), asc(providerCalls.id));
    const { documentId } = await library.read(reader, "a.txt", "Clearance\n\nIt is excreted unchanged by the kidneys.");
    priced();
    await embedPassages(reader.ctx, { documentId });
    expect((await search(reader, "renal function")).mode).toBe("hybrid");
    await search(reader, "renal function");
    const paid = await calls();
    expect(paid.map(({ purpose, provider, model: name, state, basis }) => [purpose, provider, name, state, basis])).toEqual(
      Array.from({ length: 2 }, () => ["embed", "openai", "text-embedding-3-small", "settled", "estimated"]),
    );
    // 14 characters, four a token, at 0.02 dollars a million: 4 tokens.
    expect(paid[1]?.costTicks).toBe(800);

    const later = await library.read(reader, "b.txt", "Storage\n\nKeep the tablets in a dry place.");
    priced({ VARIORUM_MONTHLY_CAP_USD: "0.0000001" });
    expect(await embedDocument(reader.ctx, { documentId: later.documentId, ownerId: reader.id })).toEqual({
      status: "skipped",
      detail: "the month's limit is reached",
    });
    const found = await search(reader, "kidneys unchanged today");
    expect([titles(found), found.mode, found.notes]).toEqual([
      ["Clearance"],
      "lexical",
      ["Words alone were compared: Meanings were skipped: the month's limit is reached."],
    ]);
    expect(await calls()).toHaveLength(2);

    priced();
    expect(await embedLater(reader.ctx, { documentId: later.documentId })).toEqual({ status: "embedded", passages: 1 });
    const steps = (await listSteps(reader.ctx, reader.scope, [later.documentId])).get(later.documentId);
    expect(steps?.find(({ step }) => step === "meanings")).toMatchObject({ status: "done", detail: "1 passage" });
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
