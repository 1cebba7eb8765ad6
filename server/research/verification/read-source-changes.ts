import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { readAtOnce } from "@/server/platform/read-at-once";
import { visibleRequest } from "../requests/visible-request";
import { readSources } from "../sources/note-source";
import { changesOf } from "./check-store";
import { changeWords } from "./core/source-changes";
import { readQuotes } from "./read-quotes";
import type { SourceChange } from "./schema";

/** What became of an edition's sources after it was made, oldest first, for those who may see the edition. */
export async function readSourceChanges(ctx: Pick<Ctx, "db" | "actor">, requestId: string): Promise<SourceChange[]> {
  return readAtOnce(ctx.db, async (db) => {
    const { id } = await visibleRequest({ ...ctx, db }, requestId);
    return changesOfRequest(db, id);
  });
}

/** The same for whoever has made sure of that. */
export async function changesOfRequest(db: Queryable, requestId: string): Promise<SourceChange[]> {
  const rows = await changesOf(db, requestId);
  if (rows.length === 0) return [];
  const sources = await readSources(
    db,
    rows.map((row) => row.sourceId),
  );
  const quotes = await readQuotes(db, requestId);
  return rows.flatMap(({ id, sourceId, kind, detail, at }) => {
    const source = sources.find((each) => each.id === sourceId);
    if (!source) return [];
    const categories = [...new Set((quotes.get(sourceId) ?? []).filter((quote) => quote.cited).map((quote) => quote.slug))];
    const { number, title } = source;
    const told = { id, sourceId, number, title, kind, detail, statement: changeWords(kind, detail), cited: categories.length > 0, categories };
    return [{ ...told, at: at.toISOString() }];
  });
}
