import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type FetchOptions, fetchBody } from "./http";
import { fetchJson } from "./json";

const shape = z.object({ value: z.number() });
const now = new Date("2026-03-01T00:00:00Z");
const server = http.createServer((request, response) => {
  const answer = answers[request.url ?? ""];
  if (answer) answer(response, request);
  else response.writeHead(404).end();
});
const answers: Record<string, (response: http.ServerResponse, request: http.IncomingMessage) => void> = {
  "/good": (response, request) => response.end(JSON.stringify({ value: 1, agent: request.headers["user-agent"], more: "ignored" })),
  "/silent": () => {},
  "/drip": (response) => {
    response.writeHead(200).write('{"value":');
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/stalled": (response) => void response.writeHead(200).write('{"value":'),
  "/cut": (response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"value":');
    setImmediate(() => response.destroy());
  },
  "/short": (response) => response.end('{"value": "unfini'),
  "/empty": (response) => response.end(),
  "/bomb": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(8 * 1024 * 1024, 32))),
  "/not-gzip": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("plain"),
  "/page": (response) => response.end("<!DOCTYPE html><title>Sign in to the network</title>"),
  "/bad-gateway": (response) => response.writeHead(502).end("<html>Bad gateway</html>"),
  "/slow-down": (response) => response.writeHead(429, { "retry-after": "7" }).end("{}"),
  "/slow-down-until": (response) => response.writeHead(429, { "retry-after": "Sun, 01 Mar 2026 00:01:00 GMT" }).end("{}"),
  "/slow-down-forever": (response) => response.writeHead(503, { "retry-after": "86400" }).end("{}"),
  "/moved": (response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  "/other-shape": (response) => response.end('{"value":"one"}'),
  "/not-json": (response) => response.end("value = 1"),
  "/deep": (response) => response.end("[".repeat(200_000) + "]".repeat(200_000)),
  "/bytes": (response) => response.end(Buffer.concat([Buffer.from('{"value":1,"name":"caf'), Buffer.from([0xe9]), Buffer.from('"}')])),
  "/nul": (response) => response.end('{"value":1,"name":"a\\u0000b\\ud800"}'),
  "/bom": (response) => response.end('\ufeff{"value":1}'),
};
let base = "";
const never = new AbortController().signal;
const options = (changes: Partial<FetchOptions> = {}): FetchOptions & { now: Date } => ({
  name: "The service",
  fetch,
  signal: never,
  now,
  ...changes,
});
const errorOf = async (path: string, changes: Partial<FetchOptions> = {}) => {
  const result = await fetchJson(base + path, shape, options(changes));
  return result.ok ? null : result.error;
};

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("an exchange with a provider", () => {
  it("gives the value, and ignores fields that are not known", async () => {
    const result = await fetchJson(`${base}/good`, shape, options({ headers: { "user-agent": "Variorum/0.1 (someone@example.org)" } }));
    expect(result).toMatchObject({ ok: true, value: { value: 1 }, status: 200 });
    expect(result.raw).toContain("someone@example.org");
  });

  it("says unreachable where nothing listens or the name does not resolve", async () => {
    const closed = http.createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    closed.close();
    for (const url of [`http://127.0.0.1:${port}/`, "http://no-such-host.invalid/"]) {
      const result = await fetchBody(url, options());
      expect(result).toMatchObject({ ok: false, error: { kind: "unreachable", retryable: false } });
    }
  });

  it.each([{ firstByteMs: 20 }, { totalMs: 20 }, { firstByteMs: 20, totalMs: 20 }])(
    "says unreachable when no connection comes about in time: %o",
    async (limits) => {
      const noConnection = (_url: string, init: RequestInit) =>
        new Promise<Response>((_, reject) => init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError"))));
      const result = await fetchBody("http://192.0.2.1/", options({ fetch: noConnection, ...limits }));
      expect(result).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    },
  );

  it.each([
    ["/silent", { firstByteMs: 60 }, "timeout", true],
    ["/stalled", { idleMs: 60 }, "timeout", true],
    ["/drip", { totalMs: 150 }, "timeout", true],
    ["/cut", {}, "truncated", true],
    ["/short", {}, "truncated", true],
    ["/empty", {}, "truncated", true],
    ["/bomb", { maxBytes: 1024 * 1024 }, "truncated", false],
    ["/not-gzip", {}, "truncated", true],
    ["/page", {}, "schema", false],
    ["/bad-gateway", {}, "server", true],
    ["/moved", {}, "gone", false],
    ["/other-shape", {}, "schema", false],
    ["/not-json", {}, "schema", false],
    ["/deep", {}, "schema", false],
    ["/missing", {}, "gone", false],
  ] as const)("%s %o is %s", async (path, changes, kind, retryable) => {
    await fetchBody(`${base}/good`, options());
    const error = await errorOf(path, changes);
    expect(error).toMatchObject({ kind, retryable });
    expect(error?.message).toMatch(/^(The service|The connection to The service) .+\.$/);
  });

  it("reads how long to wait, in seconds or as a date, and never waits longer than five minutes", async () => {
    expect(await errorOf("/slow-down")).toMatchObject({ kind: "rate_limited", status: 429, retryAfterMs: 7000, retryable: true });
    expect(await errorOf("/slow-down-until")).toMatchObject({ retryAfterMs: 60_000 });
    expect(await errorOf("/slow-down-forever")).toMatchObject({ kind: "server", retryAfterMs: 300_000 });
  });

  it("keeps bytes that are not UTF-8 visible, and drops what a database cannot store", async () => {
    const named = shape.extend({ name: z.string() });
    expect(await fetchJson(`${base}/bytes`, named, options())).toMatchObject({ ok: true, value: { name: "caf\ufffd" } });
    expect(await fetchJson(`${base}/nul`, named, options())).toMatchObject({ ok: true, value: { name: "a b\ufffd" } });
    expect(await fetchJson(`${base}/bom`, shape, options())).toMatchObject({ ok: true, value: { value: 1 } });
  });

  it("throws only the caller's own cancel", async () => {
    const cancel = new AbortController();
    const waiting = fetchBody(`${base}/silent`, options({ signal: cancel.signal }));
    cancel.abort(new Error("cancelled by the reader"));
    await expect(waiting).rejects.toThrow("cancelled by the reader");
    await expect(fetchBody(`${base}/good`, options({ signal: cancel.signal }))).rejects.toThrow("cancelled by the reader");
  });
});
