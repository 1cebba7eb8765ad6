// A source is a thing that can be cited, once per canonical identity within a request, however many providers bring it.
import { z } from "zod";

export const sourceRoles = ["cited", "retrieved", "opened"] as const;
export const sourceRoleSchema = z.enum(sourceRoles);
export type SourceRole = z.infer<typeof sourceRoleSchema>;

export const identitySchemes = ["doi", "pmid", "pmcid", "nct", "setid", "application", "isbn", "url", "document"] as const;

/** Canonical identity: scheme and normalised value. `key` is `scheme:value`, the unit of "the same source". */
export const sourceIdentitySchema = z.object({ scheme: z.enum(identitySchemes), value: z.string().min(1) });
export type SourceIdentity = z.infer<typeof sourceIdentitySchema>;

/** Authority tiers of reference practice: 1 regulator or label of record ... 10 blog, forum, unknown. */
export const tierNames: Record<number, string> = {
  1: "regulator or label of record",
  2: "guideline or HTA",
  3: "systematic review",
  4: "peer-reviewed",
  5: "registry record",
  6: "preprint",
  7: "manufacturer",
  8: "reference work",
  9: "news",
  10: "unknown",
};

/** A notice that stands on a publication; `by` names it (a DOI or PMID). */
export const publicationNoticeSchema = z.object({
  kind: z.enum(["retraction", "expression_of_concern", "correction"]),
  date: z.string().max(10).nullable(),
  by: z.string().max(200).nullable(),
});
export type PublicationNotice = z.infer<typeof publicationNoticeSchema>;

/** What a provider brings about one thing it cites or found. */
export const foundSourceSchema = z.object({
  identity: sourceIdentitySchema,
  /** Other names of the same thing (a PMID beside a DOI). */
  aliases: z.array(sourceIdentitySchema).default([]),
  title: z.string().min(1).max(600),
  url: z.string().max(2048).nullable(),
  tier: z.number().int().min(1).max(10),
  /** ISO date, year or year-month, as precise as stated. */
  date: z.string().max(10).nullable(),
  jurisdiction: z.string().max(16).nullable(),
  publisher: z.string().max(200).nullable(),
  licence: z.string().max(120).nullable(),
  role: sourceRoleSchema,
  /** The text that quotes are anchored in. */
  text: z.string(),
  /** Passages of `text` that answer the question, best first. */
  passages: z.array(
    z.object({
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      page: z.number().int().positive().nullable(),
      heading: z.string().nullable(),
      score: z.number(),
    }),
  ),
  /** Identity of the work this one copies or derives from, if it says so. */
  upstream: sourceIdentitySchema.nullable().default(null),
  /** A note that a later edition replaces this one. */
  superseded: z.boolean().default(false),
  /** Notices that the provider's record states; unset where it states none. */
  notices: z.array(publicationNoticeSchema).max(20).optional(),
});
export type FoundSource = z.infer<typeof foundSourceSchema>;
