// One port for everything that can be asked. A failing provider is a value, never an exception.
import { z } from "zod";
import { extractedClaimSchema } from "../claims/schema";
import { foundSourceSchema } from "../sources/schema";

export const providerErrorKinds = [
  "auth",
  "no_credit",
  "rate_limited",
  "bad_request",
  "gone",
  "blocked",
  "unreachable",
  "server",
  "timeout",
  "truncated",
  "schema",
] as const;

export const providerErrorSchema = z.object({
  kind: z.enum(providerErrorKinds),
  status: z.number().int().optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  retryable: z.boolean(),
  /** It was never asked: switched off, resting after failures, over its limit, or over a cap. */
  notAsked: z.boolean().optional(),
  /** One plain sentence for the page. */
  message: z.string(),
});
export type ProviderError = z.infer<typeof providerErrorSchema>;

export const costSchema = z.object({
  usd: z.number().nonnegative().nullable(),
  basis: z.enum(["billed", "estimated", "unknown", "free"]),
  reason: z.string().optional(),
  /** Calls that were made for it, where there were several. */
  calls: z.number().int().positive().optional(),
  /** When the answer was given that stands for this one, which was not asked for again. */
  cachedAt: z.iso.datetime().optional(),
});
export type Cost = z.infer<typeof costSchema>;

/** A stretch of the answer's text (UTF-16) and the sources it points at, by index into `sources`. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  sources: z.array(z.number().int().nonnegative()),
  covers: z.enum(["claim", "marker"]),
});

export const answerSchema = z.object({
  provider: z.string(),
  model: z.string().nullable(),
  servedModel: z.string().nullable(),
  /** Prose of an answer engine; empty for evidence APIs and the library. */
  text: z.string(),
  status: z.enum(["ok", "partial", "failed", "refused"]),
  sources: z.array(foundSourceSchema),
  spans: z.array(spanSchema),
  /** Claims that a structured API states outright, by index of their source. */
  claims: z.array(z.object({ source: z.number().int().nonnegative(), claim: extractedClaimSchema })).default([]),
  queries: z.array(z.string()),
  usage: z.record(z.string(), z.number()).default({}),
  cost: costSchema,
  error: providerErrorSchema.nullable(),
  requestId: z.string().nullable(),
  /** The body as it came, for the record. */
  raw: z.string().nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A fact the category looks for; kind and vocabulary let a structured record state it in the category's own terms. */
export type AskedFact = {
  readonly name: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly kind?: string;
  readonly values?: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
};

/** What a provider is asked. */
export type Question = {
  readonly subject: string;
  /** Other names of the subject: ingredient, brands, salts, spellings of a reference. */
  readonly aliases: readonly string[];
  readonly queries: readonly string[];
  readonly terms: readonly string[];
  readonly labelSections: readonly string[];
  readonly facts: readonly AskedFact[];
  /** What the category's admin wrote for answer engines; `{subject}` and `{aliases}` stand for names. */
  readonly template?: string;
  /** Hosts to look at first. */
  readonly domains?: readonly string[];
  /** Older than this many days is of no use to the category. */
  readonly recencyDays?: number;
  /** Stretches of sources that Variorum holds, for engines that answer over given text. `key` is the source's identity, "setid:...". */
  readonly passages?: readonly {
    readonly key: string;
    readonly sourceTitle: string;
    /** The words shown. */
    readonly text: string;
    /** Where they stand in the text that is stored. */
    readonly place?: {
      readonly text: string;
      readonly start: number;
      readonly end: number;
      readonly page: number | null;
      readonly heading: string | null;
    };
  }[];
};

export type ProviderKind = "engine" | "api" | "library";
export type ProviderInfo = {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  /** Why it cannot be asked now, in one sentence; null when it can. */
  readonly off: string | null;
  /** Estimated price of one question, US dollars; 0 when free. */
  readonly estimateUsd: number;
  /** The model, or the depth of search, that is asked. */
  readonly model?: string;
  /** It answers over passages that the others brought, and is asked after them. */
  readonly overPassages?: boolean;
  /** What whoever switches it on should know, in one or two sentences. */
  readonly note?: string;
};

/** What is kept of an answer's findings: sources without their texts, which lie in snapshots by `textHash`. */
export const storedFindingSchema = z.object({
  sources: z.array(foundSourceSchema.omit({ text: true }).extend({ textHash: z.string() })),
  claims: answerSchema.shape.claims,
  /** Stretches of the answer's text, with the sources each points at by index into `sources`. */
  spans: z.array(spanSchema).optional(),
});
export type StoredFinding = z.infer<typeof storedFindingSchema>;
