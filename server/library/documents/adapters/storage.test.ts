import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectStore } from "@/server/platform/bucket";
import { sha256 } from "@/server/platform/hash";
import { bucketStorage } from "./bucket-storage";
import { type FileStorage, folderStorage } from "./storage";
import { startBucket, type TestBucket } from "./testing-bucket";

const keys = { accessKeyId: "AKTEST", secretAccessKey: "a/secret+key" };
const bytes = (text: string) => new TextEncoder().encode(text);
let bucket: TestBucket;
let folder = "";
const inBucket = (more: Partial<typeof keys> = {}) =>
  objectStore({ endpoint: bucket.endpoint, bucket: "books", region: "eu-west-1", ...keys, ...more });

beforeAll(async () => {
  bucket = await startBucket(keys);
  folder = mkdtempSync(path.join(tmpdir(), "storage-test-"));
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<[string, () => FileStorage, () => number]>([
  [
    "a folder",
    () => folderStorage(folder),
    () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
  ],
  ["a bucket", () => bucketStorage(inBucket()), () => bucket.objects.size],
])("files in %s", (_where, open, count) => {
  it("come back byte by byte under their SHA-256, are kept once, and go when removed", async () => {
    const storage = open();
    const before = count();
    const content = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    const hash = await storage.put(content);
    expect(hash).toBe(sha256(content));
    expect(await storage.put(content)).toBe(hash);
    expect(count()).toBe(before + 1);
    expect(await storage.get(hash)).toEqual(content);
    await storage.remove(hash);
    await storage.remove(hash);
    expect(await storage.get(hash)).toBeNull();
    expect(count()).toBe(before);
  });

  it("may be empty, and are asked for by nothing but a hash", async () => {
    const storage = open();
    const hash = await storage.put(new Uint8Array());
    expect(await storage.get(hash)).toEqual(new Uint8Array());
    await expect(storage.get("../../etc/passwd")).rejects.toThrow(/SHA-256/);
  });

  it("that were never kept are not there", async () => {
    expect(await open().get("0".repeat(64))).toBeNull();
  });
});

describe("a bucket", () => {
  it("is asked with signatures that hold", async () => {
    await bucketStorage(inBucket()).put(bytes("signed"));
    expect(bucket.refused).toEqual([]);
  });

  it("that refuses the key, or is away, is told in one sentence", async () => {
    await expect(bucketStorage(inBucket({ secretAccessKey: "another" })).put(bytes("x"))).rejects.toMatchObject({ code: "unavailable" });
    expect(bucket.refused).toEqual(["a wrong signature"]);
    const away = objectStore({ endpoint: "http://127.0.0.1:1", bucket: "books", region: "us-east-1", ...keys });
    await expect(bucketStorage(away).get("0".repeat(64))).rejects.toMatchObject({ userMessage: expect.stringContaining("cannot be reached") });
  });

  it("that gives back other bytes is not believed", async () => {
    const storage = bucketStorage(inBucket());
    const hash = await storage.put(bytes("true"));
    bucket.objects.set(`/books/files/${hash.slice(0, 2)}/${hash}`, Buffer.from("false"));
    await expect(storage.get(hash)).rejects.toMatchObject({ userMessage: expect.stringContaining("other bytes") });
  });
});
