// Kinds of environment variables. Every message completes the sentence "it ...".
import { z } from "zod";

/** A key that goes into a header: a character that no header can hold would make the request fail with the key in its message. */
export const apiKey = z
  .string()
  .trim()
  .min(1)
  .regex(/^[\x21-\x7e]+$/, "must be one word of printable ASCII characters")
  .optional();

/** The address that a service's paths are put behind, without its closing slash. */
export const baseAddress = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  }, "must be an address without user name, password, query and fragment")
  .transform((text) => text.replace(/\/+$/, ""))
  .optional();

export function seconds(fallback: number) {
  const error = "must be a number of seconds above 0 and at most 900";
  return z.coerce.number({ error }).positive({ error }).max(900, { error }).default(fallback);
}

export const modelName = z.string().trim().min(1).max(200, "must have at most 200 characters");

export function dollars(fallback: number) {
  const error = "must be a number of US dollars from 0 to 100";
  return z.coerce.number({ error }).min(0, { error }).max(100, { error }).default(fallback);
}

/** "1.25/10/10": US dollars per million tokens in, per million tokens out, per thousand searches. */
export const price = z
  .string()
  .regex(
    /^\d+(?:\.\d+)?\/\d+(?:\.\d+)?\/\d+(?:\.\d+)?$/,
    "must be three numbers like 1.25/10/10: dollars per million tokens in, out, per thousand searches",
  )
  .transform((text) => {
    const [input = 0, output = 0, searches = 0] = text.split("/").map(Number);
    return { input, output, searches };
  })
  .optional();
