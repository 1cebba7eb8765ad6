// What went wrong with a provider, as a value: one kind, whether another try may help, and one sentence for the page.
import { messageOf } from "@/server/platform/errors";
import type { ProviderError } from "../schema";

/** Longer waits are not obeyed: a run has half an hour. */
const longestRetryAfterMs = 5 * 60_000;

const noRoute = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "EHOSTDOWN",
  "EADDRNOTAVAIL",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "EACCES",
  "EPERM",
]);
const cutOff = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "UND_ERR_ABORTED"]);

/** The error of a status that is no success. `now` reads a Retry-After date. */
export function errorOfStatus(name: string, status: number, headers: Headers, now: Date): ProviderError {
  const wait = retryAfterMs(headers.get("retry-after"), now);
  const later = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 429) return { kind: "rate_limited", status, retryable: true, ...later, message: `${name} asked us to slow down (429).` };
  if (status === 401) return { kind: "auth", status, retryable: false, message: `${name} did not accept the key (401). Check it in the settings.` };
  if (status === 402) return { kind: "no_credit", status, retryable: false, message: `The account at ${name} has no credit (402).` };
  if (status === 403 || status === 451) return { kind: "blocked", status, retryable: false, message: `${name} refused to answer (${status}).` };
  if (status === 404 || status === 410)
    return { kind: "gone", status, retryable: false, message: `${name} has nothing at the address asked (${status}).` };
  if (status >= 300 && status < 400) {
    return { kind: "gone", status, retryable: false, message: `${name} has moved (${status}). Its base URL must be set anew.` };
  }
  if (status === 501 || status === 505) return { kind: "server", status, retryable: false, message: `${name} cannot do what was asked (${status}).` };
  if (status >= 500) return { kind: "server", status, retryable: true, ...later, message: `${name} failed on its side (${status}).` };
  if (status === 408 || status === 409 || status === 425) {
    return { kind: "server", status, retryable: true, ...later, message: `${name} could not take the question just now (${status}).` };
  }
  return { kind: "bad_request", status, retryable: false, message: `${name} did not understand the question (${status}).` };
}

/** The error of an exchange that broke before an answer was complete. */
export function errorOfFailure(name: string, thrown: unknown, begun: boolean): ProviderError {
  const codes = codesOf(thrown);
  const code = codes[0];
  if (!begun && codes.some((c) => noRoute.has(c))) return unreachable(name, code ?? "no route");
  if (codes.some((c) => c.startsWith("CERT_") || c.includes("_CERT") || c.startsWith("ERR_TLS") || c.startsWith("ERR_SSL"))) {
    return unreachable(name, `its certificate was not accepted, ${code}`);
  }
  if (begun || codes.some((c) => cutOff.has(c))) {
    return { kind: "truncated", retryable: true, message: `The connection to ${name} broke off before its answer was complete.` };
  }
  return unreachable(name, code ?? messageOf(thrown));
}

/** Not tried again by itself: a machine without network should say so at once. */
export function unreachable(name: string, why: string): ProviderError {
  return { kind: "unreachable", retryable: false, message: `${name} is unreachable from this machine (${why}).` };
}

export function timedOut(name: string, milliseconds: number, what: string): ProviderError {
  return { kind: "timeout", retryable: true, message: `${name} ${what} within ${Math.max(1, Math.round(milliseconds / 1000))} s.` };
}

/** Retry-After in seconds or as a date, in milliseconds from `now`, at most five minutes; undefined when absent or unreadable. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? "";
  if (text === "") return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : /[A-Za-z]/.test(text) ? Date.parse(text) - now.getTime() : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), longestRetryAfterMs);
}

/** Codes along the chain of causes; a failed connection to several addresses carries one error for each. */
function codesOf(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const own = "code" in thrown && typeof thrown.code === "string" ? [thrown.code] : [];
  const inner = thrown instanceof AggregateError ? thrown.errors : [];
  return [...own, ...[thrown.cause, ...inner].flatMap((cause) => codesOf(cause, depth + 1))];
}
