import type { Price } from "@/server/research/providers/core/price";
import { usdOf } from "@/server/research/providers/core/price";

/** About four characters make a token. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

/** What a vendor that bills by use charges. */
export function chargeFor(price: Price, input: string, output: string, searches: number): { inputTokens: number; outputTokens: number; usd: number } {
  const used = { inputTokens: tokensOf(input), outputTokens: tokensOf(output), searches };
  return { inputTokens: used.inputTokens, outputTokens: used.outputTokens, usd: usdOf(price, used) };
}
