// The verification ladder: seven rungs, each stored on its own. Beside it, what registers say of a work and what became of a source later.
import { z } from "zod";
import { publicationNoticeSchema } from "../sources/schema";

export const rungs = ["syntactic", "resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"] as const;
export const rungSchema = z.enum(rungs);
export type Rung = z.infer<typeof rungSchema>;

/** passed, failed; unknown: tried and could not be told; not_reached: not tried. */
export const rungStateSchema = z.enum(["passed", "failed", "unknown", "not_reached"]);
export type RungState = z.infer<typeof rungStateSchema>;

export const rungResultSchema = z.object({
  rung: rungSchema,
  state: rungStateSchema,
  method: z.string(),
  reason: z.string(),
  at: z.iso.datetime().nullable(),
});
export type RungResult = z.infer<typeof rungResultSchema>;

export const verificationOutcomeSchema = z.enum(["verified", "unsupported", "contradicted", "dead", "blocked", "retracted", "unverifiable"]);
export type VerificationOutcome = z.infer<typeof verificationOutcomeSchema>;

/** What a register answered when a work was looked up. absent: it knows no such identifier; unknown: it could not be asked. */
export const registerLookSchema = z.object({
  register: z.enum(["Crossref", "doi.org", "PubMed"]),
  state: z.enum(["found", "registered", "absent", "unknown"]),
  scheme: z.enum(["doi", "pmid"]),
  value: z.string(),
  title: z.string().nullable(),
  year: z.number().int().nullable(),
  /** Family name of the first author. */
  author: z.string().nullable(),
  notices: z.array(publicationNoticeSchema),
  /** The identifier of the edition that replaces the work. */
  replacedBy: z.string().nullable().default(null),
  /** One sentence where it could not be asked. */
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export type RegisterLook = z.infer<typeof registerLookSchema>;

export const sourceChangeKinds = ["retracted", "concern", "corrected", "superseded", "changed", "gone", "returned"] as const;
export const sourceChangeKindSchema = z.enum(sourceChangeKinds);
export type SourceChangeKind = z.infer<typeof sourceChangeKindSchema>;

/** Hashes and counts of what changed; the notice, where one stands behind it. */
export const sourceChangeDetailSchema = z.object({
  before: z.string().nullable().default(null),
  after: z.string().nullable().default(null),
  notice: publicationNoticeSchema.nullable().default(null),
  /** Cited words, looked for in the new text: at their place, at another, or nowhere. */
  quotes: z.object({ held: z.number().int(), moved: z.number().int(), lost: z.number().int() }).nullable().default(null),
});
export type SourceChangeDetail = z.infer<typeof sourceChangeDetailSchema>;

/** A change as pages show it. `cited`: a published sentence stands on the source. */
export const sourceChangeSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  number: z.number().int(),
  title: z.string(),
  kind: sourceChangeKindSchema,
  detail: sourceChangeDetailSchema,
  /** One plain sentence. */
  statement: z.string(),
  cited: z.boolean(),
  /** Slugs of the categories whose text cites it. */
  categories: z.array(z.string()),
  at: z.iso.datetime(),
});
export type SourceChange = z.infer<typeof sourceChangeSchema>;
