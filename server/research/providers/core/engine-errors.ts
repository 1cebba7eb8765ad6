// What a refusal's body adds to its status. Vendors use one status for several things: a limit of a minute and an empty account are both 429 at OpenAI.
import { z } from "zod";
import type { ProviderError } from "../schema";
import { errorOfStatus } from "./classify";
import { redact } from "./redact";

const word = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const inner = z.object({ code: word, type: word, status: word, message: word, error: word, details: z.array(z.unknown()).catch([]).default([]) });
const envelopeSchema = z.object({
  error: z
    .union([inner, z.string().transform((message) => inner.parse({ message }))])
    .nullish()
    .catch(null),
  detail: z
    .union([inner, z.string().transform((message) => inner.parse({ message }))])
    .nullish()
    .catch(null),
  code: word,
  type: word,
  message: word,
});

/** Code, type and words of a failure, as far as its body tells them; lower case and without keys. */
export type FailureWords = { readonly code: string; readonly said: string; readonly retryDelayMs: number | null };

/** Reads the envelopes in use: {error: {...}}, {error: "..."}, {detail: {error}}, {code, message}. */
export function failureWords(body: unknown, key: string | null): FailureWords {
  const parsed = envelopeSchema.safeParse(Array.isArray(body) ? body[0] : body);
  if (!parsed.success) return { code: "", said: "", retryDelayMs: null };
  const { error, detail, code, type, message } = parsed.data;
  const from = error ?? detail;
  const codes = [from?.code, from?.type, from?.status, code, type].flatMap((part) => part ?? []);
  const said = [from?.message, from?.error, message].flatMap((part) => part ?? []).join(" ");
  return {
    code: redact(codes.join(" "), key).toLowerCase().slice(0, 300),
    said: redact(said, key).replace(/\s+/g, " ").trim().slice(0, 300),
    retryDelayMs: retryDelay(from?.details ?? []),
  };
}

/** The body of a refusal as data; null where it is none. */
export function bodyOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    // A refusal may come as a page or as nothing: its status alone speaks then.
    return null;
  }
}

const noCredit =
  /insufficient_quota|credit_balance|billing_hard_limit|billing_not_active|insufficient (?:funds|credit|balance)|(?:no|any|out of|run out of|exhausted .{0,20}) credits?\b|spending limit/i;
const creditOrAccess = /credit|spend|balance|billing|licen[cs]e|quota|permission/i;

export type StatusRules = {
  readonly name: string;
  /** The variable that holds the key, for the message. */
  readonly keyName: string;
  readonly key: string | null;
  /** Statuses that this vendor uses for an account without credit. */
  readonly noCreditStatuses: readonly number[];
};

/** The error of an HTTP status that is no success, with what its body and headers add. */
export function engineErrorOfStatus(rules: StatusRules, status: number, headers: Headers, raw: string, now: Date): ProviderError {
  const { name, keyName, key } = rules;
  const words = failureWords(bodyOf(raw), key);
  const base = errorOfStatus(name, status, headers, now);
  const reason = words.said === "" ? "" : ` It said: “${words.said}”`;
  if (rules.noCreditStatuses.includes(status) || (status >= 400 && status < 500 && noCredit.test(`${words.code} ${words.said}`))) {
    const named = status !== 403 || words.said === "" || creditOrAccess.test(`${words.code} ${words.said}`);
    if (named)
      return { kind: "no_credit", status, retryable: false, message: `The account at ${name} has no credit for this (${status}). Add credit there.` };
  }
  if (status === 401)
    return {
      kind: "auth",
      status,
      retryable: false,
      message: `${name} did not accept the key, or its account has no credit (401). Check ${keyName}.`,
    };
  if (status === 400 && /api.?key/i.test(`${words.code} ${words.said}`))
    return { kind: "auth", status, retryable: false, message: `${name} did not accept the key (400). Check ${keyName}.` };
  if (base.kind === "bad_request" || (base.kind === "gone" && status >= 400)) return { ...base, message: `${base.message}${reason}` };
  if (!base.retryable || base.retryAfterMs !== undefined) return base;
  const wait = millisecondsHeader(headers) ?? words.retryDelayMs;
  return wait === null ? base : { ...base, retryAfterMs: Math.min(wait, longestWaitMs) };
}

/** The error of a failure that came with a status of success: an envelope, or a run that ended as failed. */
export function engineErrorOfWords(rules: StatusRules, words: FailureWords): ProviderError {
  const { name, keyName } = rules;
  const all = `${words.code} ${words.said}`;
  const said = words.said === "" ? "" : ` It said: “${words.said}”`;
  if (noCredit.test(all)) return { kind: "no_credit", retryable: false, message: `The account at ${name} has no credit for this. Add credit there.` };
  if (/rate.?limit|too_many|resource_exhausted|\b429\b/i.test(all))
    return { kind: "rate_limited", retryable: true, message: `${name} asked us to slow down.` };
  if (/authenti|invalid_api_key|unauthori[sz]ed|api key|\b401\b/i.test(all))
    return { kind: "auth", retryable: false, message: `${name} did not accept the key. Check ${keyName}.` };
  if (/content_?filter|safety|moderation|policy/i.test(all))
    return { kind: "blocked", retryable: false, message: `${name} refused to answer.${said}` };
  if (/timeout|timed out|deadline/i.test(all)) return { kind: "timeout", retryable: true, message: `${name} ran out of time on its side.` };
  if (/invalid|bad_request|not_found|unsupported|\b40[04]\b/i.test(all))
    return { kind: "bad_request", retryable: false, message: `${name} did not understand the question.${said}` };
  return { kind: "server", retryable: true, message: `${name} failed on its side.${said}` };
}

const longestWaitMs = 5 * 60_000;

/** Google states the wait in the body: {"@type": ".../google.rpc.RetryInfo", "retryDelay": "37s"}. */
function retryDelay(details: readonly unknown[]): number | null {
  for (const detail of details) {
    const parsed = z.object({ retryDelay: z.string().regex(/^\d+(?:\.\d+)?s$/) }).safeParse(detail);
    if (parsed.success) return Math.min(Math.round(Number.parseFloat(parsed.data.retryDelay) * 1000), longestWaitMs);
  }
  return null;
}

function millisecondsHeader(headers: Headers): number | null {
  const text = headers.get("retry-after-ms") ?? "";
  return /^\d+$/.test(text) ? Number(text) : null;
}
