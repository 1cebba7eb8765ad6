// For the contract tests of the engines: stand-ins in this process, a question, and every fault with what it must become.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningStandins, startStandins } from "@/standins/server";
import type { Standin } from "@/standins/wire";
import type { EngineOptions } from "../core/engine-options";
import { type Answer, answerSchema, type ProviderError, type Question } from "../schema";

export const testKey = "sk-test-0123456789abcdef";

export const halfLife: Question = {
  subject: "metformin",
  aliases: ["Glucophage"],
  queries: ["metformin elimination half-life"],
  terms: ["half-life"],
  labelSections: [],
  facts: [],
};

/** One that the stand-ins answer in a single sentence. */
export const short: Question = { ...halfLife, subject: "warfarin", aliases: [], queries: ["warfarin mechanism"], terms: [] };

export type Ask = (question: Question, options: EngineOptions) => Promise<Answer>;

export function engineOptions(changes: Partial<EngineOptions> = {}): EngineOptions {
  return {
    apiKey: testKey,
    baseUrl: "http://127.0.0.1:9",
    model: "test-model",
    timeoutMs: 5000,
    contact: "me@example.org",
    fetch,
    signal: new AbortController().signal,
    now: new Date("2026-03-01T00:00:00Z"),
    ...changes,
  };
}

/** A fetch that answers with these bytes, in these pieces. */
export function fetchOf(pieces: readonly (string | Uint8Array)[], init: ResponseInit = {}): EngineOptions["fetch"] {
  return async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
        controller.close();
      },
    });
    return new Response(stream, init);
  };
}

/** A fetch that answers with JSON and keeps what it was asked. */
export function recordingFetch(body: unknown, init: ResponseInit = {}) {
  const asked: { url: string; headers: Record<string, string>; body: unknown }[] = [];
  const fetched: EngineOptions["fetch"] = async (url, request) => {
    asked.push({ url, headers: Object.fromEntries(new Headers(request.headers)), body: JSON.parse(String(request.body)) });
    return new Response(typeof body === "string" ? body : JSON.stringify(body), init);
  };
  return { asked, fetch: fetched };
}

/** The stand-ins' own bytes for a question put to an engine. */
export async function bytesOf(standin: Standin, ask: Ask, question: Question): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array();
  await ask(
    question,
    engineOptions({
      baseUrl: "http://stand-in",
      fetch: async (url, init) => {
        const headers = Object.fromEntries(new Headers(init.headers));
        const path = new URL(url).pathname;
        const { body } = await standin.handle({ method: "POST", path, query: new URLSearchParams(), headers, body: String(init.body) });
        bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : body.join(""));
        return new Response(new Uint8Array(bytes));
      },
    }),
  );
  return bytes;
}

export function useStandin(standin: Standin): () => RunningStandins {
  let running: RunningStandins | undefined;
  beforeAll(async () => {
    running = await startStandins([standin]);
  });
  afterEach(() => running?.faults.clear());
  afterAll(() => running?.close());
  return () => {
    if (!running) throw new Error("The stand-in is not running.");
    return running;
  };
}

export type Expected = { readonly kind: ProviderError["kind"]; readonly retryable: boolean; readonly retryAfterMs?: number };
type Fault = readonly [fault: string, expected: Expected, options?: Partial<EngineOptions>];

const truncated: Expected = { kind: "truncated", retryable: true };
const server: Expected = { kind: "server", retryable: true };
const schema: Expected = { kind: "schema", retryable: false };

/** What every engine makes of a fault; `own` adds to it or says otherwise. */
function faultsOf(own: readonly Fault[]): readonly Fault[] {
  const shared: readonly Fault[] = [
    ["refused", truncated],
    ["reset", truncated],
    ["silent", { kind: "timeout", retryable: true }, { timeoutMs: 120 }],
    ["slow:2000", { kind: "timeout", retryable: true }, { timeoutMs: 120 }],
    ["drip:40", { kind: "timeout", retryable: true }, { timeoutMs: 200 }],
    ["empty", truncated],
    ["cut-body:40", truncated],
    ["cut-body:300", truncated],
    ["wrong-schema", schema],
    ["html", schema],
    ["400", { kind: "bad_request", retryable: false }],
    ["401", { kind: "auth", retryable: false }],
    ["402:no-credit", { kind: "no_credit", retryable: false }],
    ["404", { kind: "gone", retryable: false }],
    ["410", { kind: "gone", retryable: false }],
    ["408", server],
    ["429:retry-after=7", { kind: "rate_limited", retryable: true, retryAfterMs: 7000 }],
    ["429:retry-after=Sun, 01 Mar 2026 00:01:00 GMT", { kind: "rate_limited", retryable: true, retryAfterMs: 60_000 }],
    ["429:retry-after=86400", { kind: "rate_limited", retryable: true, retryAfterMs: 300_000 }],
    ["429:retry-after=-5", { kind: "rate_limited", retryable: true }],
    ["500", server],
    ["502", server],
    ["503:retry-after=3", { ...server, retryAfterMs: 3000 }],
    ["529", server],
    ["gzip-bomb", { kind: "truncated", retryable: false }],
    ["huge", { kind: "truncated", retryable: false }],
  ];
  const names = new Set(own.map(([fault]) => fault));
  return [...shared.filter(([fault]) => !names.has(fault)), ...own];
}

/** Holds an engine to every fault: the right kind, nothing invented, no secret, one sentence. */
export function describeFaults(standin: Standin, ask: Ask, own: readonly Fault[], question: Question = halfLife): void {
  describe("when things go wrong", () => {
    const standins = useStandin(standin);
    const askOnce = async (changes: Partial<EngineOptions> = {}) =>
      answerSchema.parse(await ask(question, engineOptions({ baseUrl: standins().baseUrl(standin.id), ...changes })));

    it.each(faultsOf(own).map(([fault, expected, options]) => ({ fault, expected, options })))(
      "$fault is $expected.kind",
      async ({ fault, expected, options }) => {
        standins().faults.set({ standin: standin.id, fault });
        const answer = await askOnce(options);
        expect(answer).toMatchObject({ status: "failed", text: "", sources: [], spans: [], error: expected });
        if (expected.retryAfterMs === undefined && fault.includes("=-")) expect(answer.error?.retryAfterMs).toBeOneOf([undefined, 37_000]);
        expect(answer.error?.message).toMatch(/^[A-Z].+[.”]$/i);
        expect(JSON.stringify(answer)).not.toMatch(/sk-t|0123456789abcdef|1234567890abcdef/);
        if (answer.error?.status !== undefined) expect(answer.cost).toMatchObject({ usd: 0, basis: "free" });
      },
    );

    it("a port where nobody listens is unreachable, and costs nothing", async () => {
      const answer = await askOnce({ baseUrl: "http://127.0.0.1:9" });
      expect(answer).toMatchObject({ status: "failed", error: { kind: "unreachable", retryable: false }, cost: { usd: 0 } });
    });

    it("bytes that are no UTF-8 and hostile keys harm nothing", async () => {
      for (const fault of ["bad-utf8", "proto"]) {
        standins().faults.set({ standin: standin.id, fault });
        expect(await askOnce()).toMatchObject({ status: "ok", error: null });
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

    it("a cancel is thrown with its reason", async () => {
      standins().faults.set({ standin: standin.id, fault: "silent" });
      const cancel = new AbortController();
      const waiting = askOnce({ signal: cancel.signal });
      setTimeout(() => cancel.abort(new Error("cancelled by the reader")), 30);
      await expect(waiting).rejects.toThrow("cancelled by the reader");
    });

    it("the next question is answered again", async () => {
      standins().faults.set({ standin: "*", fault: "503", times: 1 });
      expect(await askOnce()).toMatchObject({ status: "failed" });
      expect(await askOnce()).toMatchObject({ status: "ok" });
    });
  });
}

/** How far apart the places are at which an answer comes in two pieces; the parser's own test takes every place. */
const pieceStep = 11;

/** Cut at any byte, an answer is a failure or the whole answer, never a part of it; in two pieces, it is the whole. */
export function describeCuts(standin: Standin, ask: Ask, contentType: string, question: Question = short): void {
  it("cut at every byte is a failure, in two pieces the same answer", async () => {
    const bytes = await bytesOf(standin, ask, question);
    const options = (pieces: Uint8Array[]) => engineOptions({ fetch: fetchOf(pieces, { headers: { "content-type": contentType } }) });
    const { raw: _raw, ...whole } = await ask(question, options([bytes]));
    expect(whole.status).toBe("ok");
    for (let at = 0; at < bytes.length; at++) {
      const { raw: _cutRaw, ...cut } = await ask(question, options([bytes.subarray(0, at)]));
      if (cut.status !== "failed") expect(cut).toEqual(whole);
      else expect(cut).toMatchObject({ text: "", sources: [], error: { kind: at === 0 ? "truncated" : expect.stringMatching(/truncated|schema/) } });
      if (at % pieceStep !== 0) continue;
      const { raw: _joinedRaw, ...joined } = await ask(question, options([bytes.subarray(0, at), bytes.subarray(at)]));
      expect(joined).toEqual(whole);
    }
  });
}
