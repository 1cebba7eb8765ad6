import { type Ctx, ownerScope } from "@/server/platform/context";
import { readPassages } from "../passages/read-passages";
import { findReferences } from "../references/core/find-references";
import { saveReferences } from "../references/save-references";
import type { Reference } from "../references/schema";
import { type DocumentRef, runStep, type StepResult } from "./run-step";
import { readDocument } from "./store";

/** Passages read before others have their turn. */
const atATime = 4;

/** Finds scripture, articles, trials, laws and classical works that a ready document points at, each at its place. */
export async function findDocumentReferences(ctx: Ctx, ref: DocumentRef): Promise<StepResult> {
  return runStep(ctx, ref, "references", async () => {
    const scope = ownerScope(ref.ownerId);
    const row = await readDocument(ctx.db, scope, ref.documentId);
    const passages = await readPassages(ctx, scope, { documentId: ref.documentId });
    const found: Reference[] = [];
    for (const [index, { text, start }] of passages.entries()) {
      ctx.signal.throwIfAborted();
      const here = findReferences(text, row?.language ? { language: row.language } : {});
      found.push(...here.map((one) => ({ ...one, start: one.start + start, end: one.end + start })));
      if (index % atATime === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const detail = found.length === 0 ? "none" : `${found.length.toLocaleString("en")} ${found.length === 1 ? "place" : "places"}`;
    return async (tx) => {
      await saveReferences(tx, ref.documentId, found, passages);
      return { status: "done", detail };
    };
  });
}
