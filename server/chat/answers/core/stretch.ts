// What was found for a question: stretches of documents, and sentences of editions. Passages that stand side by side become one stretch.
import type { Weighed } from "./concepts";

export type Stretch = {
  /** "p1", in the order of the search. */
  readonly id: string;
  /** `document:<hash>` or `edition:<request>:<category>`. */
  readonly key: string;
  readonly title: string;
  readonly documentId: string | null;
  readonly requestId: string | null;
  readonly slug: string | null;
  /** From 1, of an edition's text; null for documents. */
  readonly sentence: number | null;
  /** Where `text` begins in the document; 0 in an edition. */
  readonly start: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly text: string;
  readonly tier: number;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly licence: string | null;
  /** Sources with the same voice count once. */
  readonly voice: string;
  readonly superseded: boolean;
};

/** A conflict of an edition's category that is open; `key` is that of its stretches. */
export type OpenConflict = { readonly key: string; readonly requestId: string; readonly category: string; readonly statement: string };

/** One of the questions in a question. */
export type Part = { readonly text: string; readonly concepts: readonly Weighed[] };

/** What was found for a question, as it is kept until the answer has ended. */
export type StoredRetrieval = {
  readonly stretches: readonly Stretch[];
  readonly concepts: readonly Weighed[];
  readonly conflicts: readonly OpenConflict[];
  /** Where a question asks several things, or was read otherwise than it is written. */
  readonly parts?: readonly Part[];
  /** What was said asks the texts nothing, and this is answered. */
  readonly reply?: string;
  /** Ids of stretches whose meaning stands out as near to the question's, whatever their words are. */
  readonly near?: readonly string[];
};

/** Title, publisher, date and heading, one per line: what stands round a passage, for the gate. */
export function contextOf({ title, publisher, date, heading }: Pick<Stretch, "title" | "publisher" | "date" | "heading">): string {
  return [title, publisher, date, heading].filter((part) => part !== null && part !== "").join("\n");
}

type Found = {
  readonly documentId: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
};

/** Runs of passages that follow each other on one page under one heading, each at the rank of its best, first rank first. Starts and ends of one document. */
export function joinNeighbours(found: readonly (Found & { readonly rank: number })[], longest: number): (Found & { readonly rank: number })[] {
  const joined: (Found & { rank: number; last: number })[] = [];
  for (const one of found.toSorted((a, b) => a.documentId.localeCompare(b.documentId) || a.ordinal - b.ordinal)) {
    const last = joined.at(-1);
    const follows =
      last && last.documentId === one.documentId && last.last + 1 >= one.ordinal && last.page === one.page && last.heading === one.heading;
    if (follows && one.end - last.start <= longest) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, one.end), rank: Math.min(last.rank, one.rank), last: one.ordinal };
    } else joined.push({ ...one, last: one.ordinal });
  }
  return joined.sort((a, b) => a.rank - b.rank).map(({ last: _last, ...one }) => one);
}
