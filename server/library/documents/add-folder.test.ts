import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { libraryFor } from "../testing";
import { addExampleLibrary } from "./add-example-library";
import { addFolder } from "./add-folder";
import { listDocuments } from "./list-documents";
import { processDocument } from "./process-document";

const database = useTestDatabase();
const library = libraryFor(database);
const root = mkdtempSync(path.join(tmpdir(), "folder-test-"));
const write = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
};

beforeAll(() => {
  setEnvironment({ VARIORUM_DATA_DIR: path.join(library.folder, "data") });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("adding a folder", () => {
  it("takes what can be read, names what cannot, and follows neither links nor hidden files", async () => {
    const reader = await library.reader();
    write("mine/a.txt", "First text.");
    write("mine/deep/b.md", "# Second");
    write("mine/deep/copy.txt", "First text.");
    write("mine/empty.txt", "");
    write("mine/data.xlsx", "PK\u0003\u0004");
    write("mine/.hidden/c.txt", "Hidden.");
    write("outside/d.txt", "Outside.");
    symlinkSync(path.join(root, "outside"), path.join(root, "mine/link"));
    symlinkSync(path.join(root, "outside/d.txt"), path.join(root, "mine/link.txt"));
    const { added, refused } = await addFolder(reader.ctx, reader.scope, { folder: path.join(root, "mine") });
    expect(added.map((one) => one.file)).toEqual(["a.txt", "deep/b.md"]);
    expect(refused.map((one) => one.file)).toEqual(["data.xlsx", "empty.txt"]);
    for (const { reason } of refused) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ["is missing", "nowhere", /does not exist/],
    ["is a file", "outside/d.txt", /is a file, not a folder/],
  ])("says so when the folder %s", async (_what, name, sentence) => {
    const reader = await library.reader();
    write("outside/d.txt", "Outside.");
    await expect(addFolder(reader.ctx, reader.scope, { folder: path.join(root, name) })).rejects.toThrow(sentence);
  });

  it.skipIf(process.getuid?.() === 0)("names a file that may not be opened and goes on", async () => {
    const reader = await library.reader();
    write("locked/a.txt", "Locked.");
    write("locked/b.txt", "Open.");
    chmodSync(path.join(root, "locked/a.txt"), 0o000);
    const { added, refused } = await addFolder(reader.ctx, reader.scope, { folder: path.join(root, "locked") });
    expect([added.length, refused.length]).toEqual([1, 1]);
  });
});

describe("the example library", () => {
  it("is read whole, with what each document states of itself, and adding it again changes nothing", async () => {
    const reader = await library.reader();
    const { added, refused } = await addExampleLibrary(reader.ctx, reader.scope);
    expect(refused).toEqual([]);
    for (const { documentId } of added) {
      expect(await processDocument(reader.ctx, { documentId, ownerId: reader.id })).toMatchObject({ status: "ready" });
    }
    const again = await addExampleLibrary(reader.ctx, reader.scope);
    expect(again.added.every((one) => !one.isNew)).toBe(true);
    const { documents, totals } = await listDocuments(reader.ctx, reader.scope, { limit: 100 });
    expect(totals).toMatchObject({ documents: added.length, failed: 0, waiting: 0 });
    for (const document of documents) {
      expect(document).toMatchObject({ isExample: true, warnings: [] });
      expect(document.metadata.publisher).toBeTruthy();
    }
  });
});
