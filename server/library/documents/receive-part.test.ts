import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { libraryFor, type Reader } from "../testing";
import { uploadParts } from "./adapters/upload-parts";
import { receivedOf, receivePart, sweepUploads } from "./receive-part";

const database = useTestDatabase();
const library = libraryFor(database);
const folder = mkdtempSync(path.join(tmpdir(), "parts-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const options = { parts: uploadParts(folder), storage: library.storage, maxBytes: 100 };
const file = new TextEncoder().encode("A file that comes in three parts.");
const hash = sha256(file);
const send = (reader: Reader, offset: number, end: number, more: { hash?: string; length?: number; bytes?: Uint8Array } = {}) =>
  receivePart(
    reader.ctx,
    reader.scope,
    { hash, fileName: "parts.txt", length: file.length, offset, bytes: file.subarray(offset, end), ...more },
    options,
  );

describe("a file in parts", () => {
  it("goes on where it was, is added when it is whole, and leaves nothing behind", async () => {
    const reader = await library.reader();
    expect(await send(reader, 0, 10)).toEqual({ offset: 10, accepted: true, added: null });
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(10);
    expect(await send(reader, 10, 20)).toMatchObject({ offset: 20, accepted: true });
    expect(await send(reader, 20, file.length)).toMatchObject({ offset: file.length, added: { isNew: true, status: "queued" } });
    expect(await library.storage.get(hash)).toEqual(file);
    expect(readdirSync(folder)).toEqual([]);
    expect(await send(reader, 0, file.length)).toMatchObject({ added: { isNew: false } });
  });

  it("says where to go on when a part comes twice, too early, or beside another", async () => {
    const reader = await library.reader();
    await send(reader, 0, 10);
    expect(await send(reader, 0, 10)).toEqual({ offset: 10, accepted: false, added: null });
    expect(await send(reader, 20, 30)).toEqual({ offset: 10, accepted: false, added: null });
    const both = await Promise.all([send(reader, 10, 20), send(reader, 10, 20)]);
    expect(both.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(20);
  });

  it("is nobody else's", async () => {
    const [one, other] = [await library.reader(), await library.reader()];
    await send(one, 0, 10);
    expect(await receivedOf(other.scope, hash, options.parts)).toBe(0);
    expect(await send(other, 10, 20)).toMatchObject({ offset: 0, accepted: false });
  });

  it.each([
    ["that is too large", { length: 101 }, "too_large"],
    ["that sends more than it said", { length: 5 }, "bad_request"],
  ])("is refused when it is one %s", async (_what, more, code) => {
    const reader = await library.reader();
    await expect(send(reader, 0, 10, more)).rejects.toMatchObject({ code });
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(0);
  });

  it("that arrives changed is not kept", async () => {
    const reader = await library.reader();
    await expect(send(reader, 0, file.length, { bytes: file.map((byte) => byte ^ 1) })).rejects.toThrow(/changed/);
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(0);
  });

  it("loses nothing where there is no room for it: the last part is sent again", async () => {
    const reader = await library.reader();
    await send(reader, 0, 20);
    const full = { ...library.storage, put: () => Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC" })) };
    const last = { hash, fileName: "parts.txt", length: file.length, offset: 20, bytes: file.subarray(20) };
    await expect(receivePart(reader.ctx, reader.scope, last, { ...options, storage: full })).rejects.toThrow("no space left");
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(20);
    expect(await send(reader, 20, file.length)).toMatchObject({ added: { isNew: true } });
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(0);
  });

  it("gives way to the newer ones where an account begins very many, and to nobody else's", async () => {
    const [one, other] = [await library.reader(), await library.reader()];
    await send(other, 0, 10);
    const hashes = Array.from({ length: 23 }, (_, index) => sha256(new TextEncoder().encode(String(index))));
    for (const each of hashes) await send(one, 0, 10, { hash: each });
    const left = await Promise.all(hashes.map((each) => receivedOf(one.scope, each, options.parts)));
    expect(left.filter((size) => size > 0)).toHaveLength(20);
    expect(left.slice(-1)).toEqual([10]);
    expect(await receivedOf(other.scope, hash, options.parts)).toBe(10);
  });

  it("that nobody goes on with is gone after a day", async () => {
    const reader = await library.reader();
    await send(reader, 0, 10);
    const at = (hours: number) => ({ clock: { now: () => new Date(Date.now() + hours * 3_600_000) } });
    await sweepUploads(at(23), options.parts);
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(10);
    await sweepUploads(at(25), options.parts);
    expect(await receivedOf(reader.scope, hash, options.parts)).toBe(0);
  });
});
