// A request is one run of a pack, or of some of its categories, on a subject.
import { z } from "zod";
import { slugSchema } from "../categories/schema";

/** Longer subjects are questions, not names; 1,000 is what every provider takes. */
export const subjectLimit = 1000;

export const subjectSchema = z
  .string({ error: "Name a subject." })
  .trim()
  .min(1, "Name a subject: a drug, a passage, a company or a topic.")
  .max(subjectLimit, `A subject has at most ${subjectLimit} characters.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .refine((s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(s), "A subject has no control characters.");

export const subjectIdentitySchema = z.object({
  /** The name the work goes on with. */
  name: z.string(),
  /** Other names: brands, salts, spellings. */
  aliases: z.array(z.string()),
  /** Identifiers by scheme: rxcui, osis. */
  ids: z.record(z.string(), z.string()),
  /** Who resolved it: "rxnorm", "osis parser", or "as typed". */
  resolvedBy: z.string(),
  /** Why it stayed as typed, or what it is a mixture of: one sentence for the page. */
  note: z.string().optional(),
});
export type SubjectIdentity = z.infer<typeof subjectIdentitySchema>;

/** What was asked, and how each asking ended. Every provider of the request stands in exactly one of the lists. */
export const coverageSchema = z.object({
  outcome: z.enum(["found", "nothing_found", "not_searched", "blocked", "failed"]),
  asked: z.array(z.string()),
  found: z.array(z.object({ provider: z.string(), sources: z.number().int() })),
  empty: z.array(z.string()),
  blocked: z.array(z.object({ provider: z.string(), reason: z.string() })),
  skipped: z.array(z.object({ provider: z.string(), reason: z.string() })),
  queries: z.array(z.string()),
  /** What was found of its sources by looking: `unread` were not looked at, `open` could not be told. Unset for editions from before this was kept. */
  checks: z
    .object({
      sources: z.number().int(),
      alive: z.number().int(),
      dead: z.number().int(),
      open: z.number().int(),
      unread: z.number().int(),
      retracted: z.number().int(),
      misidentified: z.number().int(),
    })
    .optional(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** One stretch of a category's run, for the timeline. */
export const runStepSchema = z.object({
  name: z.enum(["ask", "verify", "write"]),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type RunStep = z.infer<typeof runStepSchema>;

export const submitRequestSchema = z.object({
  subject: subjectSchema,
  pack: slugSchema,
  /** None given: all active categories of the pack. */
  categories: z.array(slugSchema).max(60).default([]),
  /** None given: every provider that can be asked. */
  providers: z.array(slugSchema).max(40).default([]),
  documentIds: z.array(z.string().max(40)).max(500).default([]),
  /** US dollars; the run stops before a call that could pass it. */
  capUsd: z.number().min(0).max(1000).default(5),
  /** Answers that were given to the same question before may not stand for new ones. */
  fresh: z.boolean().optional(),
  /** Passages of the owner's documents may be shown to an engine that answers over passages. */
  sharePassages: z.boolean().optional(),
  /** The same key submitted twice is one request. */
  idempotencyKey: z.string().min(8).max(100),
});
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

// Events of the durable functions. They hold ids only.
export const requestSubmitted = { name: "research/request.submitted", schema: z.object({ requestId: z.string(), round: z.number().int() }) } as const;
export const categoryStarted = {
  name: "research/category.started",
  schema: z.object({ requestId: z.string(), requestCategoryId: z.string(), round: z.number().int() }),
} as const;
export const requestSettled = { name: "research/request.settled", schema: z.object({ requestId: z.string(), round: z.number().int() }) } as const;
/** Sent when a request has reached its end in any way; whatever still waits for it may stop. */
export const requestEnded = { name: "research/request.ended", schema: z.object({ requestId: z.string() }) } as const;
export const requestCancelled = { name: "research/request.cancelled", schema: z.object({ requestId: z.string() }) } as const;
