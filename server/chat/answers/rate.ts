// How often one account may ask.
import type { RateLimit } from "@/server/platform/rate-limit";
import { askLimits } from "./schema";

export const askedRate: RateLimit = { burst: askLimits.perMinute, periodMs: 60_000 };
export const rateKey = (userId: string): string => `chat:${userId}`;
