import type { OwnerScope } from "@/server/platform/context";
import { readPassagesOf } from "./store";

export type DocumentPassage = {
  readonly passageId: number;
  readonly ordinal: number;
  /** UTF-16 offsets in the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly text: string;
};

/** The passages of one of the owner's documents in order; with a range, those that touch it. Not the owner's: none. */
export async function readPassages(
  ctx: { readonly db: Parameters<typeof readPassagesOf>[0] },
  scope: OwnerScope,
  input: { documentId: string; range?: { start: number; end: number } },
): Promise<DocumentPassage[]> {
  const rows = await readPassagesOf(ctx.db, scope, input.documentId, input.range);
  return rows.map(({ id, ordinal, startOffset, endOffset, page, heading, text }) => ({
    passageId: id,
    ordinal,
    start: startOffset,
    end: endOffset,
    page,
    heading,
    text,
  }));
}
