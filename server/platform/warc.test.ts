import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { type Capture, writeWarc } from "./warc";

const made = new Date("2026-02-03T04:05:06.789Z");
const capture: Capture = {
  url: "https://site.example/page?a=b",
  hops: [
    { url: "http://site.example/page", status: 301 },
    { url: "https://site.example/page?a=b", status: 200 },
  ],
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": "12",
    "transfer-encoding": "chunked",
    etag: '"x"',
  },
  body: Buffer.from("<p>Größe: 6.2 hours\r\n\r\nWARC/1.1\r\n</p>"),
  at: new Date("2026-01-02T03:04:05.000Z"),
  requestHeaders: { "user-agent": "Variorum/0.1\r\nInjected: yes" },
  text: "Größe: 6.2 hours",
  notes: { "text-sha256": "abc" },
};
const bytesOf = (captures: readonly Capture[]) => Buffer.concat([...writeWarc(captures, "visit.warc.gz", made)]);

/** What a reader of the format makes of it: every record, its digests checked. */
async function read(captures: readonly Capture[]) {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytesOf(captures));
      controller.close();
    },
  });
  const records = [];
  for await (const record of new WARCParser(stream)) {
    const payload = Buffer.from(await record.readFully(false));
    const header = (name: string) => record.warcHeaders.headers.get(name) ?? null;
    records.push({ type: record.warcType, version: record.warcHeaders.statusline, header, http: record.httpHeaders, payload });
  }
  return records;
}

function hexOf(labelled: string | null): string {
  const letters = (labelled ?? "").replace(/^sha256:|=+$/g, "");
  const bits = [...letters].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString("hex");
}
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a WARC file", () => {
  it("is read by another program: request, response, metadata and text of each visit, tied to each other", async () => {
    const records = await read([capture, { ...capture, url: "https://other.example/", status: 404 }]);
    const visit = ["request", "response", "metadata", "conversion"];
    expect(records.map((record) => record.type)).toEqual(["warcinfo", ...visit, ...visit]);
    const [info, request, response, metadata, conversion] = records;
    expect(records.every((record) => record.version === "WARC/1.1")).toBe(true);
    expect(info?.payload.toString()).toContain("format: WARC File Format 1.1");
    expect(info?.header("WARC-Filename")).toBe("visit.warc.gz");
    const id = response?.header("WARC-Record-ID");
    expect(id).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/);
    expect(request?.header("WARC-Concurrent-To")).toBe(id);
    expect([metadata?.header("WARC-Refers-To"), conversion?.header("WARC-Refers-To")]).toEqual([id, id]);
    expect(response?.header("WARC-Target-URI")).toBe(capture.url);
    expect(response?.header("WARC-Date")).toBe("2026-01-02T03:04:05.000Z");
    expect(metadata?.payload.toString()).toBe("hop: 301 http://site.example/page\r\nhop: 200 https://site.example/page?a=b\r\ntext-sha256: abc\r\n");
    expect(conversion?.payload.toString()).toBe(capture.text);
    expect(new Set(records.map((record) => record.header("WARC-Record-ID"))).size).toBe(records.length);
  });

  it("holds the body whole and as it is read, with headers that say so", async () => {
    const [, request, response] = await read([capture]);
    expect(response?.payload.equals(Buffer.from(capture.body))).toBe(true);
    expect(response?.http?.statusline).toBe("HTTP/1.1 200 OK");
    const headers = response?.http?.headers;
    expect(headers?.get("content-length")).toBe(String(capture.body.length));
    expect(headers?.get("x-orig-content-encoding")).toBe("gzip");
    expect([headers?.get("content-encoding") ?? null, headers?.get("transfer-encoding") ?? null]).toEqual([null, null]);
    expect(request?.http?.statusline).toBe("GET /page?a=b HTTP/1.1");
    expect(request?.http?.headers.get("host")).toBe("site.example");
    expect(request?.http?.headers.get("injected") ?? null).toBeNull();
  });

  it("states the SHA-256 of each payload and block, and the same visits give the same bytes", async () => {
    const [, , response, , conversion] = await read([capture]);
    expect(hexOf(response?.header("WARC-Payload-Digest") ?? null)).toBe(sha(capture.body));
    expect(hexOf(conversion?.header("WARC-Block-Digest") ?? null)).toBe(sha(Buffer.from(capture.text ?? "")));
    expect(bytesOf([capture]).equals(bytesOf([capture]))).toBe(true);
  });

  it("is compressed record by record, and each has the length it states", () => {
    for (const piece of writeWarc([capture, { ...capture, body: new Uint8Array(), text: undefined, hops: [] }], "a", made)) {
      const record = gunzipSync(piece).toString("latin1");
      const [head = "", ...rest] = record.split("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(head)?.[1]);
      expect(rest.join("\r\n\r\n").length).toBe(length + 4);
      expect(record.endsWith("\r\n\r\n")).toBe(true);
    }
  });
});
