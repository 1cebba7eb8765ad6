import { describe, expect, it } from "vitest";
import { bodyOf, engineErrorOfStatus, engineErrorOfWords, failureWords, type StatusRules } from "./engine-errors";

const key = "my-own-key-123";
const rules: StatusRules = { name: "The engine", keyName: "ENGINE_API_KEY", key, noCreditStatuses: [402] };
const now = new Date("2026-03-01T00:00:00Z");
const errorOf = (status: number, body: unknown, headers: Record<string, string> = {}, changes: Partial<StatusRules> = {}) =>
  engineErrorOfStatus({ ...rules, ...changes }, status, new Headers(headers), typeof body === "string" ? body : JSON.stringify(body), now);

describe("what a refusal says", () => {
  it.each([
    [{ error: { message: "m", type: "t", code: "c" } }, "c t", "m"],
    [{ error: "m" }, "", "m"],
    [{ detail: { error: "m" } }, "", "m"],
    [{ detail: "m" }, "", "m"],
    [{ code: 429, message: "m" }, "429", "m"],
    [[{ error: { code: 400, status: "INVALID_ARGUMENT", message: "m" } }], "400 invalid_argument", "m"],
    [null, "", ""],
    ["text", "", ""],
    [{ error: [1] }, "", ""],
  ])("is read from %j", (body, code, said) => {
    expect(failureWords(body, null)).toMatchObject({ code, said });
  });

  it("tells an empty account from a limit of a minute, and never tries it again", () => {
    expect(errorOf(429, { error: { code: "rate_limit_exceeded" } })).toMatchObject({ kind: "rate_limited", retryable: true });
    for (const code of ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached"])
      expect(errorOf(429, { error: { code } })).toMatchObject({ kind: "no_credit", status: 429, retryable: false });
    expect(errorOf(402, "")).toMatchObject({ kind: "no_credit", retryable: false });
    expect(errorOf(401, { error: { message: "You are out of credits" } })).toMatchObject({ kind: "no_credit", retryable: false });
    expect(errorOf(401, "<html>")).toMatchObject({ kind: "auth", retryable: false });
    expect(errorOf(503, { error: { message: "insufficient_quota" } })).toMatchObject({ kind: "server", retryable: true });
  });

  it("takes a status for an empty account only where the vendor does and the words do not say otherwise", () => {
    const xai = { noCreditStatuses: [402, 403] };
    expect(errorOf(403, "", {}, xai)).toMatchObject({ kind: "no_credit" });
    expect(errorOf(403, { error: "Your team has no credits" }, {}, xai)).toMatchObject({ kind: "no_credit" });
    expect(errorOf(403, { error: "Content violates usage guidelines" }, {}, xai)).toMatchObject({ kind: "blocked" });
    expect(errorOf(403, "")).toMatchObject({ kind: "blocked" });
  });

  it("reads the wait from the header in seconds, in milliseconds or from the body, at most five minutes", () => {
    const retry = (delay: string) => ({
      error: { details: [{ "@type": "x" }, { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: delay }] },
    });
    expect(errorOf(429, retry("37s"))).toMatchObject({ retryAfterMs: 37_000 });
    expect(errorOf(429, retry("1.5s"), { "retry-after": "2" })).toMatchObject({ retryAfterMs: 2000 });
    expect(errorOf(429, retry("99999s"))).toMatchObject({ retryAfterMs: 300_000 });
    expect(errorOf(429, retry("soon")).retryAfterMs).toBeUndefined();
    expect(errorOf(429, "", { "retry-after-ms": "250" })).toMatchObject({ retryAfterMs: 250 });
    expect(errorOf(429, "", { "retry-after-ms": "999999999" })).toMatchObject({ retryAfterMs: 300_000 });
    expect(errorOf(400, retry("37s")).retryAfterMs).toBeUndefined();
  });

  it("repeats the vendor's words where they help, without keys and not at length", () => {
    const error = errorOf(400, { error: { message: `Model "x" is unknown for ${key} and sk-live-abcdefgh.\n${"y".repeat(1000)}` } });
    expect(error).toMatchObject({ kind: "bad_request", retryable: false });
    expect(error.message).toContain('Model "x" is unknown for [key] and [key].');
    expect(error.message.length).toBeLessThan(400);
    expect(errorOf(400, { error: { message: "API key not valid. Please pass a valid API key." } })).toMatchObject({ kind: "auth" });
  });

  it.each([
    ["content_filter", "blocked", false],
    ["rate_limit_exceeded", "rate_limited", true],
    ["insufficient_quota", "no_credit", false],
    ["invalid_api_key", "auth", false],
    ["invalid_prompt", "bad_request", false],
    ["request_timeout", "timeout", true],
    ["server_error", "server", true],
    ["", "server", true],
  ] as const)("inside a success, %s is %s", (code, kind, retryable) => {
    expect(engineErrorOfWords(rules, { code, said: "", retryDelayMs: null })).toMatchObject({ kind, retryable });
  });

  it("is nothing where the body is no data", () => {
    expect(bodyOf("<html>")).toBeNull();
    expect(bodyOf('{"a":1}')).toEqual({ a: 1 });
  });
});
