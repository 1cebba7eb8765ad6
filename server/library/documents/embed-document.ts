import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { type EmbedResult, embedPassages } from "../embeddings/embed-passages";
import { type DocumentRef, mendStep, runStep, type StepResult } from "./run-step";
import { ownerOf } from "./steps-store";

/** Has the configured model make vectors of a ready document's passages; without a model the step is passed over and says so. */
export async function embedDocument(ctx: Ctx, ref: DocumentRef): Promise<StepResult> {
  return runStep(ctx, ref, "meanings", async () => {
    const result = await embedPassages(ctx, ref);
    if (result.status === "failed" && result.retryable) throw new AppError("unavailable", result.reason);
    return async () => {
      if (result.status === "failed") return { status: "failed", detail: result.reason };
      if (result.status === "skipped") return { status: "skipped", detail: result.reason };
      if (result.status === "off") return { status: "skipped", detail: "no model of meanings is set" };
      return { status: "done", detail: result.status === "embedded" ? detailOf(result.passages) : "" };
    };
  });
}

const detailOf = (passages: number): string => `${passages.toLocaleString("en")} ${passages === 1 ? "passage" : "passages"}`;

/** Makes the vectors that were passed over or failed when the document was processed, and says so where that was said. */
export async function embedLater(ctx: Ctx, { documentId }: { documentId: string }): Promise<EmbedResult> {
  const result = await embedPassages(ctx, { documentId });
  const ownerId = result.status === "embedded" ? await ownerOf(ctx.db, documentId) : null;
  if (result.status === "embedded" && ownerId !== null) {
    const ref = { documentId, ownerId };
    await ctx.db.transaction((tx) => mendStep(tx, ctx, ref, "meanings", { status: "done", detail: detailOf(result.passages) }));
  }
  return result;
}
