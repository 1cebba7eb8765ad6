// Weights are data: changing a score's balance means changing weights.json, and every score shows what it used.
import { z } from "zod";
import data from "../weights.json";

const points = z.number().min(0).max(100);
const share = z.number().min(0).max(1);
const rungShares = z
  .object({ failed: share, unknown: share, not_reached: share })
  .refine(({ failed, unknown, not_reached }) => failed <= Math.min(unknown, not_reached), "A failed rung never counts for more than an open one.");
const line = z.object({ intercept: z.number(), slope: z.number().positive() });

const weightsSchema = z.object({
  /** Points of each signal of confidence; the first six add up to 100, the last two are deductions. */
  confidence: z.object({
    support: points,
    independence: points,
    authority: points,
    recency: points,
    agreement: points,
    directness: points,
    verification_failures: points,
    withheld: points,
  }),
  /** Points of each signal of source quality; they add up to 100. */
  quality: z.object({ tier_mix: points, alive: points, anchored: points, age: points }),
  /** How counts become values between 0 and 1. */
  scales: z.object({
    /** Statements (a fact by a voice, or a published sentence) that give half of the points for support. */
    halfSupport: z.number().positive(),
    /** Facts stated plainly that give half of the points for directness. */
    halfDirect: z.number().positive(),
    /** Independent voices for full points, as a multiple of the category's minimum. */
    fullVoices: z.number().int().positive(),
    /** Share of authority that the best voice gives; the second best gives the rest. */
    bestVoice: z.number().min(0.5).max(1),
    /** What an open and a resolved conflict weigh against one corroborated fact. */
    openConflict: z.number().min(0),
    resolvedConflict: z.number().min(0),
    /** What a voice beyond the tier that the category accepts counts for, against one within it. */
    beyondTier: share,
    /** Days up to which a source is fresh where the category names no age; at twice the age nothing is left. */
    freshDays: z.number().positive(),
  }),
  /** What is left of a source's evidence when a rung of its ladder did not pass; the shares of several rungs multiply. */
  rungs: z.object({
    syntactic: rungShares,
    resolved: rungShares,
    identified: rungShares,
    alive: rungShares,
    not_retracted: rungShares,
    quote_anchored: rungShares,
    supports: rungShares,
  }),
  /** From a score to the share of such statements that are right: 1 / (1 + e^-(intercept + slope · log-odds of the score)). */
  calibration: z.object({
    /** What a blocking finding leaves of a sentence's gate score. */
    blocked: share,
    confidence: line,
    gate: line,
  }),
});

const weights = weightsSchema.parse(data);
export const { confidence: confidenceWeights, quality: qualityWeights, scales, rungs: rungWeights, calibration } = weights;
