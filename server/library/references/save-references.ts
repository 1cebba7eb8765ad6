import type { Ctx } from "@/server/platform/context";
import { makeBreather } from "@/server/platform/turns";
import { placeAt } from "../passages/find-passage-at";
import type { Reference } from "./schema";
import { deleteReferences, insertReferences } from "./store";

type Place = { readonly passageId: number; readonly start: number; readonly end: number };

/** Some hundred at a time: whoever waits for the one connection of an embedded database gets it in between. */
const rowsAtATime = 200;

/**
 * Stores a document's references, each with the passage it stands in, in the place of those it had. Not in one transaction: cut off in the middle it leaves
 * some of them, and done again it leaves all.
 */
export async function saveReferences(
  ctx: Pick<Ctx, "db" | "signal">,
  documentId: string,
  references: readonly Reference[],
  passages: readonly Place[],
): Promise<void> {
  const breathe = makeBreather();
  await deleteReferences(ctx.db, documentId);
  for (let at = 0; at < references.length; at += rowsAtATime) {
    ctx.signal.throwIfAborted();
    const rows = references.slice(at, at + rowsAtATime).map(({ kind, value, start, end }) => {
      return {
        documentId,
        passageId: placeAt(passages, start)?.passageId ?? null,
        scheme: kind,
        canonical: value,
        startOffset: start,
        endOffset: end,
      };
    });
    await insertReferences(ctx.db, rows);
    await breathe();
  }
}
