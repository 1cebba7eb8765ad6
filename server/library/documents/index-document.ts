import { recordAudit } from "@/server/audit/record";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { inTurns, makeBreather } from "@/server/platform/turns";
import { chunkSteps } from "../passages/core/chunk";
import { savePassages } from "../passages/save-passages";
import { indexPassages, openIndex } from "../search/index-passages";
import { blockSteps } from "./core/paragraphs";
import { countTerms } from "./count-terms";
import { failDocument } from "./extract-document";
import { beginStep, type DocumentRef, finishStep, tell } from "./run-step";
import { type DocumentRow, markReady, readDocument, readSummary } from "./store";

export type ProcessResult =
  | { readonly status: "ready"; readonly passages: number }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "gone" };

/** Cuts an extracted text into passages and puts them into the search, in one transaction; a ready document stays as it is. */
export async function indexDocument(ctx: Ctx, ref: DocumentRef): Promise<ProcessResult> {
  const scope = ownerScope(ref.ownerId);
  const row = await readDocument(ctx.db, scope, ref.documentId);
  if (!row) return { status: "gone" };
  if (row.status !== "processing" || row.text === null) return settled(row);
  await beginStep(ctx, ref, "index");
  const passages = await cut(row, row.text);
  if (passages.length === 0) return failDocument(ctx, row, "The file has no text to read. Check that it is the right file and add it again.");
  const terms = await countTerms(row.text, passages, row.title ?? row.fileName, row.language);
  const text = row.text;
  const written = await ctx.db.transaction(async (tx) => {
    if (!(await markReady(tx, scope, row.id, { passageCount: passages.length, readyAt: ctx.clock.now() }))) return false;
    const search = await openIndex(tx, scope);
    const ids = await savePassages(tx, row.id, text, passages);
    await indexPassages(tx, search, row.language, terms, ids);
    const change = { before: { status: "processing" }, after: { status: "ready", textHash: row.textHash, passages: passages.length } };
    await recordAudit(tx, ctx, { action: "document.process", entity: "document", entityId: row.id, ...change });
    await finishStep(tx, ctx, ref, "index", { status: "done", detail: `${passages.length.toLocaleString("en")} passages` });
    await tell(tx, ctx, row.ownerId, "document.ready", { documentId: row.id, passages: passages.length, pages: row.pages });
    return true;
  });
  if (written) return { status: "ready", passages: passages.length };
  const now = await readSummary(ctx.db, scope, row.id);
  return now ? settled(now) : { status: "gone" };
}

async function cut(row: DocumentRow, text: string) {
  const { from, headings, guessHeadings } = row.layout ?? { from: 0, headings: null, guessHeadings: true };
  // A long document must not keep everybody else waiting.
  const breathe = makeBreather();
  const blocks = await inTurns(blockSteps(text, { from, headings, guessHeadings }), breathe);
  return inTurns(chunkSteps(text, blocks, row.pageStarts), breathe);
}

function settled(row: Pick<DocumentRow, "status" | "passageCount" | "error">): ProcessResult {
  if (row.status === "ready") return { status: "ready", passages: row.passageCount };
  return { status: "failed", reason: row.error ?? "It could not be read." };
}
