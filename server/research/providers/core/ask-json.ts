// One question to an engine that answers in one piece of JSON.
import type { z } from "zod";
import { userAgent } from "@/server/platform/user-agent";
import type { ProviderError } from "../schema";
import { bodyOf, engineErrorOfStatus, engineErrorOfWords, failureWords, type StatusRules } from "./engine-errors";
import type { EngineOptions } from "./engine-options";
import { longestAnswerBytes } from "./engine-options";
import { fetchBody } from "./http";
import { parseJson } from "./json";
import { redact, withoutKey } from "./redact";

export type AskedJson<T> =
  | { readonly ok: true; readonly value: T; readonly raw: string; readonly requestId: string | null }
  | { readonly ok: false; readonly error: ProviderError; readonly raw: string | null; readonly requestId: string | null };

/** Posts the body and parses the answer; `keyHeader` carries the key. Never rejects for what the server did. */
export async function askForJson<T>(
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  keyHeader: Readonly<Record<string, string>>,
  rules: StatusRules,
  options: EngineOptions,
): Promise<AskedJson<T>> {
  const { apiKey, timeoutMs } = options;
  const fetched = await fetchBody(options.baseUrl + path, {
    name: rules.name,
    fetch: options.fetch,
    signal: options.signal,
    method: "POST",
    headers: { ...keyHeader, "content-type": "application/json", accept: "application/json", "user-agent": userAgent(options.contact) },
    body: JSON.stringify(body),
    firstByteMs: timeoutMs,
    idleMs: timeoutMs,
    totalMs: timeoutMs,
    maxBytes: longestAnswerBytes,
  });
  if (!fetched.ok) return { ok: false, error: fetched.error, raw: null, requestId: null };
  const { status, headers, text } = fetched;
  const raw = redact(text, apiKey);
  const requestId = headers.get("x-request-id")?.slice(0, 200) ?? null;
  if (status < 200 || status >= 300) return { ok: false, error: engineErrorOfStatus(rules, status, headers, text, options.now), raw, requestId };
  const parsed = parseJson(rules.name, withoutKey(text, apiKey), schema);
  if (parsed.ok) return { ok: true, value: parsed.value, raw, requestId };
  const words = failureWords(bodyOf(text), apiKey);
  const enveloped = parsed.error.kind === "schema" && (words.code !== "" || words.said !== "");
  return { ok: false, error: enveloped ? engineErrorOfWords(rules, words) : parsed.error, raw, requestId };
}
