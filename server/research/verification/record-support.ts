import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { Claim } from "../claims/schema";
import { textAt } from "../sources/core/readings";
import type { CategorySource } from "../sources/read-sources";
import type { Citation } from "../synthesis/schema";
import { type QuoteEvidence, quoteRung } from "./core/quote-rung";
import { bringersOf, type Evidence, isHeld, readEvidence } from "./read-evidence";
import { readSnippets } from "./read-snippets";
import { saveRungs, type VerificationRow } from "./store";

type Taken = Pick<Citation, "quote" | "start" | "end" | "textHash">;

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
  // What somebody holds needs no page.
  const ids = sources.filter((source) => !isHeld(source.mentions)).map((source) => source.id);
  const evidenceOf = await readEvidence(tx, ids);
  const snippetsOf = await readSnippets(tx, ids);
  const rows = sources.flatMap((source): VerificationRow[] => {
    const quotes = [...claims, ...cited].filter((entry) => entry.sourceId === source.id);
    const base = { sourceId: source.id, requestCategoryId, at };
    const anchored = quoteRung(quoteEvidence(source, quotes, evidenceOf(source.id), snippetsOf(source.id, requestCategoryId)));
    const row = anchored ? [{ ...base, rung: "quote_anchored" as const, ...anchored }] : [];
    if (quotes.length === 0) return row;
    const carried = cited.filter((citation) => citation.sourceId === source.id).length;
    const supports =
      carried > 0
        ? { state: "passed" as const, reason: `${carried} ${carried === 1 ? "sentence is" : "sentences are"} carried by it.` }
        : { state: "unknown" as const, reason: "No sentence of the text stands on it." };
    return [...row, { ...base, rung: "supports", method: "publish gate", ...supports }];
  });
  await saveRungs(tx, rows);
}

function quoteEvidence(
  source: CategorySource,
  quotes: readonly Taken[],
  { visits, visit }: Evidence,
  snippets: QuoteEvidence["snippets"],
): QuoteEvidence {
  const hashOf = (taken: { textHash?: string }) => taken.textHash ?? source.snapshotHash;
  const held = source.mentions.filter((mention) => bringersOf([mention]).some((info) => info.kind !== "engine"));
  const originals = new Set([...visits.map((each) => each.textHash), ...held.map((mention) => mention.snapshotHash ?? source.snapshotHash)]);
  const standing = quotes.filter((taken) => textAt(source, taken.textHash).slice(taken.start, taken.end) === taken.quote);
  return {
    quotes: quotes.length,
    standing: standing.length,
    inOriginal: standing.filter((taken) => originals.has(hashOf(taken))).length,
    snippets,
    shownBy: bringersOf(source.mentions).map((info) => info.name),
    pageRead: visit?.judgement.state === "alive",
    unread: visit && visit.judgement.state !== "alive" ? visit.judgement.reason : null,
  };
}
