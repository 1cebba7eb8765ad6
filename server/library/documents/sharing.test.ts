import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { createCollection } from "../collections/create-collection";
import { deleteCollection } from "../collections/delete-collection";
import { listCollections } from "../collections/list-collections";
import { renameCollection } from "../collections/rename-collection";
import { readPassages } from "../passages/read-passages";
import { libraryFor, type Reader } from "../testing";
import { addDocument } from "./add-document";
import { changeDocument } from "./change-document";
import { deleteDocument } from "./delete-document";
import { findDocument } from "./find-document";
import { getDocument } from "./get-document";
import { getSteps } from "./get-steps";
import { listDocuments } from "./list-documents";
import { readDocuments } from "./read-documents";
import { readPassage } from "./read-passage";
import { retryDocument } from "./retry-document";

const database = useTestDatabase();
const library = libraryFor(database);
const text = "The half-life is 6.2 hours.";
const titles = async ({ ctx, scope }: Reader, page = {}) =>
  (await listDocuments(ctx, scope, { limit: 50, ...page })).documents.filter(({ isExample }) => !isExample).map(({ id }) => id);

async function shared() {
  const [owner, other] = [await library.reader(), await library.reader()];
  const { documentId } = await library.read(owner, "notes.txt", `${text} ${owner.id}`);
  const share = (visibility: "private" | "workspace") => changeDocument(owner.ctx, owner.scope, { documentId, visibility });
  return { owner, other, documentId, share };
}

describe("sharing a document", () => {
  /** Every way to read a document, and every way to change one. */
  const reads: [string, (reader: Reader, documentId: string, hash: string) => Promise<unknown>][] = [
    ["opening it", ({ ctx, scope }, documentId) => getDocument(ctx, scope, { documentId })],
    ["finding it by its file", ({ ctx, scope }, _id, hash) => findDocument(ctx, scope, { hash })],
    ["its steps", ({ ctx, scope }, documentId) => getSteps(ctx, scope, { documentId })],
    ["a stretch of it", ({ ctx, scope }, documentId) => readPassage(ctx, scope, { documentId, start: 0, end: 5 })],
    [
      "its passages",
      async ({ ctx, scope }, documentId) => (await readPassages(ctx, scope, { documentId })).length || Promise.reject(new Error("none")),
    ],
    [
      "its text for a run",
      async ({ ctx, scope }, documentId) => (await readDocuments(ctx, scope, [documentId])).length || Promise.reject(new Error("none")),
    ],
  ];
  const changes: [string, (reader: Reader, documentId: string) => Promise<unknown>][] = [
    ["changing it", ({ ctx, scope }, documentId) => changeDocument(ctx, scope, { documentId, visibility: "private" })],
    ["trying it again", ({ ctx, scope }, documentId) => retryDocument(ctx, scope, { documentId })],
    ["deleting it", ({ ctx, scope }, documentId) => deleteDocument(ctx, scope, { documentId }, library.storage)],
  ];

  it.each(reads)("opens %s to everybody here, and closes it again", async (_what, read) => {
    const { owner, other, documentId, share } = await shared();
    const { hash } = await getDocument(owner.ctx, owner.scope, { documentId });
    await expect(read(other, documentId, hash)).rejects.toThrow();
    await share("workspace");
    await expect(read(other, documentId, hash)).resolves.toBeDefined();
    await share("private");
    await expect(read(other, documentId, hash)).rejects.toThrow();
    await expect(read(owner, documentId, hash)).resolves.toBeDefined();
  });

  it.each(changes)("leaves %s to its owner", async (_what, change) => {
    const { owner, other, documentId, share } = await shared();
    await share("workspace");
    await expect(change(other, documentId)).rejects.toMatchObject({ code: "not_found" });
    expect((await getDocument(owner.ctx, owner.scope, { documentId })).visibility).toBe("workspace");
  });

  it("is deleted without a word of who else has the same file", async () => {
    const [one, other] = [await library.reader(), await library.reader()];
    const [mine] = [await library.read(one, "a.txt", `${text} ${one.id}`), await library.read(other, "b.txt", `${text} ${one.id}`)];
    const alone = await library.read(one, "c.txt", `${text} ${other.id}`);
    const gone = [mine, alone].map(({ documentId }) => deleteDocument(one.ctx, one.scope, { documentId }, library.storage));
    expect(await Promise.all(gone)).toEqual([mine, alone].map(({ documentId }) => ({ documentId, passages: 1 })));
  });

  it("leaves the file to who adds the same one in that moment", async () => {
    const [one, other] = [await library.reader(), await library.reader()];
    const content = `${text} ${one.id}`;
    const { documentId } = await library.read(one, "a.txt", content);
    const bytes = new TextEncoder().encode(content);
    let deleted = false;
    const put = async (given: Uint8Array) => {
      const hash = await library.storage.put(given);
      if (!deleted) {
        deleted = true;
        await deleteDocument(one.ctx, one.scope, { documentId }, library.storage);
      }
      return hash;
    };
    await addDocument(other.ctx, other.scope, { bytes, fileName: "b.txt" }, { storage: { ...library.storage, put } });
    expect(await library.storage.get(sha256(bytes))).toEqual(bytes);
  });

  it("stands in the lists of others as theirs to read, without its owner's collection", async () => {
    const { owner, other, documentId, share } = await shared();
    await createCollection(owner.ctx, owner.scope, { name: "Mine" });
    await changeDocument(owner.ctx, owner.scope, { documentId, collection: "Mine" });
    expect(await titles(other)).not.toContain(documentId);
    await share("workspace");
    expect(await titles(other)).toContain(documentId);
    expect(await getDocument(other.ctx, other.scope, { documentId })).toMatchObject({ isMine: false, collection: null });
    expect(await titles(other, { collection: "Mine" })).toEqual([]);
    await share("private");
  });
});

describe("the kind of a document", () => {
  it("is guessed with a reason, and stays what its owner says", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "notes.txt", text);
    expect(await getDocument(reader.ctx, reader.scope, { documentId })).toMatchObject({
      kind: "general",
      kindReason: expect.stringContaining("Nothing"),
    });
    await changeDocument(reader.ctx, reader.scope, { documentId, kind: "report" });
    expect(await getDocument(reader.ctx, reader.scope, { documentId })).toMatchObject({ kind: "report", kindReason: null });
    expect(await titles(reader, { kind: "report" })).toContain(documentId);
    expect(await titles(reader, { kind: "paper" })).not.toContain(documentId);
  });
});

describe("collections", () => {
  it("are made, renamed with their documents, and deleted without them; the trail holds no names", async () => {
    const { ctx, scope, ...reader } = await library.reader();
    const { documentId } = await library.read({ ctx, scope, ...reader }, "notes.txt", text);
    const { collectionId } = await createCollection(ctx, scope, { name: "Letters" });
    await changeDocument(ctx, scope, { documentId, collection: "Letters" });
    await renameCollection(ctx, scope, { collectionId, name: "Old letters" });
    expect(await listCollections(ctx, scope)).toEqual([{ id: collectionId, name: "Old letters", documents: 1 }]);
    expect(await deleteCollection(ctx, scope, { collectionId })).toEqual({ documents: 1 });
    expect((await getDocument(ctx, scope, { documentId })).collection).toBeNull();
    const trail = await database.db.select().from(auditEntries).where(eq(auditEntries.entityId, collectionId));
    expect(trail.map(({ action }) => action)).toEqual(["collection.create", "collection.rename", "collection.delete"]);
    expect(JSON.stringify(trail)).not.toMatch(/letters/i);
  });

  it("of one name are one, whatever its case; and a document stands on none that is not its owner's", async () => {
    const { owner, other, documentId } = await shared();
    const { collectionId } = await createCollection(other.ctx, other.scope, { name: "Papers" });
    await expect(createCollection(other.ctx, other.scope, { name: "papers" })).rejects.toMatchObject({ code: "conflict" });
    await renameCollection(other.ctx, other.scope, { collectionId, name: "PAPERS" });
    await expect(changeDocument(owner.ctx, owner.scope, { documentId, collection: "PAPERS" })).rejects.toMatchObject({ code: "not_found" });
    await expect(renameCollection(owner.ctx, owner.scope, { collectionId, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteCollection(owner.ctx, owner.scope, { collectionId })).rejects.toMatchObject({ code: "not_found" });
  });
});
