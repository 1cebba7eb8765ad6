import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type Embedded, embeddingConfigured, embedTexts } from "@/server/platform/embeddings";
import { payForReading } from "@/server/platform/spending-port";

export type EmbedCtx = Pick<Ctx, "db" | "log" | "signal" | "clock">;

/** Vectors of texts, within the payer's cap for the month and in their bill. A cap that leaves nothing is a value, of kind "cap", whose message is the end of a sentence. */
export async function embedPaid(ctx: EmbedCtx, payer: OwnerScope, texts: readonly string[], purpose: "query" | "passages"): Promise<Embedded> {
  const settings = embeddingConfigured();
  if (!settings) return embedTexts(ctx, texts, purpose);
  const call = { ...settings, ownerId: payer.ownerId, characters: texts.reduce((sum, { length }) => sum + length, 0) };
  const { value, refused } = await payForReading(ctx, call, async () => {
    const embedded = await embedTexts(ctx, texts, purpose);
    const { error } = embedded;
    const failure = error ? { kind: error.kind, retryable: error.retryable } : null;
    return { value: embedded, tokens: embedded.tokens ?? null, failure };
  });
  return value ?? { error: { kind: "cap", retryable: false, message: refused } };
}
