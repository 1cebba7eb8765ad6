import http from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { llm } from "@/standins/llm/llm";
import { type RunningStandins, startStandins } from "@/standins/server";
import { parseConfig, setEnvironment } from "./config";
import { llmConfigured, proposeObject } from "./llm";

const key = "sk-test-0123456789";
let standins: RunningStandins;
const lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
const schema = z.object({ claims: z.array(z.object({ attribute: z.string(), value: z.number().nullable() })) });
const question = {
  schema,
  system: "Copy what stands there.",
  prompt: '- half_life: Half-life. A number, in h.\n<passage id="p1">\nThe half-life is 6.2 h.\n</passage>',
  purpose: "test",
  maxOutputTokens: 500,
};
const ctx = () => ({ log, signal: new AbortController().signal });
const use = (change: Record<string, string>) => {
  const none = { LLM_PROVIDER: "", LLM_MODEL: "", LLM_BASE_URL: "", LLM_API_KEY: "", LLM_TIMEOUT_SECONDS: "" };
  setEnvironment({ ...none, ...change });
};
const compatible = (model: string) =>
  use({ LLM_PROVIDER: "compatible", LLM_MODEL: model, LLM_BASE_URL: standins.baseUrl("llm"), LLM_API_KEY: key, LLM_TIMEOUT_SECONDS: "60" });

beforeAll(async () => {
  standins = await startStandins([llm]);
});
beforeEach(() => {
  lines.length = 0;
  standins.ledger.clear();
});
afterEach(() => {
  standins.faults.clear();
  use({});
});
afterAll(() => standins.close());

describe("a model that writes", () => {
  it("is off until one is set, and says so", async () => {
    use({});
    expect(llmConfigured()).toBeNull();
    expect((await proposeObject(ctx(), question)).error).toMatchObject({ kind: "off" });
  });

  it.each(["compatible", "openai", "xai", "google"])("answers with an object of the form asked for, on the wire of %s", async (provider) => {
    const baseUrl = standins.baseUrl("llm");
    use({ LLM_PROVIDER: provider, LLM_MODEL: "standin-writer", LLM_BASE_URL: baseUrl, LLM_API_KEY: key });
    const said = await proposeObject(ctx(), question);
    expect(said.object).toEqual({ claims: [{ attribute: "half_life", value: 6.2 }] });
    expect(said.model).toBe("standin-writer");
    expect(said.usage).toMatchObject({ calls: 1 });
    expect(said.usage.inputTokens).toBeGreaterThan(20);
    expect(llmConfigured()).toEqual({ provider, model: "standin-writer" });
  });

  it("reads an answer out of a code fence without asking again", async () => {
    compatible("standin-fenced");
    const said = await proposeObject(ctx(), question);
    expect(said.object?.claims).toHaveLength(1);
    expect(standins.ledger.read().calls).toHaveLength(1);
  });

  it("asks once more for the form, and no further", async () => {
    compatible("standin-forgetful");
    expect((await proposeObject(ctx(), question)).object?.claims).toHaveLength(1);
    compatible("standin-formless");
    standins.ledger.clear();
    const said = await proposeObject(ctx(), question);
    expect(said.error).toMatchObject({ kind: "schema", retryable: false });
    expect(said.usage.calls).toBe(2);
    expect(standins.ledger.read().calls).toHaveLength(2);
  });

  it.each([
    ["429:no-credit", "no_credit", 1],
    ["402", "no_credit", 1],
    ["401", "auth", 1],
    ["403", "auth", 1],
    ["503:retry-after=0", "server", 2],
    ["429:retry-after=0", "rate_limited", 2],
    ["429:retry-after=3600", "rate_limited", 1],
    ["html", "schema", 1],
    ["wrong-schema", "schema", 1],
    ["empty", "schema", 1],
    ["huge", "schema", 1],
    ["gzip-bomb", "schema", 1],
  ])("says why it has nothing: %s is %s after %i calls", async (fault, kind, calls) => {
    compatible("standin-writer");
    standins.faults.set({ standin: "llm", fault });
    const said = await proposeObject(ctx(), question);
    expect(said.error?.kind).toBe(kind);
    expect(said.error?.message).toMatch(/^The model standin-writer /);
    expect(standins.ledger.read().calls).toHaveLength(calls);
  });

  it("tries once more what may pass", async () => {
    compatible("standin-writer");
    standins.faults.set({ standin: "llm", fault: "503:retry-after=0", times: 1 });
    expect((await proposeObject(ctx(), question)).object?.claims).toHaveLength(1);
  });

  it("waits for an answer only so long", async () => {
    compatible("standin-writer");
    setEnvironment({ LLM_TIMEOUT_SECONDS: "0.2" });
    standins.faults.set({ standin: "llm", fault: "silent" });
    expect((await proposeObject(ctx(), question)).error).toMatchObject({ kind: "timeout" });
  });

  it("throws the caller's own cancel and nothing else", async () => {
    compatible("standin-writer");
    standins.faults.set({ standin: "llm", fault: "silent" });
    const cancel = new AbortController();
    const asking = proposeObject({ log, signal: cancel.signal }, question);
    setTimeout(() => cancel.abort(new Error("the request was cancelled")), 50);
    await expect(asking).rejects.toThrow("the request was cancelled");
  });

  it("follows no redirect, since its key would go along", async () => {
    const visits: string[] = [];
    const other = http.createServer((request, response) => {
      visits.push(request.url ?? "");
      response.end("{}");
    });
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/steal`;
    const redirecting = http.createServer((_request, response) => void response.writeHead(307, { location: elsewhere }).end());
    await new Promise<void>((done) => redirecting.listen(0, "127.0.0.1", done));
    use({
      LLM_PROVIDER: "google",
      LLM_MODEL: "m",
      LLM_BASE_URL: `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/v1beta`,
      LLM_API_KEY: key,
    });
    expect((await proposeObject(ctx(), question)).error?.message).toContain("redirect");
    expect(visits).toEqual([]);
    other.close();
    redirecting.close();
  });

  it("keeps its key out of logs, errors and objects", async () => {
    const echo = http.createServer((request, response) => {
      const said = JSON.stringify({ claims: [{ attribute: request.headers.authorization, value: null }] });
      const body = {
        id: "1",
        object: "chat.completion",
        created: 0,
        model: "m",
        choices: [{ index: 0, message: { role: "assistant", content: said }, finish_reason: "stop" }],
      };
      const [status, text] = request.url?.startsWith("/bad")
        ? [400, JSON.stringify({ error: { message: request.headers.authorization } })]
        : [200, JSON.stringify(body)];
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    });
    await new Promise<void>((done) => echo.listen(0, "127.0.0.1", done));
    const origin = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
    for (const path of ["/good", "/bad"]) {
      use({ LLM_PROVIDER: "compatible", LLM_MODEL: "m", LLM_BASE_URL: origin + path, LLM_API_KEY: key });
      const said = await proposeObject(ctx(), question);
      expect(said.error?.kind ?? said.object?.claims[0]?.attribute).toBe(path === "/good" ? "Bearer [removed]" : "bad_request");
      expect(JSON.stringify(said)).not.toContain(key);
    }
    expect(lines.length).toBe(2);
    expect(lines.join("")).not.toContain(key);
    echo.close();
  });
});

describe("the settings of a model", () => {
  const refusal = (environment: Record<string, string>): string => {
    try {
      return JSON.stringify(parseConfig(environment).llm);
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };

  it("name what is missing", () => {
    expect(refusal({ LLM_PROVIDER: "openai" })).toContain("LLM_MODEL");
    expect(refusal({ LLM_PROVIDER: "openai", LLM_MODEL: "m" })).toContain("LLM_API_KEY");
    expect(refusal({ LLM_PROVIDER: "compatible", LLM_MODEL: "m" })).toContain("LLM_BASE_URL");
    expect(refusal({ LLM_PROVIDER: "anything" })).toContain("openai, xai, google, compatible");
    expect(refusal({})).toBe("null");
  });

  it("take the engine's key to the vendor, and to nobody else", () => {
    const given = { LLM_PROVIDER: "openai", LLM_MODEL: "m", OPENAI_API_KEY: "sk-engine" };
    expect(parseConfig(given).llm).toMatchObject({ apiKey: "sk-engine", baseUrl: "https://api.openai.com/v1" });
    expect(parseConfig({ ...given, LLM_BASE_URL: "http://127.0.0.1:9" }).llm?.apiKey).toBeNull();
    expect(parseConfig({ ...given, VARIORUM_STANDINS: "1" }).llm).toMatchObject({
      apiKey: "standin-key-of-llm",
      baseUrl: "http://127.0.0.1:4606/v1",
    });
  });
});
