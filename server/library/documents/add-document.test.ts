import { readdirSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { useTestDatabase } from "@/db/testing";
import { isAppError } from "@/server/platform/errors";
import { readEvents } from "@/server/progress/watch";
import { libraryFor, type Reader } from "../testing";
import { addDocument } from "./add-document";
import { listDocuments } from "./list-documents";
import { processDocument } from "./process-document";
import { retryDocument } from "./retry-document";
import { documentAdded, libraryStream } from "./schema";
import { lines, writePdf } from "./testing-pdf";

const database = useTestDatabase();
const library = libraryFor(database);
const bytes = (text: string) => new TextEncoder().encode(text);
const add = (reader: Reader, content: string, fileName = "notes.txt") =>
  addDocument(reader.ctx, reader.scope, { bytes: bytes(content), fileName }, { storage: library.storage, maxBytes: 1_000 });
const storedFiles = () => readdirSync(library.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const audited = (entityId: string) =>
  database.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.entity, "document"), eq(auditEntries.entityId, entityId)));

describe("adding a document", () => {
  it("queues it, asks for its processing and audits ids and hashes, never names or text", async () => {
    const reader = await library.reader();
    const { documentId, isNew } = await add(reader, "A private sentence.", "private-name.txt");
    expect(isNew).toBe(true);
    expect(reader.sent).toEqual([{ name: documentAdded.name, data: { documentId, ownerId: reader.id } }]);
    const [entry] = await audited(documentId);
    expect(entry).toMatchObject({ action: "document.add", after: { status: "queued", bytes: 19 } });
    expect(JSON.stringify(entry)).not.toContain("private");
  });

  it("takes the same bytes once, whatever their name", async () => {
    const reader = await library.reader();
    const first = await add(reader, "The same text.", "one.txt");
    const second = await add(reader, "The same text.", "two.txt");
    expect(second).toEqual({ documentId: first.documentId, status: "queued", isNew: false });
    expect((await listDocuments(reader.ctx, reader.scope, { limit: 10 })).documents.map((document) => document.fileName)).toEqual(["one.txt"]);
  });

  it("takes only so many of one account, and those that are there again", async () => {
    const reader = await library.reader();
    const most = (content: string) =>
      addDocument(reader.ctx, reader.scope, { bytes: bytes(content), fileName: "a.txt" }, { storage: library.storage, maxBytes: 1_000, most: 2 });
    for (const content of ["The first text.", "The second text.", "The first text."]) await most(content);
    await expect(most("A third text.")).rejects.toMatchObject({ code: "conflict", userMessage: expect.stringMatching(/Delete some/) });
  });

  it("keeps the owners of the same file apart", async () => {
    const [one, two] = [await library.reader(), await library.reader()];
    const first = await add(one, "Shared by chance.");
    const second = await add(two, "Shared by chance.");
    expect(second.isNew).toBe(true);
    expect(second.documentId).not.toBe(first.documentId);
  });

  it.each([
    ["an empty file", "", "a.txt", "bad_request", /empty/],
    ["a file that is too large", "x".repeat(1_001), "a.txt", "too_large", /larger than/],
    ["a file of another kind", "PK\u0003\u0004rest", "a.docx", "unsupported", /damaged archive/],
    ["a PDF behind .txt", "%PDF-1.7 rest", "a.txt", "unsupported", /named \.txt but is a PDF/],
  ])("refuses %s and keeps nothing", async (_what, content, fileName, code, sentence) => {
    const reader = await library.reader();
    const before = storedFiles();
    const error: unknown = await add(reader, content, fileName).catch((thrown: unknown) => thrown);
    expect(isAppError(error) && error.code).toBe(code);
    expect(isAppError(error) && error.userMessage).toMatch(sentence);
    expect(storedFiles()).toBe(before);
    expect((await listDocuments(reader.ctx, reader.scope, { limit: 10 })).totals.documents).toBe(0);
    expect(reader.sent).toEqual([]);
  });

  it("shows a path's last part only, without signs that turn the reading direction", async () => {
    const reader = await library.reader();
    await add(reader, "Path text.", "../../etc/\u202Efdp.txt");
    expect((await listDocuments(reader.ctx, reader.scope, { limit: 10 })).documents[0]?.fileName).toBe("fdp.txt");
  });
});

describe("processing what was added", () => {
  it("tells each step on the owner's stream, in order", async () => {
    const reader = await library.reader();
    await library.read(reader, "notes.txt", "Some text to read.");
    const events = await readEvents(database.db, libraryStream(reader.id), 0);
    const told = events.map(({ type, body }) => (type === "document.step" ? `${body.step} ${body.status}` : type));
    expect(told).toEqual(["document.added", "document.processing", "read running", "read done", "index running", "index done", "document.ready"]);
    expect(events.at(-1)?.body).toMatchObject({ passages: 1, pages: null });
  });

  it("fails with one sentence and keeps no passages; trying again and adding again both start anew", async () => {
    const reader = await library.reader();
    const scan = writePdf([[], []]);
    const { documentId, result } = await library.read(reader, "scan.pdf", scan);
    expect(result).toEqual({ status: "failed", reason: expect.stringMatching(/needs OCR/) });
    const [shown] = (await listDocuments(reader.ctx, reader.scope, { limit: 10 })).documents;
    expect(shown).toMatchObject({ status: "failed", error: expect.stringMatching(/needs OCR/), passages: 0 });
    await retryDocument(reader.ctx, reader.scope, { documentId });
    expect(reader.sent).toHaveLength(2);
    expect(await processDocument(reader.ctx, { documentId, ownerId: reader.id }, library.storage)).toMatchObject({ status: "failed" });
    const add = () => addDocument(reader.ctx, reader.scope, { bytes: scan, fileName: "scan.pdf" }, { storage: library.storage });
    for (const again of await Promise.all([add(), add(), add()])) expect(again).toEqual({ documentId, status: "queued", isNew: false });
    expect((await audited(documentId)).filter(({ action }) => action === "document.retry")).toHaveLength(2);
  });

  it("goes on after a worker that died in the middle", async () => {
    const reader = await library.reader();
    const { documentId } = await add(reader, "Text that survives.");
    const dying = { ...library.storage, get: () => Promise.reject(new Error("killed")) };
    await expect(processDocument(reader.ctx, { documentId, ownerId: reader.id }, dying)).rejects.toThrow("killed");
    expect(await processDocument(reader.ctx, { documentId, ownerId: reader.id }, library.storage)).toEqual({ status: "ready", passages: 1 });
  });

  it("reads a PDF with its pages", async () => {
    const reader = await library.reader();
    const pdf = writePdf([lines(700, "The first page has a sentence."), lines(700, "The second page has another.")]);
    const { result } = await library.read(reader, "two.pdf", pdf);
    expect(result).toEqual({ status: "ready", passages: 2 });
    const [shown] = (await listDocuments(reader.ctx, reader.scope, { limit: 10 })).documents;
    expect(shown).toMatchObject({ pages: 2, mediaType: "application/pdf", language: "en" });
  });

  it("says so when the document is gone", async () => {
    const reader = await library.reader();
    expect(await processDocument(reader.ctx, { documentId: "none", ownerId: reader.id }, library.storage)).toEqual({ status: "gone" });
  });

  it("runs twice at once and writes once", async () => {
    const reader = await library.reader();
    const { documentId } = await add(reader, "Read by two workers.");
    const input = { documentId, ownerId: reader.id };
    const results = await Promise.all([processDocument(reader.ctx, input, library.storage), processDocument(reader.ctx, input, library.storage)]);
    expect(results).toEqual([
      { status: "ready", passages: 1 },
      { status: "ready", passages: 1 },
    ]);
    expect((await audited(documentId)).map((entry) => entry.action)).toEqual(["document.add", "document.process"]);
  });
});
