// Reads the object out of a model's answer: JSON alone, in a code fence, or with words round it. Pure.
import type { z } from "zod";

export type ReadObject<T> = { readonly ok: true; readonly object: T } | { readonly ok: false; readonly problem: string };

/** `secret` never leaves: a model's endpoint knows the key, and nothing says that it does not repeat it. */
export function readObject<T>(text: string, schema: z.ZodType<T>, secret: string | null): ReadObject<T> {
  const value = parse(text);
  if (value === undefined) return { ok: false, problem: "it was no JSON" };
  const read = schema.safeParse(secret === null ? value : without(value, secret));
  if (read.success) return { ok: true, object: read.data };
  const [issue] = read.error.issues;
  return { ok: false, problem: `${issue?.path.map(String).join(".") || "the whole"}: ${issue?.code ?? "invalid"}` };
}

function parse(text: string): unknown {
  const open = text.indexOf("{");
  const close = text.lastIndexOf("}");
  for (const candidate of [text, open >= 0 && close > open ? text.slice(open, close + 1) : ""]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate may be JSON; if none is, the answer is refused.
    }
  }
  return undefined;
}

/** Shorter than this, a key is a placeholder ("none", "x") and would be found in ordinary words. */
const shortestSecret = 8;
const removed = "[removed]";
/** Fewer characters of a key are any word's. */
const telling = 3;

function without(value: unknown, secret: string, inString = (text: string) => text.replaceAll(secret, removed)): unknown {
  if (secret.length < shortestSecret) return value;
  if (typeof value === "string") return inString(value);
  if (Array.isArray(value)) return value.map((entry) => without(entry, secret, inString));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, without(entry, secret, inString)]));
}

/** What has come of an object so far, without the secret, and without a beginning of it at the end of a text that still grows. */
export function withoutSecret(part: unknown, secret: string | null): unknown {
  if (secret === null) return part;
  return without(part, secret, (text) => {
    const whole = text.replaceAll(secret, removed);
    for (let length = Math.min(secret.length - 1, whole.length); length >= telling; length--)
      if (whole.endsWith(secret.slice(0, length))) return whole.slice(0, -length);
    return whole;
  });
}
