// Loopback servers that speak the wires of the outside world. One server for each stand-in; all share a ledger, faults and latencies.
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { standinAddresses, standinPort } from "@/server/platform/standin-addresses";
import { answerControl, isControl, type Shared } from "./control";
import { echoingAnswer, echoingRefusal } from "./echo";
import { detailNumber, type Fault, type Faults, makeFaults, parseFault } from "./faults";
import { makeLedger } from "./ledger";
import { arrivesWhole, writeReply } from "./spoil";
import { jsonReply, type Standin, type StandinReply, type StandinRequest } from "./wire";

export type StandinsOptions = {
  /** The ports are counted from it; 0: any free ports. */
  readonly firstPort?: number;
  readonly latencyMs?: number;
};
export type RunningStandins = Shared & {
  /** The base URL that an adapter is given. Throws for a stand-in that was not started. */
  readonly baseUrl: (id: Standin["id"]) => string;
  /** Where ledger, faults and latencies of all are read and set over HTTP. */
  readonly controlUrl: string;
  readonly close: () => Promise<void>;
};

const longestBody = 4 * 1024 * 1024;
const defaultSlowMs = 30_000;

/** Starts the stand-ins and the control server. */
export async function startStandins(standins: readonly Standin[], options: StandinsOptions = {}): Promise<RunningStandins> {
  const { firstPort = 0, latencyMs = 0 } = options;
  const shared: Shared = { ledger: makeLedger(), faults: makeFaults(), latency: new Map([["*", latencyMs]]) };
  const control = http.createServer((request, response) => {
    void handled(response, () => answerControl(request, response, shared));
  });
  const servers = standins.map((standin) => ({
    standin,
    server: http.createServer((request, response) => {
      void handled(response, () => answer(standin, request, response, shared));
    }),
  }));
  const stop = () => Promise.all([control, ...servers.map((entry) => entry.server)].map(closed));
  try {
    await listening(control, firstPort);
    for (const { standin, server } of servers) {
      await listening(server, firstPort === 0 ? 0 : standinPort(standin.id, firstPort));
      refuseConnections(server, standin.id, shared.faults);
      refuseTunnels(server);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const origins = new Map(servers.map(({ standin, server }) => [standin.id, originOf(server)]));
  return {
    ...shared,
    controlUrl: originOf(control),
    baseUrl(id) {
      const origin = origins.get(id);
      if (!origin) throw new Error(`The stand-in of ${id} is not running.`);
      return origin + standinAddresses[id][1];
    },
    close: async () => {
      await stop();
    },
  };
}

async function answer(standin: Standin, request: IncomingMessage, response: ServerResponse, shared: Shared): Promise<void> {
  if (isControl(request)) return answerControl(request, response, shared);
  const at = new Date().toISOString();
  const read = await readRequest(standin, request);
  const text = read.headers["x-standin-fault"] ?? read.query.get("__fault") ?? shared.faults.take(standin.id);
  const fault = text === null ? null : parseFault(text);
  read.query.delete("__fault");
  const note = (status: number, costUsd: number, delivered: boolean) =>
    shared.ledger.add({ standin: standin.id, method: read.method, path: read.path, status, fault: text, costUsd, delivered, at });
  await wait(shared.latency.get(standin.id) ?? shared.latency.get("*") ?? 0, response);
  if (fault?.name === "reset" || fault?.name === "refused" || fault?.name === "silent") {
    note(0, 0, false);
    if (fault.name !== "silent") response.destroy();
    return;
  }
  if (fault?.name === "slow") await wait(detailNumber(fault.detail, defaultSlowMs), response);
  const reply = await replyTo(standin, read, fault);
  const written = fault ?? (reply.writtenAs === undefined ? null : parseFault(reply.writtenAs));
  if (fault === null && written?.name === "slow") await wait(detailNumber(written.detail, defaultSlowMs), response);
  // Charged before it is written: a vendor bills what it made, whether or not it arrives.
  note(reply.status ?? 200, reply.costUsd ?? 0, arrivesWhole(written));
  await writeReply(response, reply, written);
}

async function replyTo(standin: Standin, request: StandinRequest, fault: Fault | null): Promise<StandinReply> {
  if (fault?.name === "echo") {
    const status = detailNumber(fault.detail, 200);
    return status === 200 ? echoingAnswer(request, await standin.handle(request)) : echoingRefusal(request, status);
  }
  if (fault?.name !== "status") return standin.handle(request);
  const { status, detail } = fault;
  const known = standin.failure?.(status, detail) ?? jsonReply({ error: { message: `Stand-in failure ${status}.` } });
  const after = /^retry-after=(.*)$/s.exec(detail ?? "")?.[1];
  return { ...known, status, costUsd: 0, headers: { ...known.headers, ...(after === undefined ? {} : { "retry-after": after }) } };
}

async function readRequest(standin: Standin, request: IncomingMessage): Promise<StandinRequest> {
  const target = request.url ?? "/";
  const url = new URL(target, "http://stand-in");
  const basePath = standinAddresses[standin.id][1];
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const buffer = Buffer.from(piece);
    size += buffer.length;
    if (size <= longestBody) pieces.push(buffer);
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value] as const);
  return {
    method: request.method ?? "GET",
    path: pathOf(target, url, basePath),
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(pieces).toString("utf8"),
  };
}

function pathOf(target: string, url: URL, basePath: string): string {
  if (/^https?:/i.test(target)) return url.href;
  return url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : `/__outside${url.pathname}`;
}

/** No stand-in makes tunnels: what went through one could not be answered. */
function refuseTunnels(server: http.Server): void {
  server.on("connect", (_request, socket) => socket.end("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
}

/** A connection of a stand-in that refuses is reset before anything is read: the nearest to a closed port that can be opened again. */
function refuseConnections(server: http.Server, id: string, faults: Faults): void {
  server.prependListener("connection", (socket) => {
    if (faults.refuses(id)) socket.resetAndDestroy();
  });
}

async function wait(milliseconds: number, response: ServerResponse): Promise<void> {
  if (!(milliseconds > 0)) return;
  const gone = new AbortController();
  const stop = () => gone.abort();
  response.once("close", stop);
  // Rejects only when the caller has gone; there is nobody left to answer then.
  await sleep(milliseconds, undefined, { signal: gone.signal }).catch(() => undefined);
  response.off("close", stop);
}

async function handled(response: ServerResponse, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: `The stand-in itself failed: ${message}` } }));
  }
}

async function listening(server: http.Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

async function closed(server: http.Server): Promise<void> {
  server.closeAllConnections();
  if (server.listening) await new Promise<void>((done) => server.close(() => done()));
}

function originOf(server: http.Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
