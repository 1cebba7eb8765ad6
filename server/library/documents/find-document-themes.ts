import { type Ctx, ownerScope } from "@/server/platform/context";
import { inTurns, makeBreather } from "@/server/platform/turns";
import { readPassages } from "../passages/read-passages";
import { wordFrequencies } from "../search/word-frequencies";
import { candidateSteps, lexemesOf, rankKeyphrases } from "../themes/core/keyphrases";
import { saveThemes } from "../themes/save-themes";
import { type DocumentRef, runStep, type StepResult } from "./run-step";
import { readSummary } from "./store";

/** Beyond these the first and the others say the same. */
const mostPassages = 1_500;

/** Finds what a ready document is about: phrases that it has often and its owner's library seldom. */
export async function findDocumentThemes(ctx: Ctx, ref: DocumentRef): Promise<StepResult> {
  return runStep(ctx, ref, "themes", async () => {
    const scope = ownerScope(ref.ownerId);
    const row = await readSummary(ctx.db, scope, ref.documentId);
    const passages = await readPassages(ctx, scope, { documentId: ref.documentId });
    const every = Math.max(1, Math.ceil(passages.length / mostPassages));
    const sample = passages.filter((_, index) => index % every === 0);
    const candidates = await inTurns(candidateSteps({ title: row?.title ?? "", passages: sample, language: row?.language ?? null }), makeBreather());
    const themes = rankKeyphrases(candidates, await wordFrequencies(ctx, scope, lexemesOf(candidates)));
    return async (tx) => {
      await saveThemes(tx, ref.documentId, themes);
      return {
        status: "done",
        detail:
          themes
            .slice(0, 3)
            .map(({ phrase }) => phrase)
            .join(", ") || "none",
      };
    };
  });
}
