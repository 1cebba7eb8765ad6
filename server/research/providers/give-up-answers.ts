import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { findProvider } from "./registry";
import { endAnswer, openAnswers } from "./store";

/** Ends the answers of categories that are still waited for; what they may cost after all is said to be unknown. */
export async function giveUpAnswers(tx: Tx, ctx: Pick<Ctx, "clock">, requestCategoryIds: readonly string[]): Promise<void> {
  for (const { id, provider } of await openAnswers(tx, requestCategoryIds)) {
    const free = findProvider(provider)?.info().estimateUsd === 0;
    await endAnswer(tx, id, {
      status: "failed",
      error: { kind: "timeout", retryable: true, message: `${provider} had not answered when the category was ended.` },
      cost: free ? { usd: 0, basis: "free" } : { usd: null, basis: "unknown", reason: "It was given up while it was being asked." },
      endedAt: ctx.clock.now(),
    });
  }
}
