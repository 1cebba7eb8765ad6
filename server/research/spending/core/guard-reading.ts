// What a call that only reads texts may cost: by its price a token, and where none is known by its share of what is set aside for a question.
import type { UnitPrices } from "../schema";
import type { Guard } from "./guard";
import { toTicks, toUsd } from "./money";
import { costTicks, type Metered } from "./price";
import { unnamedUsage } from "./usage";

/** Characters of a token: usually four; of writing without blanks one. */
const usualCharacters = 4;

export function tokensOf(characters: number): number {
  return Math.ceil(characters / usualCharacters);
}

export const reading = (tokens: number): Metered => ({ input: tokens, cachedInput: 0, output: 0, searches: 0, requests: 1, credits: 0 });

/** `prices` null: not known, and `unknownUsd` is what is set aside for a question of usual length. */
export function guardReading(characters: number, model: string, prices: UnitPrices | null, unknownUsd: number): Guard {
  const tokens = tokensOf(characters);
  if (prices) {
    const estimateTicks = costTicks(prices, reading(tokens));
    const reserveTicks = costTicks(prices, reading(characters));
    return { usd: toUsd(estimateTicks), estimateTicks, reserveTicks, reason: `Price of ${model} times the length of the texts.` };
  }
  const share = Math.ceil((toTicks(unknownUsd) * tokens) / unnamedUsage.usual.input);
  return { usd: null, estimateTicks: share, reserveTicks: share, reason: `No price is set for ${model}; a share by length is set aside.` };
}
