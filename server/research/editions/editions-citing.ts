import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type CitingRow, sentencesCiting } from "./citing-store";

type CitingSentence = Pick<CitingRow, "slug" | "category" | "sentence" | "text">;
export type CitingEdition = Pick<CitingRow, "requestId" | "subject" | "createdAt"> & { readonly sentences: readonly CitingSentence[] };

/** More are not listed: a document that everything stands on. */
const mostSentences = 200;

/** The owner's editions whose printed sentences cite a file, named by its SHA-256, with those sentences; `more` when not all are listed. */
export async function editionsCiting(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { hash }: { hash: string },
): Promise<{ editions: CitingEdition[]; more: boolean }> {
  const rows = await sentencesCiting(ctx.db, scope, hash, mostSentences + 1);
  const byEdition = Map.groupBy(rows.slice(0, mostSentences), (row) => row.requestId);
  const editions = [...byEdition.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { requestId, subject, createdAt } = first;
    return [{ requestId, subject, createdAt, sentences: own.map(({ slug, category, sentence, text }) => ({ slug, category, sentence, text })) }];
  });
  return { editions, more: rows.length > mostSentences };
}
