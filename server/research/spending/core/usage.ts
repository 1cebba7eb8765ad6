// What a question to an engine uses: for estimates what is usual, for the guard what is the most. Token counts hold what the engine's own searching reads in.
import type { Metered } from "./price";

export type Usual = { readonly usual: Metered; readonly most: Metered };

const use = (input: number, output: number, searches: number, credits = 0): Metered => ({
  input,
  cachedInput: 0,
  output,
  searches,
  requests: 1,
  credits,
});

/** By provider. `most` is generous: a call that costs more than was set aside for it would be the one that passes the cap. */
export const usages: Readonly<Record<string, Usual>> = {
  openai: { usual: use(14_000, 1_600, 2), most: use(160_000, 16_000, 12) },
  perplexity: { usual: use(6_000, 900, 2), most: use(80_000, 8_000, 10) },
  xai: { usual: use(16_000, 1_500, 3), most: use(160_000, 16_000, 15) },
  /** Asked over at most 120,000 characters of passages. */
  gemini: { usual: use(12_000, 1_500, 0), most: use(60_000, 16_000, 10) },
  /** Advanced depth: two credits. */
  tavily: { usual: use(0, 0, 0, 2), most: use(0, 0, 0, 4) },
};

/** For an engine that is not named above. */
export const unnamedUsage: Usual = { usual: use(14_000, 1_600, 2), most: use(160_000, 16_000, 15) };
