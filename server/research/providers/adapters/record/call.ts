// One call to an evidence API: who asks, how long it may take, how much it may send.
import type { z } from "zod";
import { userAgent } from "@/server/platform/user-agent";
import { errorOfStatus } from "../../core/classify";
import { type FetchOptions, fetchBody } from "../../core/http";
import { type FetchedJson, fetchJson, type Get } from "../../core/json";

export type ApiOptions = {
  readonly baseUrl: string;
  readonly contact: string;
  readonly fetch: FetchOptions["fetch"];
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Fetches bodies; by default each is fetched anew, without waiting a turn. */
  readonly get?: Get;
  readonly firstByteMs?: number;
  /** Waits for the service's turn among all processes. */
  readonly turn?: FetchOptions["turn"];
};

/** Fetches JSON of a shape. Status 404 is an error here; where it means that nothing was found, the adapter says so. */
export function callJson<T>(name: string, path: string, schema: z.ZodType<T>, options: ApiOptions): Promise<FetchedJson<T>> {
  return fetchJson(options.baseUrl + path, schema, { ...requestOf(name, options, "application/json"), now: options.now });
}

/** Fetches text, XML say. A status outside 200 to 299 is an error. */
export async function callText(name: string, path: string, options: ApiOptions, accept = "application/xml"): Promise<FetchedJson<string>> {
  const fetched = await (options.get ?? fetchBody)(options.baseUrl + path, requestOf(name, options, accept));
  if (!fetched.ok) return { ok: false, error: fetched.error, status: null, raw: null };
  const { status, headers, text } = fetched;
  if (status < 200 || status >= 300) return { ok: false, error: errorOfStatus(name, status, headers, options.now), status, raw: text };
  return { ok: true, status, value: text, raw: text };
}

function requestOf(name: string, options: ApiOptions, accept: string): FetchOptions & { get?: Get } {
  return {
    name,
    fetch: options.fetch,
    signal: options.signal,
    headers: { accept, "user-agent": userAgent(options.contact) },
    ...(options.get ? { get: options.get } : {}),
    ...(options.turn ? { turn: options.turn } : {}),
    ...(options.firstByteMs === undefined ? {} : { firstByteMs: options.firstByteMs }),
  };
}
