import { type Ctx, ownerScope } from "@/server/platform/context";
import { makeBreather } from "@/server/platform/turns";
import { readPassages } from "../passages/read-passages";
import { findReferences } from "../references/core/find-references";
import { saveReferences } from "../references/save-references";
import type { Reference } from "../references/schema";
import { type DocumentRef, runStep, type StepResult } from "./run-step";
import { readDocument } from "./store";

/** A book of scripture with notes has some ten thousand: what has more is a list of them, and storing those would hold up everybody else. */
const mostReferences = 20_000;

/** Finds scripture, articles, trials, laws and classical works that a ready document points at, each at its place. */
export async function findDocumentReferences(ctx: Ctx, ref: DocumentRef): Promise<StepResult> {
  return runStep(ctx, ref, "references", async () => {
    const scope = ownerScope(ref.ownerId);
    const row = await readDocument(ctx.db, scope, ref.documentId);
    const passages = await readPassages(ctx, scope, { documentId: ref.documentId });
    const found: Reference[] = [];
    const breathe = makeBreather();
    for (const { text, start } of passages) {
      ctx.signal.throwIfAborted();
      if (found.length >= mostReferences) break;
      const here = findReferences(text, row?.language ? { language: row.language } : {});
      found.push(...here.map((one) => ({ ...one, start: one.start + start, end: one.end + start })));
      await breathe();
    }
    const isAll = found.length < mostReferences;
    const detail =
      found.length === 0 ? "none" : `${isAll ? "" : "the first "}${found.length.toLocaleString("en")} ${found.length === 1 ? "place" : "places"}`;
    await saveReferences(ctx, ref.documentId, found, passages);
    return async () => ({ status: "done", detail });
  });
}
