import { z } from "zod";

export const searchLimits = {
  /** A question, not a document: beyond this the rest is passed over. */
  queryUnits: 2_000,
  queries: 40,
  /** Different words of one search; each costs one posting list. */
  lexemes: 400,
  results: 1_000,
} as const;

export const searchInputSchema = z.object({
  queries: z.array(z.string()).min(1, "Say what to look for.").max(searchLimits.queries),
  documentIds: z.array(z.string().max(40)).max(10_000).optional(),
  limit: z.number().int().min(1).max(searchLimits.results),
  /** At most this many passages of one document. */
  perDocument: z.number().int().min(1).max(searchLimits.results).optional(),
});
export type SearchInput = z.infer<typeof searchInputSchema>;

export type FoundPassage = {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly passageId: number;
  readonly ordinal: number;
  /** UTF-16 offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly text: string;
  /** BM25 for one query, the sum of reciprocal ranks for several. */
  readonly score: number;
};
