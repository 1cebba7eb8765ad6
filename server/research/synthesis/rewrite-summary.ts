import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import type { CategoryRun } from "../requests/load-run";
import { readingId } from "../sources/core/readings";
import { readCategorySources } from "../sources/read-sources";
import { readFallen } from "../verification/read-fallen";
import { recordSupport } from "../verification/record-support";
import type { GatedSentence } from "./core/gate-draft";
import { draftText, mergedText, rowsOf, type Text, withoutFallen } from "./draft-text";
import { readSentences, type SentenceRow } from "./read-sentences";
import { replaceSentences } from "./store";

/**
 * Works the text of an ended category out again after its ledger was changed by hand. Nobody is asked: what a model wrote stays, and the rest is
 * drawn from the same passages. How many sentences came and went.
 */
export async function rewriteSummary(tx: Tx, ctx: Pick<Ctx, "clock">, run: CategoryRun): Promise<{ added: number; removed: number }> {
  const { request, category, definition } = run;
  const sources = await readCategorySources(tx, request.id, category.id);
  const claims = (await readClaims(tx, [category.id])).get(category.id) ?? [];
  const conflicts = (await readConflicts(tx, [category.id])).get(category.id) ?? [];
  const before = await readSentences(tx, [category.id]);
  const extracted = draftText({ run, sources, claims, conflicts });
  const written = writtenBefore(before, extracted);
  const fallen = await readFallen(
    tx,
    sources.map((source) => source.id),
  );
  const text = written.published.length > 0 ? mergedText(definition, written, extracted, claims) : extracted;
  const rows = rowsOf(category.id, withoutFallen(text, fallen));
  const [was, is] = [textsOf(before), textsOf(rows)];
  await replaceSentences(tx, category.id, rows);
  const cited = rows.filter((row) => row.status === "published").flatMap((row) => row.citations);
  await recordSupport(tx, ctx, category.id, sources, claims, cited);
  return { added: [...is].filter((text) => !was.has(text)).length, removed: [...was].filter((text) => !is.has(text)).length };
}

/** What did not come word for word from a passage was written by a model; what of it was withheld stays withheld. */
function writtenBefore(rows: readonly SentenceRow[], extracted: Text): Text {
  const drawn = new Set([...extracted.published, ...extracted.withheld].map(({ sentence }) => sentence.text));
  const written = rows.filter((row) => !row.verdict.verbatim && !drawn.has(row.text));
  const sentenceOf = ({ text, section, citations, verdict }: SentenceRow): GatedSentence => ({
    sentence: { text, section, citations: citations.map((citation) => ({ ...citation, sourceId: readingId(citation.sourceId, citation.textHash) })) },
    verdict,
  });
  return {
    published: written.filter((row) => row.status === "published").map(sentenceOf),
    withheld: written
      .filter((row) => row.status === "withheld")
      .map((row) => ({ ...sentenceOf(row), reason: row.reason ?? "Not carried by its passages." })),
  };
}

function textsOf(rows: readonly Pick<SentenceRow, "status" | "text">[]): Set<string> {
  return new Set(rows.filter((row) => row.status === "published").map((row) => row.text));
}
