import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { documents } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { fileStorage } from "./adapters/storage";
import { readOriginal } from "./read-original";

const test = useTestDatabase();
const bytes = new TextEncoder().encode("The bytes as they came.");

beforeAll(() => setEnvironment({ LOG_LEVEL: "silent", VARIORUM_DATA_DIR: path.join(process.cwd(), ".work/read-original-test") }));

async function account(): Promise<string> {
  const id = newId();
  await test.db.insert(users).values({ id, name: "Reader", email: `${id}@example.org`, status: "approved" });
  return id;
}
async function add(ownerId: string, visibility: "private" | "workspace", hash: string): Promise<string> {
  const id = newId();
  const file = { fileName: "a.txt", mediaType: "text/plain", bytes: bytes.length, hash };
  await test.db.insert(documents).values({ id, ownerId, visibility, ...file, status: "ready", createdAt: new Date() });
  return id;
}
const read = (ownerId: string, documentId: string) => readOriginal(test, ownerScope(ownerId), { documentId });

it("gives a file to its owner, and to others where it is shared", async () => {
  const [owner, other] = [await account(), await account()];
  const hash = await fileStorage().put(bytes);
  const id = await add(owner, "workspace", hash);
  for (const reader of [owner, other]) expect(await (await read(reader, id)).bytes()).toEqual(bytes);
});

it("says of a private file of somebody else what it says of one that is not there", async () => {
  const id = await add(await account(), "private", "0".repeat(64));
  const other = await account();
  await expect(read(other, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(read(other, "none")).rejects.toMatchObject({ code: "not_found" });
});

it("says so when the bytes are gone", async () => {
  const owner = await account();
  const original = await read(owner, await add(owner, "private", "1".repeat(64)));
  await expect(original.bytes()).rejects.toMatchObject({ code: "not_found" });
});

it("gives out a stretch of a file, where files lie in a folder", async () => {
  const owner = await account();
  const stored = await (await read(owner, await add(owner, "private", await fileStorage().put(bytes)))).open();
  expect(stored?.size).toBe(bytes.length);
  expect(await stored?.read(4, 9)).toEqual(bytes.slice(4, 9));
  await expect(stored?.read(0, bytes.length + 1)).rejects.toThrow(/ends before/);
  expect(await (await read(owner, await add(owner, "private", "2".repeat(64)))).open()).toBeNull();
});
