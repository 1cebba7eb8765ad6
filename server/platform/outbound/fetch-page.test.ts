import type { RequestListener } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Listener, listen, outboundTo } from "./testing";

type Answer = RequestListener;
const answers = new Map<string, Answer>();
const asked: { host: string; url: string; headers: Record<string, unknown> }[] = [];
let listener: Listener;

beforeAll(async () => {
  listener = await listen((request, response) => {
    const url = request.url ?? "";
    asked.push({ host: request.headers.host ?? "", url, headers: request.headers });
    const answer = answers.get(url) ?? (url === "/robots.txt" ? (_, r) => r.writeHead(404).end() : (_, r) => r.writeHead(404).end("no"));
    answer(request, response);
  });
});
afterEach(() => {
  answers.clear();
  asked.length = 0;
});
afterAll(() => listener.close());

const text =
  (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/plain", ...headers }).end(body);
  };
const to =
  (location: string, status = 302): Answer =>
  (_, response) => {
    response.writeHead(status, { location }).end();
  };
const bodyOf = (body: Uint8Array) => Buffer.from(body).toString("utf8");

describe("a page", () => {
  it("comes with its status, its headers and nothing of a session; the request says who asks and nothing else", async () => {
    answers.set("/a", text("hello", { "set-cookie": "id=1", etag: '"x"' }));
    const { fetchPage } = outboundTo(listener.port);
    const result = await fetchPage("http://example.com/a#part");
    expect(result).toMatchObject({
      ok: true,
      page: { url: "http://example.com/a#part", finalUrl: "http://example.com/a", status: 200, downgraded: false },
    });
    if (!result.ok) return;
    expect(bodyOf(result.page.body)).toBe("hello");
    expect(result.page.contentType).toBe("text/plain");
    expect(result.page.headers).toMatchObject({ etag: '"x"' });
    expect(result.page.headers).not.toHaveProperty("set-cookie");
    expect(result.page.hops).toEqual([{ url: "http://example.com/a", status: 200 }]);
    expect(Object.keys(asked[1]?.headers ?? {}).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    expect(asked[1]?.headers["user-agent"]).toBe("Variorum/0.1 (me@example.org)");
    await fetchPage("http://example.com/a");
    expect(asked.at(-1)?.headers).not.toHaveProperty("cookie");
  });

  it.each([403, 404, 410, 429, 500, 503])("with status %i is a page: what it means is not judged here", async (status) => {
    answers.set("/a", (_, response) => response.writeHead(status, { "content-type": "text/html" }).end("<p>no</p>"));
    expect(await outboundTo(listener.port).fetchPage("http://example.com/a")).toMatchObject({ ok: true, page: { status } });
  });

  it("is asked for under the condition that it has changed", async () => {
    answers.set("/a", (request, response) => {
      response.writeHead(request.headers["if-none-match"] === '"x"' && request.headers["if-modified-since"] === "yesterday" ? 304 : 200).end();
    });
    const result = await outboundTo(listener.port).fetchPage("http://example.com/a", { etag: '"x"', lastModified: "yesterday" });
    expect(result).toMatchObject({ ok: true, page: { status: 304 } });
    expect(await outboundTo(listener.port).fetchPage("http://example.com/a", { etag: "x\r\nInjected: 1" })).toMatchObject({ ok: true });
    expect(asked.at(-1)?.headers).not.toHaveProperty("injected");
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("is inflated from %s", async (encoding, compress) => {
    answers.set("/a", text(compress("compressed words"), { "content-encoding": encoding }));
    const result = await outboundTo(listener.port).fetchPage("http://example.com/a");
    expect(result.ok && bodyOf(result.page.body)).toBe("compressed words");
  });
});

describe("a redirect", () => {
  it("is followed by hand, and the whole way is told", async () => {
    answers.set("/a", to("/b", 301)).set("/b", to("http://other.example/c?d#e", 307)).set("/c?d", text("there"));
    const result = await outboundTo(listener.port).fetchPage("http://example.com/a");
    expect(result).toMatchObject({
      ok: true,
      page: {
        finalUrl: "http://other.example/c?d",
        hops: [
          { url: "http://example.com/a", status: 301 },
          { url: "http://example.com/b", status: 307 },
          { url: "http://other.example/c?d", status: 200 },
        ],
      },
    });
  });

  it("is followed five times and no more", async () => {
    for (let hop = 0; hop < 9; hop += 1) answers.set(`/${hop}`, to(`/${hop + 1}`));
    answers.set("/9", text("end"));
    const { fetchPage } = outboundTo(listener.port);
    expect(await fetchPage("http://example.com/4")).toMatchObject({ ok: true, page: { status: 200 } });
    expect(await fetchPage("http://example.com/3")).toMatchObject({ ok: false, refusal: { kind: "too_many_redirects", hops: { length: 6 } } });
  });

  it.each(["file:///etc/passwd", "javascript:alert(1)", "http://user:pw@example.com/", "http://example.com:22/", "http://["])(
    "is not followed to %s",
    async (target) => {
      answers.set("/a", to(target));
      expect(await outboundTo(listener.port).fetchPage("http://example.com/a")).toMatchObject({ ok: false, refusal: { kind: "bad_url" } });
    },
  );

  it("without an address is a page", async () => {
    answers.set("/a", (_, response) => response.writeHead(302).end("where?"));
    expect(await outboundTo(listener.port).fetchPage("http://example.com/a")).toMatchObject({ ok: true, page: { status: 302 } });
  });
});

describe("limits", () => {
  it("hold for what is announced, for what is sent, and for what it inflates to", async () => {
    answers.set("/announced", (_, response) => response.writeHead(200, { "content-length": "6000000" }).end());
    answers.set("/sent", (_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on("drain", more);
      more();
    });
    answers.set("/bomb", text(gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" }));
    const { fetchPage } = outboundTo(listener.port);
    for (const path of ["announced", "sent", "bomb"]) {
      expect(await fetchPage(`http://${path}.example/${path}`)).toMatchObject({
        ok: false,
        refusal: { kind: "too_large", message: expect.stringContaining("5 MB") },
      });
    }
    answers.set("/small", text("123456789"));
    expect(await fetchPage("http://small.example/small", { maxBytes: 8 })).toMatchObject({ ok: false, refusal: { kind: "too_large" } });
  });

  it("hold for the time of all of it, robots.txt and redirects included", async () => {
    answers.set("/silent", () => {});
    answers.set("/drip", (_, response) => {
      const drip = setInterval(() => response.write("."), 20);
      response.writeHead(200).on("close", () => clearInterval(drip));
    });
    const { fetchPage } = outboundTo(listener.port, undefined, { totalMs: 150 });
    for (const path of ["silent", "drip"]) {
      expect(await fetchPage(`http://${path}.example/${path}`)).toMatchObject({ ok: false, refusal: { kind: "timeout" } });
    }
    const neverResolved = outboundTo(listener.port, () => new Promise(() => {}), { totalMs: 100 });
    expect(await neverResolved.fetchPage("http://example.com/")).toMatchObject({ ok: false, refusal: { kind: "timeout" } });
  });

  it("hold for headers", async () => {
    answers.set("/a", text("x", { "x-long": "y".repeat(40_000) }));
    expect(await outboundTo(listener.port).fetchPage("http://example.com/a")).toMatchObject({
      ok: false,
      refusal: { kind: "unreachable", message: expect.stringContaining("headers") },
    });
  });
});

describe("what the network does is a value", () => {
  it.each([
    ["reset", (_, response) => response.destroy(), "broke the connection off"],
    [
      "cut",
      (_, response) => response.writeHead(200, { "content-length": "10" }).write("12345", () => response.destroy()),
      "broke the connection off",
    ],
    ["not gzip", text("plain", { "content-encoding": "gzip" }), "damaged"],
    ["cut gzip", text(gzipSync("x".repeat(9999)).subarray(0, 30), { "content-encoding": "gzip" }), "damaged"],
    ["unknown encoding", text("x", { "content-encoding": "zstd" }), "not asked for"],
    ["not HTTP", (request) => request.socket.end("220 mail\r\n"), "did not answer in HTTP"],
  ] satisfies [string, Answer, string][])("%s", async (_, answer, says) => {
    answers.set("/a", answer);
    const result = await outboundTo(listener.port).fetchPage("http://example.com/a");
    expect(result).toMatchObject({ ok: false, refusal: { kind: "unreachable", message: expect.stringContaining(says) } });
  });

  it("but the caller's own cancel is thrown, while waiting as well", async () => {
    answers.set("/silent", () => {});
    const { fetchPage } = outboundTo(listener.port);
    const cancel = new AbortController();
    const first = fetchPage("http://example.com/silent", { signal: cancel.signal });
    const second = fetchPage("http://example.com/other", { signal: cancel.signal });
    const settled = Promise.allSettled([first, second]);
    setImmediate(() => cancel.abort(new Error("enough")));
    for (const one of await settled) expect(one).toMatchObject({ status: "rejected", reason: { message: "enough" } });
    answers.set("/later", text("fine"));
    expect(await fetchPage("http://example.com/later")).toMatchObject({ ok: true, page: { status: 200 } });
  });
});
