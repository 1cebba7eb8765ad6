// How often and how many at a time each provider is asked, as data. Services' own limits on single calls stand with their adapters; these count whole questions.
import type { RateLimit } from "@/server/platform/rate-limit";

export type AskLimit = {
  /** Null: as often as one likes. Shared by all processes of a database. */
  readonly rate: RateLimit | null;
  /** Questions at a time in one process. */
  readonly atATime: number;
};

const minute = 60_000;

/** Below what the vendors' first paid tiers allow, since other programs may use the same key. */
const known: Readonly<Record<string, AskLimit>> = {
  openai: { rate: { burst: 60, periodMs: minute }, atATime: 6 },
  perplexity: { rate: { burst: 50, periodMs: minute }, atATime: 6 },
  xai: { rate: { burst: 60, periodMs: minute }, atATime: 6 },
  gemini: { rate: { burst: 60, periodMs: minute }, atATime: 6 },
  tavily: { rate: { burst: 90, periodMs: minute }, atATime: 6 },
};
const byKind: Readonly<Record<"engine" | "api" | "library", AskLimit>> = {
  engine: { rate: { burst: 60, periodMs: minute }, atATime: 6 },
  api: { rate: { burst: 120, periodMs: minute }, atATime: 6 },
  library: { rate: null, atATime: 12 },
};

export function askLimit(provider: { readonly id: string; readonly kind: "engine" | "api" | "library" }): AskLimit {
  return known[provider.id] ?? byKind[provider.kind];
}
