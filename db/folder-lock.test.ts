import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder, lockHolder } from "./folder-lock";

/** What a contender runs: takes the lock, says so, and holds it until its standard input ends. */
const takesAndHolds = `
  import { lockFolder } from ${JSON.stringify(path.join(import.meta.dirname, "folder-lock.ts"))};
  try {
    const lock = lockFolder(process.env.FOLDER);
    process.stdout.write("held " + process.pid);
    process.stdin.resume();
    process.stdin.on("end", () => lock.release());
  } catch (error) {
    process.stdout.write("locked " + error.holder?.pid);
  }`;

let folder: string;
let children: ChildProcessByStdio<Writable, Readable, null>[] = [];
const file = () => path.join(folder, "lock");

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "folder-lock-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

type Contender = { readonly said: Promise<string>; readonly end: () => Promise<void>; readonly kill: () => Promise<void>; readonly pid: number };

function contender(): Contender {
  const child = spawn(process.execPath, ["--input-type=module", "-e", takesAndHolds], {
    env: { ...process.env, FOLDER: folder },
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const closed = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const said = new Promise<string>((resolve) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.once("close", () => resolve("died"));
  });
  return {
    said,
    pid: child.pid ?? 0,
    end: () => {
      child.stdin.end();
      return closed;
    },
    kill: () => {
      child.kill("SIGKILL");
      return closed;
    },
  };
}

describe("the lock of a data folder", () => {
  it("is held once, named to others, and given back", () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by process ${process.pid}. Stop that process, or choose another folder with VARIORUM_DATA_DIR.`,
    );
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid, url: undefined });
    lock.announce("http://localhost:3000", "secret");
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid, url: "http://localhost:3000", token: "secret" });
    lock.release();
    expect(lockHolder(folder)).toBeNull();
    expect(existsSync(file())).toBe(false);
    lockFolder(folder).release();
  });

  it("is readable by its owner alone, since it holds a token", async () => {
    const lock = lockFolder(folder);
    const { stat } = await import("node:fs/promises");
    expect((await stat(file())).mode & 0o077).toBe(0);
    lock.announce("http://localhost:3000", "secret");
    expect((await stat(file())).mode & 0o077).toBe(0);
    lock.release();
  });

  it("keeps a second process out while the first lives, and lets it in afterwards", async () => {
    const first = contender();
    expect(await first.said).toBe(`held ${first.pid}`);
    const second = contender();
    expect(await second.said).toBe(`locked ${first.pid}`);
    expect(() => lockFolder(folder)).toThrow(`process ${first.pid}`);
    await first.end();
    const third = contender();
    expect(await third.said).toBe(`held ${third.pid}`);
  });

  it("is taken over from a process that was killed", async () => {
    const first = contender();
    await first.said;
    await first.kill();
    expect(lockHolder(folder)).toBeNull();
    const second = contender();
    expect(await second.said).toBe(`held ${second.pid}`);
  });

  it("is not taken for held when another process has the number of a dead one", () => {
    writeFileSync(file(), JSON.stringify({ pid: process.ppid, started: "1" }));
    const lock = lockFolder(folder);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it("is not given back by one who has lost it", () => {
    const lock = lockFolder(folder);
    writeFileSync(file(), JSON.stringify({ pid: process.ppid, started: "" }));
    lock.announce("http://localhost:3000", "secret");
    lock.release();
    expect(lockHolder(folder)).toMatchObject({ pid: process.ppid, url: undefined });
  });

  it("waits for one that is just being written, and takes over one that never was", () => {
    writeFileSync(file(), "");
    const began = Date.now();
    lockFolder(folder).release();
    expect(Date.now() - began).toBeGreaterThan(900);
    writeFileSync(file(), '{"pid":');
    utimesSync(file(), new Date(0), new Date(0));
    lockFolder(folder).release();
  });

  it("is taken over although a process died while it took it over", () => {
    writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, started: "1" }));
    writeFileSync(`${file()}.takeover`, JSON.stringify({ pid: 2 ** 22 + 1, started: "1" }));
    utimesSync(`${file()}.takeover`, new Date(0), new Date(0));
    lockFolder(folder).release();
    expect(existsSync(`${file()}.takeover`)).toBe(false);
  });

  it("goes to exactly one of many that take over a dead process's lock at once", async () => {
    for (let round = 0; round < 3; round++) {
      writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, started: "1" }));
      const rivals = Array.from({ length: 6 }, contender);
      const said = await Promise.all(rivals.map((rival) => rival.said));
      const holders = said.filter((line) => line.startsWith("held"));
      expect(holders, said.join(", ")).toHaveLength(1);
      const pid = holders[0]?.split(" ")[1];
      expect(said.filter((line) => line === `locked ${pid}`)).toHaveLength(5);
      await Promise.all(rivals.map((rival) => rival.end()));
      expect(lockHolder(folder)).toBeNull();
    }
  });
});
