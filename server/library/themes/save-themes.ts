import type { Ctx } from "@/server/platform/context";
import { replaceThemes, type Theme } from "./store";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];

/** Stores a document's themes in the place of those it had. */
export async function saveThemes(tx: Tx, documentId: string, themes: readonly Theme[]): Promise<void> {
  await replaceThemes(tx, documentId, themes);
}
