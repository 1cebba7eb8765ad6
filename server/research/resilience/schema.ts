// Providers as administrators see and switch them.
import { z } from "zod";
import type { ProviderKind } from "../providers/schema";

export const switchProviderSchema = z.object({
  provider: z.string().min(1).max(40),
  enabled: z.boolean(),
  /** The version the writer saw; 0 where nobody ever switched. */
  version: z.number().int().nonnegative(),
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
});
export type SwitchProvider = z.infer<typeof switchProviderSchema>;

export type BreakerState = {
  readonly state: "closed" | "resting";
  /** ISO 8601; null when closed. */
  readonly until: string | null;
  readonly reason: string | null;
};

export type ProviderOverview = {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly model: string | null;
  /** "set" says that there is a key, never which. */
  readonly key: "set" | "missing" | "not needed";
  readonly off: string | null;
  readonly enabled: boolean;
  readonly version: number;
  readonly switchedBy: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
  readonly breaker: BreakerState;
  readonly rate: { readonly perMinute: number; readonly used: number } | null;
  readonly atATime: number;
  readonly calls: {
    readonly lastDay: number;
    readonly failed: number;
    readonly lost: number;
    readonly p50Ms: number | null;
    readonly p95Ms: number | null;
  };
  readonly spend: { readonly monthUsd: number; readonly unknown: number };
  readonly estimate: { readonly usd: number | null; readonly mostUsd: number; readonly reason: string };
  readonly warning: string | null;
};

export type TestCallResult = {
  readonly status: "ok" | "partial" | "failed" | "refused";
  readonly message: string;
  readonly sources: number;
  readonly servedModel: string | null;
  readonly ms: number;
  readonly costUsd: number | null;
  readonly costBasis: "billed" | "estimated" | "unknown" | "free";
};
