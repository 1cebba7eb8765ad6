// Weights are data: changing a score's balance means changing these numbers, and every score shows them.

/** Points of each signal of confidence; the first six add up to 100, the last two are deductions. */
export const confidenceWeights = {
  support: 30,
  independence: 20,
  authority: 20,
  recency: 10,
  agreement: 15,
  directness: 5,
  verification_failures: 100,
  withheld: 5,
} as const;

/** Points of each signal of source quality; they add up to 100. */
export const qualityWeights = { tier_mix: 40, alive: 20, anchored: 25, age: 15 } as const;

/** How counts become values between 0 and 1. */
export const scales = {
  /** Statements (a fact by a voice, or a published sentence) that give half of the points for support. */
  halfSupport: 6,
  /** Facts stated plainly that give half of the points for directness. */
  halfDirect: 2,
  /** Independent voices for full points, as a multiple of the category's minimum. */
  fullVoices: 2,
  /** Share of authority that the best voice gives; the second best gives the rest. */
  bestVoice: 0.7,
  /** What an open and a resolved conflict weigh against one corroborated fact. */
  openConflict: 2,
  resolvedConflict: 0.5,
  /** What a voice beyond the tier that the category accepts counts for, against one within it. */
  beyondTier: 0.4,
  /** Days up to which a source is fresh where the category names no age; at twice the age nothing is left. */
  freshDays: 3650,
} as const;
