import { z } from "zod";

export const searchLimits = {
  /** A question, not a document: beyond this the rest is passed over. */
  queryUnits: 2_000,
  queries: 40,
  /** Different words of one search; each costs one posting list. */
  lexemes: 400,
  results: 1_000,
} as const;

const shortened = (query: string): string => query.slice(0, searchLimits.queryUnits).toWellFormed();

/** What to look for: either as a person typed it into a search box, or plain questions, in which nothing is a sign. */
export const searchSchema = z
  .object({
    /** With "phrases", -words and fields; see core/parse-query. */
    typed: z.string().max(searchLimits.queryUnits, `A search has at most ${searchLimits.queryUnits} characters.`).optional(),
    queries: z.array(z.string().overwrite(shortened)).min(1, "Say what to look for.").max(searchLimits.queries).optional(),
    documentIds: z.array(z.string().max(40)).max(10_000).optional(),
    limit: z.number().int().min(1).max(searchLimits.results),
    /** At most this many passages of one document. */
    perDocument: z.number().int().min(1).max(searchLimits.results).optional(),
  })
  .refine(({ typed, queries }) => (typed === undefined) !== (queries === undefined), "Say what to look for.");
export type SearchInput = z.infer<typeof searchSchema>;

export const titleSearchSchema = z.object({ query: z.string().trim().max(200), limit: z.number().int().min(1).max(20) });
export type TitleSearch = z.infer<typeof titleSearchSchema>;

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
  /** BM25 for one query, the sum of reciprocal ranks for several queries or where meanings are compared too. */
  readonly score: number;
};

/** A place in a passage's text, UTF-16 units, end exclusive. */
export type Mark = { readonly start: number; readonly end: number };
export type FoundHit = FoundPassage & {
  /** Where what was typed stands; none for plain questions. */
  readonly marks: readonly Mark[];
  /** Its meaning stands out from the library's as near to what is asked, whatever its words are. */
  readonly near: boolean;
};

export const searchModes = ["lexical", "hybrid"] as const;
/** "lexical": words were compared; "hybrid": meanings too, by an embedding model. */
export type SearchMode = (typeof searchModes)[number];

export type SearchResult = {
  /** Best first. */
  readonly passages: readonly FoundHit[];
  readonly mode: SearchMode;
  /** What to know of how it was searched, one sentence each. */
  readonly notes: readonly string[];
  /** Where nothing was found for what was typed: the query with the words that were probably meant. */
  readonly suggestion: string | null;
};
