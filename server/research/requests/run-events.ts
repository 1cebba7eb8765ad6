// What the pipeline says while it runs: the type of a progress event and the shape of its body.
import { z } from "zod";

const category = z.object({ slug: z.string(), name: z.string(), number: z.number().int() });

/** What came of asking a model in one step: nothing of it stands that did not pass the same checks as everything else. */
const modelWork = z.object({
  model: z.string(),
  calls: z.number().int(),
  /** Questions that ended without an object. */
  failed: z.number().int(),
  proposed: z.number().int(),
  kept: z.number().int(),
  /** How many were dropped, by reason. */
  dropped: z.record(z.string(), z.number().int()),
  /** Null where it is not known. */
  costUsd: z.number().nullable(),
  /** One sentence where something failed or was left out. */
  reason: z.string().nullable(),
});
export type ModelWork = z.infer<typeof modelWork>;

/** Bodies of a request's progress stream by type. They carry names, numbers and outcomes, never source text. */
export const runEventBodies = {
  "request.started": z.object({ categories: z.number().int(), providers: z.array(z.string()) }),
  "subject.resolved": z.object({ name: z.string(), resolvedBy: z.string(), ids: z.record(z.string(), z.string()) }),
  "category.started": z.object({ category }),
  "provider.asked": z.object({ category, provider: z.string() }),
  "provider.retrying": z.object({
    category,
    provider: z.string(),
    attempt: z.number().int(),
    reason: z.string(),
    /** Milliseconds until it is asked again. */
    waitMs: z.number().int().nonnegative().optional(),
  }),
  "provider.answered": z.object({
    category,
    provider: z.string(),
    status: z.enum(["ok", "partial", "failed", "refused"]),
    sources: z.number().int(),
    costUsd: z.number().nullable(),
    reason: z.string().nullable(),
  }),
  "sources.gathered": z.object({
    category,
    sources: z.number().int(),
    independent: z.number().int(),
    /** Of the whole request, as it stands now: a source may answer several categories. */
    ofRequest: z.object({ sources: z.number().int(), independent: z.number().int() }).optional(),
  }),
  "sources.verified": z.object({ category, checked: z.number().int(), failed: z.number().int(), blocked: z.number().int() }),
  /** Looks at pages and registers outside. later: time ran out, or it could not be told yet. */
  "sources.checked": z.object({
    category,
    looked: z.number().int(),
    alive: z.number().int(),
    dead: z.number().int(),
    blocked: z.number().int(),
    retracted: z.number().int(),
    /** Sources of which an engine showed words that are not on the page. */
    misquoted: z.number().int(),
    later: z.number().int(),
  }),
  "claims.extracted": z.object({ category, claims: z.number().int(), model: modelWork.optional() }),
  "conflict.found": z.object({ category, attribute: z.string(), label: z.string(), kind: z.string(), status: z.string(), statement: z.string() }),
  /** Somebody ruled on a conflict by hand; why stands with the ruling. */
  "conflict.ruled": z.object({
    category,
    attribute: z.string(),
    ruling: z.enum(["winner", "set_apart", "open", "strategy"]),
    status: z.enum(["open", "resolved", "set_apart"]),
  }),
  "text.written": z.object({ category, sentences: z.number().int(), withheld: z.number().int(), model: modelWork.optional() }),
  "category.ended": z.object({
    category,
    outcome: z.enum(["found", "nothing_found", "not_searched", "blocked", "failed"]),
    confidence: z.number().int().nullable(),
    sources: z.number().int(),
    independent: z.number().int(),
    reason: z.string().nullable(),
  }),
  "request.retried": z.object({
    categories: z.number().int(),
    /** Which are asked again. */
    slugs: z.array(z.string()).optional(),
    /** The one provider that is asked; unset: all. */
    provider: z.string().optional(),
  }),
  "request.ended": z.object({ status: z.enum(["completed", "partial_failure", "failed", "cancelled"]), note: z.string().nullable() }),
} as const;
export type RunEventType = keyof typeof runEventBodies;
export type RunEventBody<T extends RunEventType> = z.infer<(typeof runEventBodies)[T]>;
