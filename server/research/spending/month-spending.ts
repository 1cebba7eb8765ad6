import { config } from "@/server/platform/config";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { toUsd } from "./core/money";
import { utcMonth } from "./core/month";
import type { MonthSpending } from "./schema";
import { sumsOfMonth } from "./store";

/** What an account has spent in the current month (UTC), what is set aside for calls under way, and its cap. */
export async function monthSpending(ctx: Pick<Ctx, "db" | "clock">, scope: OwnerScope): Promise<MonthSpending> {
  const month = utcMonth(ctx.clock.now());
  const { spentTicks, openTicks } = await sumsOfMonth(ctx.db, scope.ownerId, month);
  return { month: month.name, spentUsd: toUsd(spentTicks), reservedUsd: toUsd(openTicks), capUsd: config().spending.monthlyCapUsd };
}
