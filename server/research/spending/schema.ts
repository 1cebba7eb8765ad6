// What calls cost: prices, caps, estimates and the ledger as routers and pages see them. Money is US dollars here and ticks inside.
import { z } from "zod";

const usd = z.number({ error: "A price is a number of US dollars." }).min(0, "A price is not below 0.").max(100_000, "A price is at most 100,000.");

/** A flat price, or one that changes for the whole call once its input reaches `start` tokens. */
export const rateSchema = z.union([
  usd,
  z.object({ base: usd, tiers: z.array(z.object({ start: z.number().int().nonnegative(), price: usd })).max(10) }),
]);
export type Rate = z.infer<typeof rateSchema>;

/** US dollars: per million tokens, per thousand searches or requests, per credit. What is absent costs nothing. */
export const unitPricesSchema = z
  .object({
    input: rateSchema.optional(),
    cachedInput: rateSchema.optional(),
    output: rateSchema.optional(),
    searches: usd.optional(),
    requests: usd.optional(),
    credit: usd.optional(),
  })
  .refine((prices) => Object.values(prices).some((price) => price !== undefined), "Name at least one price.");
export type UnitPrices = z.infer<typeof unitPricesSchema>;

export const setPriceSchema = z
  .object({
    provider: z.string().min(1).max(40),
    model: z.string().trim().min(1, "Name the model.").max(200),
    prices: unitPricesSchema,
    validFrom: z.iso.datetime({ offset: true, error: "The first day is a date." }),
    validTo: z.iso.datetime({ offset: true }).nullable().default(null),
    /** The version the writer saw; 0 where there was none. */
    version: z.number().int().nonnegative(),
    reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
  })
  .refine(({ validFrom, validTo }) => validTo === null || Date.parse(validTo) > Date.parse(validFrom), "It must end after it begins.");
export type SetPrice = z.infer<typeof setPriceSchema>;

export type PriceEntry = {
  readonly provider: string;
  readonly model: string;
  readonly version: number;
  readonly prices: UnitPrices;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: "seed" | "admin";
  readonly changedBy: string;
  readonly reason: string | null;
  /** Whether it counts today. */
  readonly inForce: boolean;
};

/** What one provider would cost for a request. */
export type EstimateLine = {
  readonly provider: string;
  readonly name: string;
  readonly model: string | null;
  readonly questions: number;
  /** Null: no price is known. */
  readonly usd: number | null;
  /** What is set aside while the calls are under way: no call is expected to cost more than its share. */
  readonly mostUsd: number;
  /** Where the figure comes from, or why there is none, in one sentence. */
  readonly reason: string;
};
export type MonthSpending = { readonly month: string; readonly spentUsd: number; readonly reservedUsd: number; readonly capUsd: number };
export type Estimate = {
  readonly lines: readonly EstimateLine[];
  /** Of the lines with a known price. */
  readonly usd: number;
  readonly unknown: number;
  readonly mostUsd: number;
  readonly month: MonthSpending;
};

/** One call of the ledger. */
export type BillLine = {
  readonly id: string;
  readonly provider: string;
  readonly model: string | null;
  readonly purpose: "ask" | "test" | "write" | "embed";
  readonly category: string | null;
  readonly attempt: number;
  readonly state: "open" | "settled" | "lost";
  readonly usd: number | null;
  readonly basis: "billed" | "estimated" | "unknown" | "free" | null;
  readonly reason: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
};
export type Bill = { readonly lines: readonly BillLine[]; readonly usd: number; readonly unknown: number; readonly open: number };
