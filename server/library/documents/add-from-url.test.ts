import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { isAppError } from "@/server/platform/errors";
import type { FetchedPage, Outbound } from "@/server/platform/outbound";
import { outboundFor } from "@/server/platform/outbound";
import { libraryFor, type Reader } from "../testing";
import { addFromUrl } from "./add-from-url";
import { listDocuments } from "./list-documents";

const database = useTestDatabase();
const library = libraryFor(database);

const answering = (page: Partial<FetchedPage> & { content: string }): Outbound => ({
  fetchPage: async (url) => ({
    ok: true,
    page: {
      ...{ url, finalUrl: url, status: 200, hops: [], headers: {}, contentType: "text/html", at: new Date(0), downgraded: false },
      body: new TextEncoder().encode(page.content),
      ...page,
    },
  }),
});
const reasonOf = async (reader: Reader, url: string, way: Outbound) => {
  const error: unknown = await addFromUrl(reader.ctx, reader.scope, { url }, { outbound: way, storage: library.storage }).catch(
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? error.userMessage : "added";
};
const names = async (reader: Reader) => (await listDocuments(reader.ctx, reader.scope, { limit: 10 })).documents.map(({ fileName }) => fileName);

describe("adding a file by its address", () => {
  it("keeps it under a name that fits what it is", async () => {
    const reader = await library.reader();
    const way = answering({ content: "<!doctype html><html><body><p>Words.</p></body></html>" });
    expect(
      await addFromUrl(reader.ctx, reader.scope, { url: " https://example.org/view.php " }, { outbound: way, storage: library.storage }),
    ).toMatchObject({ isNew: true });
    expect(await names(reader)).toEqual(["view.html"]);
  });

  it.each([
    ["that is not there", { content: "gone", status: 404 }, /answered 404/],
    ["that cannot be read", { content: "\u0089PNG\r\n", body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }, /PNG picture/],
    ["that is empty", { content: "" }, /empty/],
  ])("refuses one %s and keeps nothing", async (_what, page, reason) => {
    const reader = await library.reader();
    expect(await reasonOf(reader, "https://example.org/a", answering(page))).toMatch(reason);
    expect(await names(reader)).toEqual([]);
  });

  it.each([
    "http://127.0.0.1/a",
    "http://0x7f.1/",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "https://a:b@example.org/",
    "http://localhost:3000/",
  ])("never asks %s", async (url) => {
    const reader = await library.reader();
    const way = outboundFor({ on: true, proxy: null, gapMs: 0, contact: "" }, { lookup: () => Promise.reject(new Error("asked")) });
    expect(await reasonOf(reader, url, way)).toMatch(/^.{10,300}\.$/);
    expect(await names(reader)).toEqual([]);
  });
});
