import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { embedPassages } from "../embeddings/embed-passages";
import { type DocumentRef, runStep, type StepResult } from "./run-step";

/** Has the configured model make vectors of a ready document's passages; without a model the step is passed over and says so. */
export async function embedDocument(ctx: Ctx, ref: DocumentRef): Promise<StepResult> {
  return runStep(ctx, ref, "meanings", async () => {
    const result = await embedPassages(ctx, ref);
    if (result.status === "failed" && result.retryable) throw new AppError("unavailable", result.reason);
    return async () => {
      if (result.status === "failed") return { status: "failed", detail: result.reason };
      if (result.status === "off") return { status: "skipped", detail: "no model of meanings is set" };
      return { status: "done", detail: result.status === "embedded" ? `${result.passages.toLocaleString("en")} passages` : "" };
    };
  });
}
