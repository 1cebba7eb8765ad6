// A second set of stand-ins, written from the vendors' documentation alone and sharing nothing with the first: one server under one address, behind a
// path for each vendor. It says what is valid and odd: fields nobody asked for, other orders, optional ones left out, streams cut anywhere.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** How a reply is written. "whole": JSON although a stream was asked for, in Brotli. "odd": a strange but valid stream, gzip where it is none. */
export type Manner = "plain" | "odd" | "whole";
export type Asked = {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
};
/** `stream`: the frames of an event stream, where the vendor can stream. */
export type Said = {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly stream?: readonly Frame[];
  readonly charge?: number;
};
export type Frame = { readonly event: string; readonly data: unknown };
export type Vendor = (asked: Asked) => Said;

export type Elsewhere = {
  readonly address: (vendor: string) => string;
  /** Calls and charges (US dollars) so far, by vendor. */
  readonly seen: ReadonlyMap<string, { calls: number; usd: number }>;
  readonly close: () => Promise<void>;
};

/** Serves the vendors under /gateway/<vendor>. */
export async function serveElsewhere(vendors: Readonly<Record<string, Vendor>>, manner: Manner): Promise<Elsewhere> {
  const seen = new Map<string, { calls: number; usd: number }>();
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://elsewhere");
      const [, name = "", path = ""] = /^\/gateway\/([\w-]+)(\/.*)$/.exec(url.pathname) ?? [];
      const vendor = vendors[name];
      if (!vendor) {
        response.writeHead(404).end(`nothing at ${url.pathname}`);
        return;
      }
      const text = Buffer.concat(pieces).toString();
      const said = vendor({ path, query: url.searchParams, headers: request.headers, body: text === "" ? {} : JSON.parse(text) });
      const { calls = 0, usd = 0 } = seen.get(name) ?? {};
      seen.set(name, { calls: calls + 1, usd: usd + (said.charge ?? 0) });
      write(response, said, manner);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (vendor) => `http://127.0.0.1:${port}/gateway/${vendor}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function write(response: ServerResponse, { status = 200, json, text, stream }: Said, manner: Manner): void {
  if (stream && manner !== "whole" && status === 200) {
    writeStream(response, stream, manner);
    return;
  }
  const body = Buffer.from(text ?? JSON.stringify(manner === "odd" ? turned(json) : json));
  const type = text === undefined ? "application/json; charset=utf-8" : "text/xml";
  if (manner === "plain") response.writeHead(status, { "content-type": type }).end(body);
  else if (manner === "odd") response.writeHead(status, { "CONTENT-TYPE": type.toUpperCase(), "Content-Encoding": "gzip" }).end(gzipSync(body));
  else response.writeHead(status, { "content-type": type, "content-encoding": "br" }).end(brotliCompressSync(body));
}

function writeStream(response: ServerResponse, frames: readonly Frame[], manner: Manner): void {
  const odd = manner === "odd";
  const end = odd ? "\r\n" : "\n";
  const lines = frames.flatMap(({ event, data }, index) => {
    // Over several lines, as the standard allows: the reader joins them again.
    const written = odd ? JSON.stringify(turned(data), null, 1).split("\n") : [JSON.stringify(data)];
    return [
      ...(odd ? [`: still here ${index}`, `id:${index}`, "retry: 3000"] : [`event: ${event}`]),
      ...written.map((line) => `data:${odd ? "" : " "}${line}`),
      "",
    ];
  });
  const bytes = Buffer.from(lines.map((line) => `${line}${end}`).join(""));
  response.writeHead(200, odd ? { "CONTENT-TYPE": "Text/Event-Stream; charset=UTF-8" } : { "content-type": "text/event-stream" });
  response.socket?.setNoDelay(true);
  // Lengths that fall inside characters, line ends and fields.
  const sizes = odd ? [1, 2, 7, 3, 64, 5, 11, 256] : [bytes.length];
  let at = 0;
  const next = (turn: number): void => {
    if (at >= bytes.length) {
      response.end();
      return;
    }
    const size = sizes[turn % sizes.length] ?? 1;
    response.write(bytes.subarray(at, at + size));
    at += size;
    // Every now and then the pieces are let go, so that the reader meets them cut where they are.
    if (turn % 40 === 39) setImmediate(next, turn + 1);
    else next(turn + 1);
  };
  next(0);
}

/** The same data with keys the other way round and one that nobody knows. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries([["x_unheard_of", { nested: [1, null] }], ...entries.map(([key, inner]) => [key, turned(inner)] as const)]);
}
