import { execFile } from "node:child_process";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end("reached");
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => void server.close());

const offline = path.resolve("server/library/documents/extract-child/offline.ts");
const ways: Record<string, (to: number) => string> = {
  fetch: (to) => `await fetch("http://127.0.0.1:${to}")`,
  http: (to) => `const { get } = await import("node:http"); await new Promise((done, no) => get("http://127.0.0.1:${to}", done).on("error", no))`,
  socket: (to) => `const { connect } = await import("node:net"); await new Promise((done, no) => connect(${to}, "127.0.0.1", done).on("error", no))`,
  names: () => `const dns = await import("node:dns"); await new Promise((done) => dns.default.lookup("localhost", done))`,
  datagram: (to) =>
    `const { createSocket } = await import("node:dgram"); await new Promise((done) => createSocket("udp4").send("x", ${to}, "127.0.0.1", done))`,
};

it.each(Object.keys(ways))("a process that takes files apart reaches nobody by %s", async (way) => {
  const attempt = ways[way]?.(port) ?? "";
  const run = (lead: string) => promisify(execFile)(process.execPath, ["--input-type=module", "-e", `${lead}; ${attempt}; process.exit(0)`]);
  await run("");
  const before = asked;
  await expect(run(`const { goOffline } = await import(${JSON.stringify(offline)}); goOffline()`)).rejects.toThrow(
    /no network here|fetch is not defined/,
  );
  expect(asked).toBe(before);
});
