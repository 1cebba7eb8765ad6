import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { pageOf } from "../passages/core/chunk";
import { readPassages } from "../passages/read-passages";
import { readDocument } from "./store";

/** Text shown before and after a quote, in UTF-16 units. */
const contextUnits = 400;

export type PassageInContext = {
  readonly documentId: string;
  readonly title: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading: string | null;
};

/** A stretch of one of the owner's documents as a citation names it, with what stands around it. */
export async function readPassage(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { documentId, start, end }: { documentId: string; start: number; end: number },
): Promise<PassageInContext> {
  const row = await readDocument(ctx.db, scope, documentId);
  if (!row || row.text === null) throw notFound("document");
  if (end <= start || end > row.text.length)
    throw new AppError("bad_request", "This place lies outside the document. It may have been replaced by another version.");
  const [passage] = await readPassages(ctx, scope, { documentId, range: { start, end } });
  return {
    documentId,
    title: row.title ?? row.fileName,
    before: row.text.slice(Math.max(0, start - contextUnits), start),
    text: row.text.slice(start, end),
    after: row.text.slice(end, end + contextUnits),
    start,
    end,
    page: row.pageStarts ? pageOf(row.pageStarts, start) : null,
    heading: passage?.heading ?? null,
  };
}
