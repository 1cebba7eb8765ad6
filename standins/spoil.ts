// Writes a reply as a fault wants it written.
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { detailNumber, type Fault } from "./faults";
import type { StandinReply } from "./wire";

const megabyte = 1024 * 1024;
const hugeMegabytes = 200;
/** Inflated, half a gigabyte. */
const bombMembers = 512;
const dripMs = 50;

const whole: readonly (Fault["name"] | undefined)[] = [undefined, "slow", "drip", "status", "bad-utf8", "proto", "echo"];

/** Whether what the vendor made reaches the caller in spite of the fault. */
export function arrivesWhole(fault: Fault | null): boolean {
  return whole.includes(fault?.name);
}

/** Writes the reply as the fault wants it. */
export async function writeReply(response: ServerResponse, reply: StandinReply, fault: Fault | null): Promise<void> {
  const pieces = piecesOf(reply);
  const head = { ...reply.headers };
  switch (fault?.name) {
    case undefined:
    case "slow":
    case "status":
    case "echo":
      await send(response, reply.status ?? 200, head, pieces);
      return;
    case "drip":
      await send(
        response,
        200,
        head,
        [...Buffer.concat(pieces)].map((byte) => Buffer.from([byte])),
        detailNumber(fault.detail, dripMs),
      );
      return;
    case "empty":
      response.writeHead(200, head).end();
      return;
    case "cut-body": {
      const bytes = Buffer.concat(pieces);
      response.writeHead(200, { ...head, "content-length": String(bytes.length) });
      response.write(bytes.subarray(0, detailNumber(fault.detail, Math.floor(bytes.length / 2))), () => response.destroy());
      return;
    }
    case "cut-stream": {
      const bytes = Buffer.concat(pieces);
      response.writeHead(200, head).end(bytes.subarray(0, detailNumber(fault.detail, Math.floor(bytes.length / 2))));
      return;
    }
    case "wrong-schema":
      response.writeHead(200, { "content-type": "application/json" }).end('{"unexpected":[1,2,3]}');
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title><p>Please sign in to this network.</p>");
      return;
    case "not-json":
      response.writeHead(200, head).end("all is well");
      return;
    case "gzip-bomb": {
      const member = gzipSync(filler);
      response.writeHead(200, { ...head, "content-encoding": "gzip" }).end(Buffer.concat(Array.from({ length: bombMembers }, () => member)));
      return;
    }
    case "huge":
      await send(
        response,
        200,
        head,
        Array.from({ length: hugeMegabytes }, () => filler),
      );
      return;
    case "bad-utf8":
      await send(response, 200, head, [withBadBytes(Buffer.concat(pieces))]);
      return;
    case "proto":
      await send(response, 200, head, [withProto(Buffer.concat(pieces))]);
      return;
    default:
      response.destroy();
      return;
  }
}

const filler = Buffer.alloc(megabyte, 32);

function piecesOf({ body }: StandinReply): Buffer[] {
  if (typeof body === "string") return [Buffer.from(body)];
  return Buffer.isBuffer(body) ? [body] : body.map((piece) => Buffer.from(piece));
}

async function send(response: ServerResponse, status: number, head: Record<string, string>, pieces: readonly Buffer[], everyMs = 0): Promise<void> {
  response.writeHead(status, head);
  for (const piece of pieces) {
    if (response.destroyed) return;
    if (everyMs > 0) await sleep(everyMs);
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

/** Bytes that are no UTF-8 inside the first string of prose, so that what surrounds them stays JSON. */
function withBadBytes(whole: Buffer): Buffer {
  const text = whole.toString("latin1");
  const match = /"(?:text|delta|answer|content|title|name|abstract)":\s*"/.exec(text);
  const at = match ? match.index + match[0].length : Math.floor(whole.length / 2);
  return Buffer.concat([whole.subarray(0, at), Buffer.from([0xff, 0xfe, 0xc3, 0x28]), whole.subarray(at)]);
}

/** Keys that would change every object, were they assigned. */
function withProto(whole: Buffer): Buffer {
  const hostile = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},';
  return Buffer.from(whole.toString("utf8").replace(/\{(?=")/g, hostile));
}
