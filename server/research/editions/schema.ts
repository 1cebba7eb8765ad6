// The finished result of a request as readers, the terminal and the API get it. `editionSchema` is the documented `--json` contract.
import { z } from "zod";
import { claimSchema } from "../claims/schema";
import { conflictSchema } from "../conflicts/schema";
import { coverageSchema, runStepSchema, subjectIdentitySchema } from "../requests/schema";
import { scoreSchema } from "../scoring/schema";
import { sourceIdentitySchema, sourceRoleSchema } from "../sources/schema";
import { citationSchema } from "../synthesis/schema";
import { rungResultSchema, verificationOutcomeSchema } from "../verification/schema";
import { changeCountsSchema } from "./changes/schema";

export const requestStatusSchema = z.enum(["pending", "processing", "completed", "partial_failure", "failed", "cancelled"]);
export const categoryStateSchema = z.enum(["queued", "asking", "gathering", "verifying", "writing", "done", "failed", "cancelled"]);
export const categoryOutcomeSchema = z.enum(["found", "nothing_found", "not_searched", "blocked", "failed"]);

const sentenceSchema = z.object({
  text: z.string(),
  section: z.string().nullable(),
  citations: z.array(citationSchema),
  /** Set where the sentence is a quoted text in Greek or Hebrew; Hebrew runs from right to left. */
  lang: z.enum(["grc", "hbo"]).optional(),
  dir: z.literal("rtl").optional(),
});

export const editionAnswerSchema = z.object({
  provider: z.string(),
  status: z.enum(["asking", "ok", "partial", "failed", "refused"]),
  sources: z.number().int(),
  attempts: z.number().int(),
  error: z.string().nullable(),
  costUsd: z.number().nullable(),
  costBasis: z.enum(["billed", "estimated", "unknown", "free"]),
  /** When the answer was given that stands for this one, where it was not asked for again. */
  cachedAt: z.iso.datetime().optional(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const editionCategorySchema = z.object({
  slug: z.string(),
  name: z.string(),
  number: z.number().int(),
  status: categoryStateSchema,
  outcome: categoryOutcomeSchema.nullable(),
  coverage: coverageSchema.nullable(),
  summary: z.object({
    sentences: z.array(sentenceSchema),
    /** How many drafted sentences the gate kept out. */
    withheld: z.number().int(),
    withheldSentences: z.array(sentenceSchema.extend({ reason: z.string() })),
  }),
  claims: z.array(claimSchema),
  /** What the facts that are claimed are called, with their unit, by attribute. */
  facts: z.record(z.string(), z.object({ label: z.string(), unit: z.string() })).optional(),
  /** Claims whose value leaves the range that its fact takes for plausible: one word and its reason, shown beside the value. */
  doubts: z.array(z.object({ claimId: z.string(), word: z.literal("implausible"), reason: z.string() })).optional(),
  conflicts: z.array(conflictSchema),
  confidence: scoreSchema.nullable(),
  quality: scoreSchema.nullable(),
  strategy: z.string(),
  sourceCount: z.number().int(),
  independentCount: z.number().int(),
  answers: z.array(editionAnswerSchema),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});

export const editionSourceSchema = z.object({
  id: z.string(),
  /** The number that stands for the source everywhere in the edition. */
  number: z.number().int(),
  identity: sourceIdentitySchema,
  aliases: z.array(sourceIdentitySchema),
  title: z.string(),
  url: z.string().nullable(),
  tier: z.number().int(),
  date: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  publisher: z.string().nullable(),
  licence: z.string().nullable(),
  superseded: z.boolean(),
  /** Sources with the same voice count once. */
  voice: z.string(),
  providers: z.array(z.string()),
  mentions: z.array(z.object({ category: z.string(), provider: z.string(), role: sourceRoleSchema })),
  verification: z.object({ outcome: verificationOutcomeSchema, rungs: z.array(rungResultSchema) }),
  /** For the owner's library: where the document opens. */
  documentId: z.string().nullable(),
  /** Hash of the document's text where that is not the source's own; only citations in it have a place in the document. */
  documentTextHash: z.string().optional(),
});

export const editionSchema = z.object({
  request: z.object({
    id: z.string(),
    status: requestStatusSchema,
    subject: z.string(),
    pack: z.string(),
    packName: z.string(),
    packVersion: z.number().int(),
    identity: subjectIdentitySchema.nullable(),
    providers: z.array(z.string()),
    note: z.string().nullable(),
    /** The first request of the editions of one subject. */
    series: z.string(),
    /** The edition that this one runs again. */
    previous: z.string().nullable(),
    /** What differs from it, counted when this one had ended. */
    changes: changeCountsSchema.nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  }),
  categories: z.array(editionCategorySchema),
  sources: z.array(editionSourceSchema),
  totals: z.object({
    categories: z.number().int(),
    settled: z.number().int(),
    found: z.number().int(),
    nothingFound: z.number().int(),
    notSearched: z.number().int(),
    blocked: z.number().int(),
    failed: z.number().int(),
    sources: z.number().int(),
    independentSources: z.number().int(),
    claims: z.number().int(),
    conflictsOpen: z.number().int(),
    conflictsResolved: z.number().int(),
    setApart: z.number().int(),
    sentences: z.number().int(),
    withheld: z.number().int(),
  }),
  cost: z.object({ usd: z.number(), unknown: z.number().int(), byProvider: z.record(z.string(), z.number()), capUsd: z.number() }),
  durationMs: z.number().int().nullable(),
});
export type Edition = z.infer<typeof editionSchema>;
export type EditionCategory = Edition["categories"][number];
export type EditionSource = Edition["sources"][number];

/** What the live page starts from and what the first frame of its stream carries: small, without texts. */
export const runSnapshotSchema = z.object({
  request: editionSchema.shape.request,
  /** Progress events up to and including this number are in the snapshot. */
  seq: z.number().int().nonnegative(),
  categories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      number: z.number().int(),
      state: categoryStateSchema,
      outcome: categoryOutcomeSchema.nullable(),
      confidence: scoreSchema.nullable(),
      sourceCount: z.number().int(),
      independentCount: z.number().int(),
      sentences: z.number().int(),
      withheld: z.number().int(),
      /** open: left open; resolved; by_jurisdiction, not_comparable: set apart. */
      conflicts: z.object({
        open: z.number().int(),
        resolved: z.number().int(),
        byJurisdiction: z.number().int(),
        notComparable: z.number().int(),
      }),
      answers: z.array(editionAnswerSchema),
      /** When each step began, for the timeline. */
      steps: z.array(runStepSchema),
      startedAt: z.iso.datetime().nullable(),
      endedAt: z.iso.datetime().nullable(),
      error: z.string().nullable(),
    }),
  ),
  totals: editionSchema.shape.totals,
  cost: editionSchema.shape.cost,
});
export type RunSnapshot = z.infer<typeof runSnapshotSchema>;
export type RunCategory = RunSnapshot["categories"][number];
