import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rowsOf } from "@/db/client";
import { lockFolder, lockHolder } from "@/db/folder-lock";
import { setEnvironment } from "./config";
import { closeDatabase, database, folderLock, getDb } from "./database";

let folder: string;
let server: Server | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "database-test-"));
  setEnvironment({ VARIORUM_DATA_DIR: folder, DATABASE_URL: "" });
});
afterEach(async () => {
  await closeDatabase();
  setEnvironment({ DATABASE_URL: "" });
  rmSync(folder, { recursive: true, force: true });
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = null;
});
const refusal = () =>
  database().then(
    () => "opened",
    (error: unknown) => error,
  );

describe("the database of a process", () => {
  it("is made in the data folder, migrated, locked while it is open and given back", async () => {
    const nested = path.join(folder, "deep/er");
    setEnvironment({ VARIORUM_DATA_DIR: nested });
    const [one, two] = await Promise.all([database(), database()]);
    expect(one).toBe(two);
    expect(rowsOf(await (await getDb()).execute(sql`select count(*)::int as n from request`))).toEqual([{ n: 0 }]);
    expect(folderLock()).not.toBeNull();
    expect(lockHolder(nested)?.pid).toBe(process.pid);
    await closeDatabase();
    expect([folderLock(), lockHolder(nested)]).toEqual([null, null]);
    expect(rowsOf(await (await getDb()).execute(sql`select id from audit_head`))).toEqual([{ id: 1 }]);
  });

  it("names the process that holds the folder, and can be opened once it is free", async () => {
    const lock = lockFolder(folder);
    expect(await refusal()).toMatchObject({
      code: "configuration",
      message: `The data folder ${folder} is in use by process ${process.pid}. Stop that process, or choose another folder with VARIORUM_DATA_DIR.`,
    });
    expect(existsSync(path.join(folder, "database"))).toBe(false);
    lock.release();
    expect(await database()).toMatchObject({ kind: "pglite" });
  });

  it("says that a data folder is a file", async () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    setEnvironment({ VARIORUM_DATA_DIR: file });
    expect(await refusal()).toMatchObject({
      code: "configuration",
      message: expect.stringMatching(/^The data folder .* cannot be used: .*\. Choose another with VARIORUM_DATA_DIR\.$/),
    });
  });

  it("says that what lies in the folder is no database, and gives the folder back", async () => {
    mkdirSync(path.join(folder, "database"));
    writeFileSync(path.join(folder, "database/PG_VERSION"), "99\n");
    expect(await refusal()).toMatchObject({
      code: "configuration",
      message: expect.stringMatching(/^The database in .* cannot be opened: .*\. Nothing was changed\. Restore it/),
    });
    expect(lockHolder(folder)).toBeNull();
  });

  it("says in one line that a server cannot be reached, without the password", async () => {
    server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const host of [`127.0.0.1:${port}`, "localhost:9"]) {
      setEnvironment({ DATABASE_URL: `postgres://somebody:hunter2@${host}/db` });
      const refused = await refusal();
      expect(refused).toMatchObject({
        code: "configuration",
        message: expect.stringMatching(/^The database at \S+ cannot be reached: [^.\n].*\. Check DATABASE_URL; nothing was changed\.$/),
      });
      expect(String(refused)).not.toContain("hunter2");
    }
  });

  it("is not opened while pages are being built", async () => {
    setEnvironment({ NEXT_PHASE: "phase-production-build" });
    expect(await refusal()).toMatchObject({ code: "internal" });
    setEnvironment({ NEXT_PHASE: "" });
  });
});
