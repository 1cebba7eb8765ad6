import type { Ctx } from "@/server/platform/context";
import { placeAt } from "../passages/find-passage-at";
import type { Reference } from "./schema";
import { replaceReferences } from "./store";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];
type Place = { readonly passageId: number; readonly start: number; readonly end: number };

/** Stores a document's references, each with the passage it stands in, in the place of those it had. */
export async function saveReferences(tx: Tx, documentId: string, references: readonly Reference[], passages: readonly Place[]): Promise<void> {
  const rows = references.map(({ kind, value, start, end }) => {
    return { documentId, passageId: placeAt(passages, start)?.passageId ?? null, scheme: kind, canonical: value, startOffset: start, endOffset: end };
  });
  await replaceReferences(tx, documentId, rows);
}
