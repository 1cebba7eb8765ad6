import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { readTrace } from "./read-trace";

it("tells what the processes that take files apart and their threads asked for from what others did", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "trace-"));
  const file = path.join(folder, "trace.txt");
  const calls = [
    '1 execve("/usr/bin/node", ["node", "server"], 0x1) = 0',
    '2 execve("/usr/bin/node", ["node", "/x/extract-child/main.ts"], 0x1) = 0',
    "2 clone3({flags=CLONE_VM|CLONE_THREAD}, 88) = 3",
    "2 clone3({flags=CLONE_VM|CLONE_THREAD} <unfinished ...>",
    "2 <... clone3 resumed>, 88) = 4",
    "1 connect(4, {sa_family=AF_INET}, 16) = 0",
    "3 connect(4, {sa_family=AF_INET}, 16) = 0",
    '4 openat(AT_FDCWD, "/etc/x", O_WRONLY|O_CREAT, 0666) = 3',
    '2 openat(AT_FDCWD, "/etc/x", O_RDONLY) = 3',
    '1 unlink("/tmp/y") = 0',
  ];
  writeFileSync(file, `${calls.join("\n")}\n`);
  const { processes, connections, writes } = await readTrace(file);
  rmSync(folder, { recursive: true });
  expect(processes).toBe(1);
  expect(connections).toEqual(["connect(4, {sa_family=AF_INET}, 16) = 0"]);
  expect(writes).toEqual(['openat(AT_FDCWD, "/etc/x", O_WRONLY|O_CREAT, 0666) = 3']);
});
