// Rules of sites, turns and rest.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { outboundFor } from "../outbound";
import { directly, type Listener, listen, outboundTo, publicAddress } from "./testing";

let listener: Listener;
let robots: { status: number; body: string; headers?: Record<string, string> } = { status: 404, body: "" };
let asked: string[] = [];
let underWay = 0;
let most = 0;

beforeAll(async () => {
  listener = await listen((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    if (request.url === "/robots.txt") return response.writeHead(robots.status, { "content-type": "text/plain", ...robots.headers }).end(robots.body);
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      response.writeHead(200).end("page");
    }, 5);
    return response;
  });
});
afterEach(() => {
  robots = { status: 404, body: "" };
  asked = [];
  most = 0;
});
afterAll(() => listener.close());

describe("a site's rules", () => {
  it("are asked for once, and obeyed for this robot by name or for all", async () => {
    robots = { status: 200, body: "User-agent: *\nDisallow: /all\n\nUser-agent: variorum\nDisallow: /ours\nAllow: /ours/open\n" };
    const { fetchPage } = outboundTo(listener.port);
    expect(await fetchPage("http://example.com/ours/a")).toMatchObject({
      ok: false,
      refusal: { kind: "robots", message: expect.stringContaining("robots.txt") },
    });
    expect(await fetchPage("http://example.com/ours/open")).toMatchObject({ ok: true });
    expect(await fetchPage("http://example.com/all")).toMatchObject({ ok: true });
    expect(asked.filter((url) => url.endsWith("/robots.txt"))).toHaveLength(1);
    expect(asked).not.toContain("example.com/ours/a");
  });

  it("allow all when there are none, and when a page stands in their place", async () => {
    for (const given of [
      { status: 404, body: "" },
      { status: 403, body: "" },
      { status: 200, body: "Disallow: /", headers: { "content-type": "text/html" } },
    ]) {
      robots = given;
      expect(await outboundTo(listener.port).fetchPage("http://example.com/a")).toMatchObject({ ok: true });
    }
  });

  it.each([500, 503, 429])("that cannot be read because the server answers %i allow nothing", async (status) => {
    robots = { status, body: "" };
    const { fetchPage } = outboundTo(listener.port);
    expect(await fetchPage("http://example.com/a")).toMatchObject({
      ok: false,
      refusal: { kind: "robots", message: expect.stringContaining(String(status)) },
    });
    expect(asked).toEqual(["example.com/robots.txt"]);
  });

  it("are read anew after an hour, and two minutes after a failure", async () => {
    let time = Date.UTC(2026, 0, 1);
    const parts = {
      lookup: async () => [{ address: publicAddress }],
      dial: () => ({ host: "127.0.0.1", port: listener.port }),
      sleep: async () => {},
      now: () => new Date(time),
    };
    const { fetchPage } = outboundFor(directly, parts);
    const readings = () => asked.filter((url) => url.endsWith("/robots.txt")).length;
    robots = { status: 503, body: "" };
    await fetchPage("http://example.com/a");
    robots = { status: 200, body: "" };
    time += 60_000;
    expect(await fetchPage("http://example.com/a")).toMatchObject({ ok: false });
    time += 61_000;
    expect(await fetchPage("http://example.com/a")).toMatchObject({ ok: true });
    time += 59 * 60_000;
    await fetchPage("http://example.com/a");
    expect(readings()).toBe(2);
    time += 2 * 60_000;
    await fetchPage("http://example.com/a");
    expect(readings()).toBe(3);
  });
});

describe("turns", () => {
  it("are given one at a time for each host, with the gap that the site asks for up to a limit", async () => {
    robots = { status: 200, body: "User-agent: *\nCrawl-delay: 3\n" };
    const slow = outboundTo(listener.port);
    await Promise.all(["a", "b", "c"].map((path) => slow.fetchPage(`http://example.com/${path}`)));
    expect(most).toBe(1);
    expect(slow.waits).toHaveLength(2);
    for (const wait of slow.waits) {
      expect(wait).toBeGreaterThan(2000);
      expect(wait).toBeLessThanOrEqual(3000);
    }
    robots = { status: 200, body: "User-agent: *\nCrawl-delay: 86400\n" };
    const slower = outboundTo(listener.port);
    await Promise.all(["a", "b"].map((path) => slower.fetchPage(`http://example.com/${path}`)));
    expect(slower.waits[0]).toBeLessThanOrEqual(10_000);
  });

  it("are limited over all hosts, and every page gets one", async () => {
    const { fetchPage } = outboundTo(listener.port, undefined, { atATime: 3 });
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => fetchPage(`http://host-${n}.example.com/`)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it("that come too late are given up, and the page is not judged", async () => {
    let time = 0;
    const parts = {
      lookup: async () => [{ address: publicAddress }],
      dial: () => ({ host: "127.0.0.1", port: listener.port }),
      now: () => new Date(time),
      sleep: async () => {
        time += 70_000;
      },
    };
    const { fetchPage } = outboundFor(directly, parts);
    const results = await Promise.all(["a", "b", "c"].map((path) => fetchPage(`http://example.com/${path}`)));
    expect(results.map((result) => (result.ok ? "page" : result.refusal.kind))).toEqual(["page", "page", "timeout"]);
  });
});

describe("without a network", () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };

  it("three hosts are tried, then it rests for a minute, tries one, and rests again", async () => {
    let time = 0;
    let lookups = 0;
    const lookup = async () => {
      lookups += 1;
      return failing("EAI_AGAIN")();
    };
    const { fetchPage } = outboundFor(directly, { lookup, now: () => new Date(time), sleep: async () => {} });
    const kinds = [];
    for (let n = 0; n < 6; n += 1) {
      const result = await fetchPage(`http://host-${n}.example/`);
      kinds.push(result.ok ? "page" : result.refusal.kind);
    }
    expect(kinds).toEqual(["unreachable", "unreachable", "unreachable", "resting", "resting", "resting"]);
    expect(lookups).toBe(3);
    time += 61_000;
    expect(await fetchPage("http://host-7.example/")).toMatchObject({ refusal: { kind: "unreachable" } });
    expect(await fetchPage("http://host-8.example/")).toMatchObject({ refusal: { kind: "resting" } });
    expect(lookups).toBe(4);
  });

  it("one host that does not answer brings no rest, nor do several while others answer", async () => {
    const lookup = async (name: string) => (name.startsWith("no-") ? failing("ENOTFOUND")() : [{ address: publicAddress }]);
    const { fetchPage } = outboundTo(listener.port, lookup);
    for (let n = 0; n < 5; n += 1) expect(await fetchPage("http://no-host.example/")).toMatchObject({ refusal: { kind: "unreachable" } });
    expect((await fetchPage("http://example.com/")).ok).toBe(true);
    for (let n = 0; n < 5; n += 1) expect(await fetchPage(`http://no-${n}.example/`)).toMatchObject({ refusal: { kind: "unreachable" } });
  });

  it("a name that is not found says so only while others are found", async () => {
    const lookup = async (name: string) => (name.startsWith("no-") ? failing("ENOTFOUND")() : [{ address: publicAddress }]);
    const { fetchPage } = outboundTo(listener.port, lookup);
    const before = await fetchPage("http://no-host.example/");
    await fetchPage("http://example.com/");
    const after = await fetchPage("http://no-host.example/");
    expect(before.ok || before.refusal.noSuchHost).toBeUndefined();
    expect(after.ok || after.refusal.noSuchHost).toBe(true);
  });
});
