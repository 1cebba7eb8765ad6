// One question to a /responses endpoint: streamed where the server streams, whole where it does not.

import { userAgent } from "@/server/platform/user-agent";
import type { ProviderError } from "../../schema";
import { engineErrorOfStatus, engineErrorOfWords, failureWords, type StatusRules } from "../engine-errors";
import { type EngineOptions, longestAnswerBytes } from "../engine-options";
import { fetchBody } from "../http";
import { parseJson } from "../json";
import { redact, withoutKey } from "../redact";
import { makeResponseStream } from "./stream";
import { failedResponseSchema, type ResponseObject, responseSchema } from "./wire";

export type AskedResponse =
  | { readonly ok: true; readonly value: ResponseObject; readonly raw: string; readonly requestId: string | null }
  | { readonly ok: false; readonly error: ProviderError; readonly raw: string | null; readonly requestId: string | null };

/** A model that reasons may say nothing for a while. */
const longestSilenceMs = 120_000;

/** Posts the body and reads the response. Never rejects for what the server did. */
export async function askForResponse(path: string, body: unknown, rules: StatusRules, options: EngineOptions): Promise<AskedResponse> {
  const { apiKey, timeoutMs } = options;
  const stream = makeResponseStream();
  let read = "";
  const fetched = await fetchBody(options.baseUrl + path, {
    name: rules.name,
    fetch: options.fetch,
    signal: options.signal,
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      accept: "text/event-stream, application/json",
      "user-agent": userAgent(options.contact),
      ...(options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey }),
    },
    body: JSON.stringify(body),
    firstByteMs: timeoutMs,
    idleMs: Math.min(timeoutMs, longestSilenceMs),
    totalMs: timeoutMs,
    maxBytes: longestAnswerBytes,
    onText(piece) {
      read += piece;
      return stream.push(piece);
    },
  });
  const raw = read === "" ? null : redact(read, apiKey);
  if (!fetched.ok) return { ok: false, error: fetched.error, raw, requestId: null };
  const { status, headers } = fetched;
  const requestId = headers.get("x-request-id")?.slice(0, 200) ?? null;
  if (status < 200 || status >= 300) return { ok: false, error: engineErrorOfStatus(rules, status, headers, read, options.now), raw, requestId };
  const { last, events } = stream.end();
  const streamed = events > 0 || (headers.get("content-type") ?? "").startsWith("text/event-stream");
  if (streamed && !last && read.trim() !== "" && !/^\s*[{<]/.test(read)) return { ok: false, error: cutStream(rules.name), raw, requestId };
  const parsed = last ? check(rules, last.value) : readWhole(rules, read);
  return parsed.ok ? { ...parsed, raw: raw ?? "", requestId: requestId ?? parsed.value.id ?? null } : { ...parsed, raw, requestId };
}

type Checked = { readonly ok: true; readonly value: ResponseObject } | { readonly ok: false; readonly error: ProviderError };

function readWhole(rules: StatusRules, text: string): Checked {
  const failed = parseJson(rules.name, text, failedResponseSchema);
  return failed.ok ? check(rules, JSON.parse(text)) : { ok: false, error: failed.error };
}

/** An error may come with a status of success: in an envelope of its own, or in a run that failed. */
function check(rules: StatusRules, value: unknown): Checked {
  const failed = failedResponseSchema.safeParse(value);
  const failedRun = failed.success && (failed.data.status === "failed" || failed.data.status === "cancelled");
  if (failed.success && (failedRun || (failed.data.error !== null && failed.data.error !== undefined) || isErrorEvent(value)))
    return { ok: false, error: engineErrorOfWords(rules, failureWords(value, rules.key)) };
  const text = withoutKey(JSON.stringify(value) ?? "", rules.key);
  return parseJson(rules.name, text, responseSchema);
}

function isErrorEvent(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value && value.type === "error";
}

function cutStream(name: string): ProviderError {
  return { kind: "truncated", retryable: true, message: `The stream from ${name} ended before the answer was complete.` };
}
