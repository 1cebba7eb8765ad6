// Visits of pages as a WARC 1.1 file (ISO 28500:2017), which other programs can read and verify: what was asked, what was answered, what was made of it.
// The same visits give the same bytes, record ids included.
import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { gzipSync } from "node:zlib";

export type Capture = {
  /** The address that answered, and all that were asked on the way to it, in order. */
  readonly url: string;
  readonly hops: readonly { readonly url: string; readonly status: number }[];
  readonly status: number;
  /** As received; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Inflated. */
  readonly body: Uint8Array;
  readonly at: Date;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /** The text that was read from the body, which quotes are anchored in. */
  readonly text?: string;
  /** What else is known of it, as names and values of one line each. */
  readonly notes?: Readonly<Record<string, string>>;
};

type Field = readonly [name: string, value: string];
type RecordOf = {
  readonly type: string;
  readonly at: Date;
  readonly fields: readonly Field[];
  readonly block: Buffer;
  readonly payload?: Uint8Array;
};

/** The file's records one after the other, each compressed by itself, so that a reader can begin at any. `made`: when the file is written. */
export function* writeWarc(captures: Iterable<Capture>, fileName: string, made: Date): Generator<Uint8Array> {
  const info = fieldsBlock([
    ["software", "Variorum"],
    ["format", "WARC File Format 1.1"],
    ["conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"],
  ]);
  const about: Field[] = [
    ["WARC-Filename", oneLine(fileName)],
    ["Content-Type", "application/warc-fields"],
  ];
  yield gzipSync(recordOf({ type: "warcinfo", at: made, fields: about, block: info }).bytes);
  for (const capture of captures) for (const record of recordsOf(capture)) yield gzipSync(record);
}

function recordsOf(capture: Capture): Buffer[] {
  const { url, at, body, text } = capture;
  const target: Field = ["WARC-Target-URI", url];
  const response = recordOf({
    type: "response",
    at,
    fields: [target, ["Content-Type", "application/http; msgtype=response"]],
    block: responseBlock(capture),
    payload: body,
  });
  const request = recordOf({
    type: "request",
    at,
    fields: [target, ["WARC-Concurrent-To", response.id], ["Content-Type", "application/http; msgtype=request"]],
    block: requestBlock(capture),
    payload: new Uint8Array(),
  });
  const metadata = recordOf({
    type: "metadata",
    at,
    fields: [target, ["WARC-Refers-To", response.id], ["Content-Type", "application/warc-fields"]],
    block: fieldsBlock([...capture.hops.map((hop): Field => ["hop", `${hop.status} ${hop.url}`]), ...Object.entries(capture.notes ?? {})]),
  });
  if (text === undefined) return [request.bytes, response.bytes, metadata.bytes];
  const fields: Field[] = [target, ["WARC-Refers-To", response.id], ["Content-Type", "text/plain; charset=utf-8"]];
  const conversion = recordOf({ type: "conversion", at, fields, block: Buffer.from(text, "utf8"), payload: Buffer.from(text, "utf8") });
  return [request.bytes, response.bytes, metadata.bytes, conversion.bytes];
}

function recordOf({ type, at, fields, block, payload }: RecordOf): { id: string; bytes: Buffer } {
  const known: Field[] = [
    ["WARC-Type", type],
    ["WARC-Date", at.toISOString()],
    ...fields,
    ...(payload === undefined ? [] : [["WARC-Payload-Digest", digest(payload)] as const]),
    ["WARC-Block-Digest", digest(block)],
    ["Content-Length", String(block.length)],
  ];
  const id = `<urn:uuid:${uuidOf(lines(known))}>`;
  const head = `WARC/1.1\r\n${lines([["WARC-Record-ID", id], ...known])}\r\n`;
  return { id, bytes: Buffer.concat([Buffer.from(head, "utf8"), block, Buffer.from("\r\n\r\n")]) };
}

function requestBlock({ url, requestHeaders = {} }: Capture): Buffer {
  const { pathname, search, host } = new URL(url);
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines([["host", host], ...Object.entries(requestHeaders)])}\r\n`, "latin1");
}

/** They speak of the body as it was sent; it is kept inflated and whole, and a reader must not inflate it again. */
const aboutTheWire = ["content-encoding", "content-length", "transfer-encoding"];

function responseBlock({ status, headers, body }: Capture): Buffer {
  const kept = Object.entries(headers).map(([name, value]): Field => [aboutTheWire.includes(name) ? `x-orig-${name}` : name, value]);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines([...kept, ["content-length", String(body.length)]])}\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}

function fieldsBlock(fields: readonly Field[]): Buffer {
  return Buffer.from(lines(fields), "utf8");
}

function lines(fields: readonly Field[]): string {
  return fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join("");
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, " ");
}

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** SHA-256 in base 32 (RFC 4648), as readers of WARC expect digests. */
function digest(bytes: Uint8Array): string {
  const bits = [...createHash("sha256").update(bytes).digest()].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  const letters = groups.map((group) => base32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
  return `sha256:${letters.padEnd(Math.ceil(letters.length / 8) * 8, "=")}`;
}

/** RFC 9562, version 8: an id of one's own making, here of what the record says. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
