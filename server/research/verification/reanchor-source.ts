import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { readSnapshots } from "../snapshots/snapshots";
import { quoteRung } from "./core/quote-rung";
import { countQuotes, reanchorQuotes } from "./core/reanchor";
import type { KnownSource } from "./read-evidence";
import { readQuotes } from "./read-quotes";
import { readSnippets } from "./read-snippets";
import type { SourceChangeDetail } from "./schema";
import { saveRungs } from "./store";

/**
 * Looks for the words that were taken from a source in the page's new text, and says in each category whether they stand there. Places that are
 * stored keep counting in the text they were taken from, which stays.
 */
export async function reanchorSource(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  source: KnownSource,
  texts: { before: string | null; after: string | null },
): Promise<NonNullable<SourceChangeDetail["quotes"]>> {
  const quotes = (await readQuotes(tx, source.requestId)).get(source.id) ?? [];
  const hashes = [...new Set([texts.after ?? "", ...quotes.map((quote) => quote.textHash ?? source.snapshotHash)])];
  const bodies = await readSnapshots(tx, hashes);
  const page = bodies.get(texts.after ?? "") ?? "";
  const distinct = new Map(quotes.map((quote) => [[quote.requestCategoryId, quote.textHash, quote.start, quote.end].join(" "), quote]));
  const looked = [...Map.groupBy(distinct.values(), (quote) => quote.textHash ?? source.snapshotHash)].flatMap(([hash, own]) => {
    const again = reanchorQuotes(bodies.get(hash) ?? "", page, own);
    return own.flatMap((quote, index) => {
      const found = again[index];
      return found ? [{ ...quote, again: found }] : [];
    });
  });
  const at = ctx.clock.now();
  const method = texts.before === null ? "search on the page" : "search on the changed page";
  const snippets = await readSnippets(tx, [source.id]);
  const rows = [...Map.groupBy(looked, (quote) => quote.requestCategoryId)].flatMap(([requestCategoryId, own]) => {
    const standing = own.filter((quote) => quote.again.state !== "lost").length;
    const shown = snippets(source.id, requestCategoryId);
    const verdict = quoteRung({ quotes: own.length, standing, inOriginal: standing, snippets: shown, shownBy: [], unread: null, pageRead: true });
    return verdict ? [{ ...verdict, method, sourceId: source.id, requestCategoryId, rung: "quote_anchored" as const, at }] : [];
  });
  await saveRungs(tx, rows);
  return countQuotes(looked.map((quote) => quote.again));
}
