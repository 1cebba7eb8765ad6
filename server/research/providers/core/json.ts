// A body becomes data only through its schema; what is not data is told apart: a web page, a cut-off text, another shape.
import type { z } from "zod";
import type { ProviderError } from "../schema";
import { errorOfStatus } from "./classify";
import { type Fetched, type FetchOptions, fetchBody } from "./http";

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ProviderError };
export type FetchedJson<T> =
  | { readonly ok: true; readonly status: number; readonly value: T; readonly raw: string }
  | { readonly ok: false; readonly error: ProviderError; readonly status: number | null; readonly raw: string | null };

/** Parses JSON text; NUL characters and lone surrogates, which no database stores, never come out of it. */
export function parseJson<T>(name: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  if (text.trim() === "") return cut(name, "an empty answer");
  if (/^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text)) return wrong(`${name} answered with a web page instead of data.`);
  let data: unknown;
  try {
    data = JSON.parse(text, cleaned);
  } catch (error) {
    return error instanceof SyntaxError && stopsAtEnd(error.message, text)
      ? cut(name, "an answer that stops in the middle")
      : wrong(`${name} sent text that is not JSON.`);
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join(".").slice(0, 80)}` : "";
  return wrong(`${name} sent data of another shape than documented${place}.`);
}

/** Fetches and parses one JSON body. A status outside 200 to 299 is an error; its body stays in `raw`. */
export async function fetchJson<T>(
  url: string,
  schema: z.ZodType<T>,
  options: FetchOptions & { readonly now: Date; readonly get?: Get },
): Promise<FetchedJson<T>> {
  const fetched = await (options.get ?? fetchBody)(url, options);
  if (!fetched.ok) return { ok: false, error: fetched.error, status: null, raw: null };
  const { status, headers, text: raw } = fetched;
  if (status < 200 || status >= 300) return { ok: false, error: errorOfStatus(options.name, status, headers, options.now), status, raw };
  const parsed = parseJson(options.name, raw, schema);
  return parsed.ok ? { ok: true, status, value: parsed.value, raw } : { ok: false, error: parsed.error, status, raw };
}

export type Get = (url: string, options: FetchOptions) => Promise<Fetched>;

/** The parser names the place of what it did not expect; past the last character, more was to come. */
function stopsAtEnd(message: string, text: string): boolean {
  return /end of|unterminated/i.test(message) || Number(/at position (\d+)/.exec(message)?.[1]) >= text.length;
}

function cleaned(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", " ").toWellFormed() : value;
}

function cut(name: string, what: string): { ok: false; error: ProviderError } {
  return { ok: false, error: { kind: "truncated", retryable: true, message: `${name} sent ${what}.` } };
}

function wrong(message: string): { ok: false; error: ProviderError } {
  return { ok: false, error: { kind: "schema", retryable: false, message } };
}
