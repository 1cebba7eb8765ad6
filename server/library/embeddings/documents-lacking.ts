import type { Ctx } from "@/server/platform/context";
import { embeddingModel } from "@/server/platform/embeddings";
import { readLacking } from "./store";

/** Documents whose passages lack vectors of the configured model, as after a change of model or a failure; none where no model is set. */
export async function documentsLacking(ctx: Pick<Ctx, "db">, limit: number): Promise<string[]> {
  const model = embeddingModel();
  return model === null ? [] : readLacking(ctx.db, model, limit);
}
