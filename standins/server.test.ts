import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { engines } from "./engines/engines";
import { faultsOfText, parseFault } from "./faults";
import { type RunningStandins, startStandins } from "./server";
import { jsonReply, type Standin } from "./wire";

const echo = (id: Standin["id"], costUsd: number): Standin => ({
  id,
  handle: ({ method, path, query, body }) => jsonReply({ id, method, path, query: Object.fromEntries(query), body }, { costUsd }),
});
const broken: Standin = {
  id: "ema",
  handle: () => {
    throw new Error("of its own");
  },
};
let running: RunningStandins;
beforeAll(async () => {
  running = await startStandins([echo("openai", 0.1), echo("rxnorm", 0), broken]);
});
afterEach(() => {
  running.faults.clear();
  running.ledger.clear();
});
afterAll(() => running.close());

const get = (id: Standin["id"], path: string, init?: RequestInit) => fetch(running.baseUrl(id) + path, init);
const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(running.controlUrl + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: response.status, value: await response.json() };
};

describe("the stand-ins", () => {
  it("answer behind base URLs of their own, each with its vendor's path", async () => {
    expect(running.baseUrl("openai")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(running.baseUrl("rxnorm")).toMatch(/\/REST$/);
    expect(new URL(running.baseUrl("openai")).port).not.toBe(new URL(running.baseUrl("rxnorm")).port);
    const response = await get("rxnorm", "/rxcui.json?name=a%20b", { method: "POST", body: "x" });
    expect(await response.json()).toEqual({ id: "rxnorm", method: "POST", path: "/rxcui.json", query: { name: "a b" }, body: "x" });
    expect(() => running.baseUrl("tavily")).toThrow("The stand-in of tavily is not running.");
  });

  it("keep a ledger of every call and what it cost, to the tick", async () => {
    for (let n = 0; n < 3; n++) await (await get("openai", "/a")).text();
    await (await get("rxnorm", "/b")).text();
    const { value } = await control("GET", "/__ledger");
    expect(value).toMatchObject({ costUsd: 0.3, totals: { openai: { calls: 3, costUsd: 0.3 }, rxnorm: { calls: 1, costUsd: 0 } } });
    expect(value.calls).toHaveLength(4);
    expect(value.calls[0]).toMatchObject({ seq: 1, standin: "openai", method: "GET", path: "/a", status: 200, fault: null, delivered: true });
    expect((await control("DELETE", "/__ledger")).value).toEqual({ calls: [], totals: {}, costUsd: 0 });
  });

  it("charge an answer that they made and that does not arrive, and none that they refused to make", async () => {
    running.faults.set({ standin: "openai", fault: "cut-body", times: 1 });
    await expect(get("openai", "/a").then((response) => response.text())).rejects.toThrow();
    expect((await get("openai", "/a", { headers: { "x-standin-fault": "500" } })).status).toBe(500);
    expect(running.ledger.read().calls.map(({ status, costUsd, delivered }) => [status, costUsd, delivered])).toEqual([
      [200, 0.1, false],
      [500, 0, true],
    ]);
  });

  it("take faults by header, by query and over HTTP, for one or for all, for some calls or for good", async () => {
    expect((await get("rxnorm", "/?__fault=503:retry-after=9")).headers.get("retry-after")).toBe("9");
    expect((await control("POST", "/__faults", { standin: "rxnorm", fault: "429", times: 1 })).value).toEqual({ rxnorm: "429" });
    expect((await get("openai", "/")).status).toBe(200);
    expect((await get("rxnorm", "/")).status).toBe(429);
    expect((await get("rxnorm", "/")).status).toBe(200);
    await control("POST", "/__faults", { fault: "404" });
    expect([(await get("rxnorm", "/")).status, (await get("openai", "/")).status]).toEqual([404, 404]);
    await control("POST", "/__faults", { fault: null });
    expect((await control("GET", "/__faults")).value).toEqual({});
    expect((await get("rxnorm", "/")).status).toBe(200);
  });

  it("refuse what they do not know in one sentence", async () => {
    expect(await control("POST", "/__faults", { fault: "earthquake" })).toMatchObject({
      status: 400,
      value: { error: expect.stringContaining("known") },
    });
    expect(await control("POST", "/__latency", { ms: -1 })).toMatchObject({ status: 400 });
    expect(await control("GET", "/__else")).toMatchObject({ status: 404, value: { error: expect.stringContaining("/__ledger") } });
    expect((await control("POST", "/__latency", { standin: "openai", ms: 0 })).value).toMatchObject({ "*": 0, openai: 0 });
  });

  it("refuse connections and accept them again", async () => {
    running.faults.set({ standin: "openai", fault: "refused" });
    await expect(get("openai", "/")).rejects.toThrow();
    expect((await get("rxnorm", "/")).status).toBe(200);
    running.faults.clear();
    expect((await get("openai", "/")).status).toBe(200);
  });

  it("send 200 MB, and half a gigabyte in half a megabyte", async () => {
    const sizeOf = async (fault: string) => {
      let size = 0;
      const { body } = await get("openai", "/", { headers: { "x-standin-fault": fault } });
      for await (const piece of body ?? []) size += piece.length;
      return size;
    };
    expect(await sizeOf("huge")).toBe(200 * 1024 * 1024);
    expect(await sizeOf("gzip-bomb")).toBe(512 * 1024 * 1024);
  });

  it("say so when they fail themselves, and go on", async () => {
    const response = await get("ema", "/");
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("The stand-in itself failed: of its own");
  });

  it("start none where one port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => taken.once("listening", done));
    const { port } = taken.address() as AddressInfo;
    await expect(startStandins([echo("openai", 0)], { firstPort: port - 1 })).rejects.toThrow("EADDRINUSE");
    await expect(fetch(`http://127.0.0.1:${port - 1}/__ledger`)).rejects.toThrow();
    taken.close();
  });
});

describe("faults in words", () => {
  it("are read, and nothing else is", () => {
    expect(parseFault("429:retry-after=7")).toEqual({ name: "status", status: 429, detail: "retry-after=7" });
    expect(parseFault(" cut-stream:12 ")).toEqual({ name: "cut-stream", detail: "12" });
    expect(["200", "", "cut", "429x", "huge!"].map(parseFault)).toEqual([null, null, null, null, null]);
    expect(faultsOfText("openai=429:retry-after=7;*=slow:10; ;nonsense;xai=what")).toEqual([
      { standin: "openai", fault: "429:retry-after=7" },
      { standin: "*", fault: "slow:10" },
    ]);
  });
});

describe("the engines' stand-ins", () => {
  it("refuse a question without a key, each in its vendor's form", async () => {
    const paths = { openai: "/responses", xai: "/responses", perplexity: "/agent", tavily: "/search", gemini: "/models/m:generateContent" };
    for (const [id, path] of Object.entries(paths)) {
      const standin = engines.find((engine) => engine.id === id);
      const reply = await standin?.handle({ method: "POST", path, query: new URLSearchParams(), headers: {}, body: "{}" });
      expect(reply?.status).toBe(id === "gemini" ? 403 : 401);
      expect(reply?.costUsd ?? 0).toBe(0);
    }
  });

  it("answer every subject, and are silent where their pages say nothing", async () => {
    const openai = engines.find((engine) => engine.id === "openai");
    const ask = async (input: string) => {
      const body = JSON.stringify({ model: "m", input });
      const reply = await openai?.handle({
        method: "POST",
        path: "/responses",
        query: new URLSearchParams(),
        headers: { authorization: "Bearer k" },
        body,
      });
      return String(reply?.body);
    };
    expect(await ask("Subject:\nRomans 8:28\n\nQuestions to look into:\nhistory")).toContain("Romans 8:28 was first described in 1987.");
    expect(await ask("warfarin interactions")).toContain("Amiodarone inhibits CYP2C9");
    expect(await ask("metformin astrology")).toContain("no reliable statement");
  });
});
