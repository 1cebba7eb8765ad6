import type { Ctx } from "@/server/platform/context";
import type { Passage } from "./core/chunk";
import { insertPassages } from "./store";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];

/** Stores a document's passages inside the caller's transaction; their ids in the order given, ascending. */
export async function savePassages(tx: Tx, documentId: string, text: string, cut: readonly Passage[]): Promise<number[]> {
  return insertPassages(tx, documentId, text, cut);
}
