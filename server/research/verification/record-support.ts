import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { Claim } from "../claims/schema";
import { textAt } from "../sources/core/readings";
import type { CategorySource } from "../sources/read-sources";
import type { Citation } from "../synthesis/schema";
import { saveRungs, type VerificationRow } from "./store";

/** The two rungs that depend on the category: its quotes stand in the source, and a published sentence is carried by it. */
export async function recordSupport(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  requestCategoryId: string,
  sources: readonly CategorySource[],
  claims: readonly Claim[],
  cited: readonly Citation[],
): Promise<void> {
  const at = ctx.clock.now();
  const rows = sources.flatMap((source): VerificationRow[] => {
    const quotes = [...claims, ...cited].filter((entry) => entry.sourceId === source.id);
    if (quotes.length === 0) return [];
    const anchored = quotes.filter((quote) => textAt(source, quote.textHash).slice(quote.start, quote.end) === quote.quote).length;
    const carried = cited.filter((citation) => citation.sourceId === source.id).length;
    const row = (rung: VerificationRow["rung"], state: VerificationRow["state"], method: string, reason: string): VerificationRow => ({
      sourceId: source.id,
      requestCategoryId,
      rung,
      state,
      method,
      reason,
      at,
    });
    const quotesHold = anchored === quotes.length;
    return [
      row(
        "quote_anchored",
        quotesHold ? "passed" : "failed",
        "exact text at its offsets",
        `${anchored} of ${quotes.length} quotes stand at their place.`,
      ),
      carried > 0
        ? row("supports", "passed", "publish gate", `${carried} ${carried === 1 ? "sentence is" : "sentences are"} carried by it.`)
        : row("supports", "unknown", "publish gate", "No sentence of the text stands on it."),
    ];
  });
  await saveRungs(tx, rows);
}
