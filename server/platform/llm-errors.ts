// Why a model gave no object. Messages are for people and hold nothing of what was sent or answered.
import { APICallError } from "ai";
import type { LlmSettings } from "./llm-config";

export const llmErrorKinds = [
  "off",
  "auth",
  "no_credit",
  "cap",
  "rate_limited",
  "bad_request",
  "blocked",
  "server",
  "timeout",
  "unreachable",
  "truncated",
  "schema",
] as const;
export type LlmErrorKind = (typeof llmErrorKinds)[number];

export type LlmError = {
  readonly kind: LlmErrorKind;
  /** One sentence: what happened. */
  readonly message: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  /** Whether the same call may succeed when it is made again. */
  readonly retryable: boolean;
};

const longestWaitMs = 5 * 60_000;
const noCredit = /insufficient_quota|credit_balance|billing|exceeded your current quota|payment required|out of credits/i;

export const nameOf = ({ provider, model }: Pick<LlmSettings, "provider" | "model">): string =>
  provider === "compatible" ? `The model ${model}` : `The model ${model} of ${provider}`;

/** What a failed call means. `name` opens the sentence; `expired`: its own time-out ended it. */
export function errorOf(error: unknown, name: string, expired: boolean, timeoutMs: number): LlmError {
  if (expired) return { kind: "timeout", retryable: true, message: `${name} did not answer within ${Math.round(timeoutMs / 1000)} s.` };
  if (!APICallError.isInstance(error)) return { kind: "schema", retryable: false, message: `${name} answered something that is no answer.` };
  const { statusCode: status, responseBody = "", responseHeaders } = error;
  if (status === undefined) return { kind: "unreachable", retryable: true, message: `${name} could not be reached.` };
  if (status < 300) return { kind: "schema", status, retryable: false, message: `${name} answered something that is no answer.` };
  if (status < 400) return { kind: "bad_request", status, retryable: false, message: `${name} answered with a redirect, which is not followed.` };
  const retryAfterMs = retryAfter(responseHeaders?.["retry-after"]);
  const after = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 402 || ((status === 429 || status === 403) && noCredit.test(responseBody)))
    return { kind: "no_credit", status, retryable: false, message: `${name} refuses because its account has no credit left.` };
  if (status === 401 || status === 403)
    return { kind: "auth", status, retryable: false, message: `${name} does not accept the key of this installation.` };
  if (status === 429) return { kind: "rate_limited", status, retryable: true, ...after, message: `${name} is asked too often at the moment.` };
  if (status === 408 || status === 409 || status >= 500)
    return { kind: "server", status, retryable: true, ...after, message: `${name} failed with status ${status}.` };
  return { kind: "bad_request", status, retryable: false, message: `${name} does not take the question (status ${status}).` };
}

/** What an answer that came, but holds no object, means. */
export function errorOfAnswer(name: string, finishReason: string | undefined): LlmError {
  if (finishReason === "length") return { kind: "truncated", retryable: false, message: `${name} did not come to the end of its answer.` };
  if (finishReason === "content-filter") return { kind: "blocked", retryable: false, message: `${name} refused to answer.` };
  return { kind: "schema", retryable: false, message: `${name} did not keep to the form that was asked for.` };
}

/** Seconds as milliseconds, capped, since a header may say anything; a date is no reason to wait for. */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+(?:\.\d+)?$/.test(header.trim())) return undefined;
  return Math.min(Number(header) * 1000, longestWaitMs);
}
