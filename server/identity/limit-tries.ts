import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { type RateLimit, takeToken } from "@/server/platform/rate-limit";

const perAddress: RateLimit = { burst: 20, periodMs: 60_000 };
const perAccount: RateLimit = { burst: 5, periodMs: 60_000 };

type LimitCtx = Pick<Ctx, "db" | "clock">;

/** Counts one try of `address`, known or not; throws `rate_limited` after 20 in a minute. */
export async function limitAddress(ctx: LimitCtx, address: string): Promise<void> {
  await takeToken(ctx.db, `sign-in:address:${address}`, perAddress, ctx.clock.now(), wait);
}

/** Counts one try for an e-mail address, whether it has an account or not; throws `rate_limited` after 5 in a minute. */
export async function limitAccount(ctx: LimitCtx, email: string): Promise<void> {
  // Hashed, so that the limits hold no list of who tried.
  await takeToken(ctx.db, `sign-in:account:${sha256(email).slice(0, 32)}`, perAccount, ctx.clock.now(), wait);
}

function wait(seconds: number): string {
  return `Too many tries. Nothing was changed; try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
}
