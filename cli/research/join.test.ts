import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as events } from "@/app/api/research/[id]/events/route";
import { POST as mutate, GET as query } from "@/app/api/trpc/[trpc]/route";
import { type FolderLock, lockFolder } from "@/db/folder-lock";
import { packs } from "@/db/seed/packs";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { config, setEnvironment } from "@/server/platform/config";
import { joinToken } from "@/server/platform/join-token";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { editionSchema } from "@/server/research/editions/schema";
import { run } from "./testing";

// Each test starts processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const test = useTestDatabase();
const engine = functionsFor(test);
let server: Server;
let url: string;
let lock: FolderLock;
let library: string;

/** The routes that the command asks, as the server mounts them. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const id = /^\/api\/research\/([^/]+)\/events$/.exec(pathname)?.[1];
  if (id) return events(request, { params: Promise.resolve({ id }) });
  if (pathname.startsWith("/api/trpc/")) return request.method === "GET" ? query(request) : mutate(request);
  return new Response(null, { status: 404 });
}

async function asRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = incoming.method === "GET" ? null : new Uint8Array(await buffer(incoming));
  return new Request(`${url}${incoming.url}`, { method: incoming.method ?? "GET", headers, body, signal });
}

beforeAll(async () => {
  await seedPacks(test.db, packs);
  setEnvironment({ AUTH_SECRET: "x".repeat(40), OPENFDA_BASE_URL: "http://127.0.0.1:6" });
  server = createServer(async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const response = await answer(await asRequest(incoming, gone.signal));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]).pipe(outgoing);
    else outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  lock = lockFolder(config().dataDir);
  library = mkdtempSync(path.join(tmpdir(), "join-test-"));
  writeFileSync(path.join(library, "a.md"), "# Metformin\n\nThe elimination half-life of metformin in plasma is about 6.2 hours.\n");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  lock.release();
  rmSync(library, { recursive: true, force: true });
});

const command = (...more: string[]) => ["metformin", "--pack", "pharma", "--category", "pharmacokinetics", "--data-dir", config().dataDir, ...more];

describe("a command while a server holds the data folder", () => {
  it("joins it: the same documents, the same progress, the same edition", async () => {
    lock.announce(url, joinToken());
    const { code, out, err } = await run(command("--provider", "library", "--library", library, "--json"));
    expect(err).toContain(`Joining the server at ${url}, which holds ${config().dataDir}.\n1 document from ${library}\n`);
    expect(err).toMatch(/\n 1 Pharmacokinetics: 1 source, 1 independent, confidence \d+\nEnded: completed\n$/);
    expect(code).toBe(0);
    expect(editionSchema.parse(JSON.parse(out)).totals).toMatchObject({ categories: 1, found: 1, sources: 1 });
    await engine.idle();
  });

  it("passes on the server's sentence, and exits 2", async () => {
    lock.announce(url, joinToken());
    const { code, out, err } = await run(command("--provider", "oracle"));
    expect(err).toMatch(/\nThere is no provider "oracle"\. Known: .*\n$/);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it.each([
    ["does not answer", "http://127.0.0.1:6", joinToken(), 1, /\nThe server at http:\/\/127\.0\.0\.1:6 does not answer any more\. [^\n]+\n$/],
    ["does not know the token", "", "another", 2, /\nSign in first\.\n$/],
  ])("says so when it %s", async (_, place, token, exit, sentence) => {
    lock.announce(place || url, token);
    const { code, out, err } = await run(command());
    expect(err).toMatch(sentence);
    expect({ code, out }).toEqual({ code: exit, out: "" });
  });

  it("names a folder that is not there", async () => {
    lock.announce(url, joinToken());
    mkdirSync(path.join(library, "bare"));
    const missing = await run(command("--library", path.join(library, "nowhere")));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain(path.join(library, "nowhere"));
  });
});
