// One search of an openFDA endpoint. Nothing found comes as status 404, a key it does not know as 403.
import type { z } from "zod";
import { userAgent } from "@/server/platform/user-agent";
import type { FetchOptions } from "../../core/http";
import { type FetchedJson, fetchJson, type Get, parseJson } from "../../core/json";
import type { ProviderError } from "../../schema";
import { readRecords, unreadable } from "../record/read-records";
import { failureSchema, pageSchema } from "./wire";

export type OpenFdaOptions = {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly contact: string;
  readonly fetch: FetchOptions["fetch"];
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Fetches bodies; by default each is fetched anew. */
  readonly get?: Get;
  readonly firstByteMs?: number;
};

export type Endpoint = "label" | "drugsfda" | "enforcement" | "shortages" | "orangebook" | "event";
export type Asked<T> = {
  readonly records: readonly T[];
  readonly error: ProviderError | null;
  readonly raw: string | null;
  readonly lastUpdated: string | null;
};
export const nothingAsked: Asked<never> = { records: [], error: null, raw: null, lastUpdated: null };

const providerName = "openFDA";

/** Searches an endpoint. `more` are further parameters: limit, sort, count. */
export async function searchOpenFda<T>(
  endpoint: Endpoint,
  search: string,
  more: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
  options: OpenFdaOptions,
): Promise<Asked<T>> {
  const query = new URLSearchParams({ search, ...more });
  if (options.apiKey) query.set("api_key", options.apiKey);
  const page = await fetchJson(`${options.baseUrl.replace(/\/+$/, "")}/drug/${endpoint}.json?${query}`, pageSchema, {
    name: providerName,
    fetch: options.fetch,
    signal: options.signal,
    now: options.now,
    headers: { accept: "application/json", "user-agent": userAgent(options.contact) },
    ...(options.get ? { get: options.get } : {}),
    ...(options.firstByteMs === undefined ? {} : { firstByteMs: options.firstByteMs }),
  });
  if (!page.ok) return { ...nothingAsked, error: failureOf(page) };
  const { records, broken } = readRecords(page.value.results, schema);
  const [error = null] = unreadable(providerName, records.length, broken);
  return { records, raw: page.raw, error, lastUpdated: page.value.meta?.last_updated ?? null };
}

/** Any of the fields holds any of the phrases. */
export function anyOf(fields: readonly string[], phrases: readonly string[]): string {
  return phrases.flatMap((phrase) => fields.map((field) => `${field}:"${phrase}"`)).join(" OR ");
}

/** Where anybody can repeat a search, without our key. */
export function publicUrl(endpoint: Endpoint, search: string, more: Readonly<Record<string, string>> = {}): string {
  return `https://api.fda.gov/drug/${endpoint}.json?${new URLSearchParams({ search, ...more })}`;
}

function failureOf(page: FetchedJson<unknown> & { ok: false }): ProviderError | null {
  const body = page.raw === null ? null : parseJson(providerName, page.raw, failureSchema);
  const code = body?.ok ? body.value.error.code : null;
  if (page.status === 404 && code === "NOT_FOUND") return null;
  if (page.status === 403 && code?.startsWith("API_KEY"))
    return { kind: "auth", status: 403, retryable: false, message: `${providerName} did not accept the key (403). Check OPENFDA_API_KEY.` };
  return page.error;
}
