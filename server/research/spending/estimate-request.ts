import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import type { ProviderInfo } from "../providers/schema";
import { choose } from "../requests/check-request";
import type { SubmitRequest } from "../requests/schema";
import { toUsd } from "./core/money";
import { guardFor, modelOf } from "./guard-for";
import { monthSpending } from "./month-spending";
import type { Estimate, EstimateLine } from "./schema";

/** What a request would cost, for each provider and in all, before it is submitted. Throws one sentence for what it names and there is not. */
export async function estimateRequest(
  ctx: Pick<Ctx, "db" | "clock" | "actor">,
  wanted: Pick<SubmitRequest, "pack" | "categories" | "providers">,
): Promise<Estimate> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can ask for research.");
  const { categories, providers } = await choose(ctx.db, wanted);
  const naming = (info: ProviderInfo) => categories.filter((category) => category.definition.searchParameters.apis.includes(info.id)).length;
  const lines: EstimateLine[] = [];
  for (const info of providers) {
    const questions = info.kind === "api" ? naming(info) : categories.length;
    const { guard } = await guardFor(ctx.db, info, ctx.clock.now());
    lines.push({
      provider: info.id,
      name: info.name,
      model: modelOf(info),
      questions,
      usd: guard.usd === null ? null : toUsd(guard.estimateTicks * questions),
      mostUsd: toUsd(guard.reserveTicks * questions),
      reason: guard.reason,
    });
  }
  return {
    lines,
    usd: lines.reduce((sum, line) => sum + (line.usd ?? 0), 0),
    unknown: lines.filter((line) => line.usd === null && line.questions > 0).length,
    mostUsd: lines.reduce((sum, line) => sum + line.mostUsd, 0),
    month: await monthSpending(ctx, ownerScope(ctx.actor.userId)),
  };
}
