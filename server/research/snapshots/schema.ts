// A visit to a source's address: what came, where it led, and what that says about the source.
import { z } from "zod";

export const hopSchema = z.object({ url: z.string(), status: z.number().int() });
export type Hop = z.infer<typeof hopSchema>;

/** What a page says of itself. */
export const pageFactsSchema = z.object({
  title: z.string().nullable(),
  lang: z.string().nullable(),
  kind: z.enum(["html", "pdf", "text"]),
  published: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  doi: z.string().nullable(),
  contentType: z.string().nullable(),
  /** Bytes of the body, and characters of its readable text. */
  bytes: z.number().int().nonnegative(),
  characters: z.number().int().nonnegative(),
  /** Offset of each page's first character in a PDF. */
  pageStarts: z.array(z.number().int().nonnegative()).nullable().default(null),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

/**
 * alive: it was read. dead: it is not there, whatever its status says. blocked: the site does not let a program read it. paywall: only paying
 * readers see it. unknown: tried, and it could not be told. not_checked: nobody went there.
 */
export const judgementSchema = z.object({
  state: z.enum(["alive", "dead", "blocked", "paywall", "unknown", "not_checked"]),
  method: z.string(),
  reason: z.string(),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** A visit as it is kept. `at`: ISO date and time of the fetch. */
export const visitSchema = z.object({
  id: z.string(),
  url: z.string(),
  status: z.number().int().nullable(),
  hops: z.array(hopSchema),
  headers: z.record(z.string(), z.string()),
  bodyHash: z.string().nullable(),
  textHash: z.string().nullable(),
  page: pageFactsSchema.nullable(),
  judgement: judgementSchema,
  at: z.iso.datetime(),
});
export type Visit = z.infer<typeof visitSchema>;
