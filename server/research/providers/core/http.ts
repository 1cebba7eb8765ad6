// One exchange with a provider, bounded in time and size. Whatever the provider does is a value; only the caller's own cancel is thrown.
import type { ProviderError } from "../schema";
import { errorOfFailure, timedOut, unreachable } from "./classify";
import { wasConnectedTo } from "./connections";
import { withoutKey } from "./redact";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type FetchOptions = {
  /** What the provider is called in messages. */
  readonly name: string;
  readonly fetch: Fetch;
  /** Cancels; its reason is thrown. */
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: "GET" | "POST";
  readonly body?: string;
  /** Milliseconds until the head of the answer must be there, connecting included. */
  readonly firstByteMs?: number;
  /** Milliseconds between two pieces of the body. */
  readonly idleMs?: number;
  /** Milliseconds for the whole exchange. */
  readonly totalMs?: number;
  /** Bytes of the body after decompression. */
  readonly maxBytes?: number;
  /** Waits for the service's turn among all processes, where the fetch keeps to turns; an error where it does not come soon. */
  readonly turn?: () => Promise<ProviderError | null>;
  /** Sees the text as it comes; `true` says that enough has come, and the rest is not waited for. */
  readonly onText?: (piece: string) => boolean;
};
/** `ok`: a whole body came, whatever its status. */
export type Fetched =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly ok: false; readonly error: ProviderError };

/** Longer than a healthy service needs, short enough that a machine without network says so in seconds. */
const defaultFirstByteMs = 8000;
const defaultIdleMs = 8000;
const defaultTotalMs = 60_000;
/** The largest structured answer met was 6 MB; beyond this it is not an answer. */
const defaultMaxBytes = 20 * 1024 * 1024;

type Stage = { begun: boolean; expired: "first" | "idle" | "total" | null; full: boolean; enough: boolean };

/** Reads one body as text (UTF-8, invalid bytes as U+FFFD). Redirects are not followed: base addresses come from the operator. */
export async function fetchBody(url: string, options: FetchOptions): Promise<Fetched> {
  const { name, signal, firstByteMs = defaultFirstByteMs, idleMs = defaultIdleMs, totalMs = defaultTotalMs, maxBytes = defaultMaxBytes } = options;
  signal.throwIfAborted();
  const stage: Stage = { begun: false, expired: null, full: false, enough: false };
  const abort = new AbortController();
  const expire = (which: NonNullable<Stage["expired"]>) => () => {
    stage.expired ??= which;
    abort.abort();
  };
  const cancel = () => abort.abort(signal.reason);
  signal.addEventListener("abort", cancel, { once: true });
  const whole = setTimeout(expire("total"), totalMs);
  let step = setTimeout(expire("first"), firstByteMs);
  try {
    const response = await options.fetch(url, {
      method: options.method ?? "GET",
      headers: { ...options.headers },
      redirect: "manual",
      signal: abort.signal,
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    stage.begun = true;
    const wait = () => {
      clearTimeout(step);
      step = setTimeout(expire("idle"), idleMs);
    };
    const text = await readText(response, maxBytes, stage, wait, options.onText);
    // A service that repeats the address it was asked at repeats the key in it.
    const key = URL.parse(url)?.searchParams.get("api_key") ?? null;
    return { ok: true, status: response.status, headers: response.headers, text: withoutKey(text, key) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return { ok: false, error: failureOf(error) };
  } finally {
    clearTimeout(step);
    clearTimeout(whole);
    signal.removeEventListener("abort", cancel);
    // Frees the connection of an answer that was not read to its end.
    if (stage.full || stage.enough) abort.abort();
  }

  function failureOf(error: unknown): ProviderError {
    if (stage.full)
      return {
        kind: "truncated",
        retryable: false,
        message: `${name} sent more than ${Math.round(maxBytes / 1024 / 1024)} MB; nothing of it was used.`,
      };
    // Whichever limit was the shorter one: without a connection nothing can be said of the answer.
    if (stage.expired !== null && !stage.begun && !wasConnectedTo(url)) return unreachable(name, "no connection in time");
    if (stage.expired === "first") return timedOut(name, firstByteMs, "did not begin to answer");
    if (stage.expired === "idle") return timedOut(name, idleMs, "sent nothing more");
    if (stage.expired === "total") return timedOut(name, totalMs, "did not finish its answer");
    return errorOfFailure(name, error, stage.begun);
  }
}

async function readText(
  response: Response,
  maxBytes: number,
  stage: Stage,
  wait: () => void,
  onText: FetchOptions["onText"] = () => false,
): Promise<string> {
  wait();
  if (!response.body) return "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let size = 0;
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      const rest = decoder.decode();
      onText(rest);
      return text + rest;
    }
    wait();
    size += value.byteLength;
    if (size > maxBytes) {
      stage.full = true;
      throw new RangeError("body too large");
    }
    const piece = decoder.decode(value, { stream: true });
    text += piece;
    stage.enough = onText(piece);
    if (stage.enough) return text;
  }
}
