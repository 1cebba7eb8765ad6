import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { listProviders } from "../providers/registry";
import type { ProviderInfo } from "../providers/schema";
import { callFigures } from "../spending/call-figures";
import { toUsd } from "../spending/core/money";
import { guardFor, modelOf } from "../spending/guard-for";
import { administrator } from "./administrator";
import { askLimit } from "./core/ask-limits";
import { limiterFor } from "./limiter";
import type { ProviderOverview } from "./schema";
import { allBreakers, allSettings } from "./store";
import { rateKey } from "./turns";

const groundingWarning =
  "Google's terms for grounded answers appear to forbid keeping, analysing and following what they cite. Grounding is on for this installation.";

/** Every provider with its switch, key, health, pace and spending: for administrators. */
export async function readOverview(ctx: Ctx): Promise<ProviderOverview[]> {
  administrator(ctx);
  const now = ctx.clock.now();
  const [settings, breakers, figures] = await Promise.all([allSettings(ctx.db), allBreakers(ctx.db), callFigures(ctx.db, now)]);
  const limiter = await limiterFor(ctx.db);
  return Promise.all(
    listProviders().map(async (info): Promise<ProviderOverview> => {
      const setting = settings.find((row) => row.provider === info.id);
      const breaker = breakers.find((row) => row.provider === info.id && row.openedUntil > now);
      const { rate, atATime } = askLimit(info);
      const used = rate ? await limiter.used(rateKey(info.id), rate, now) : 0;
      const { guard } = await guardFor(ctx.db, info, now);
      const own = figures.get(info.id);
      return {
        id: info.id,
        name: info.name,
        kind: info.kind,
        model: modelOf(info),
        key: keyOf(info),
        off: info.off,
        enabled: setting?.enabled ?? true,
        version: setting?.version ?? 0,
        switchedBy: setting ? { by: setting.changedBy, at: setting.changedAt.toISOString(), reason: setting.reason } : null,
        breaker: breaker
          ? { state: "resting", until: breaker.openedUntil.toISOString(), reason: breaker.reason }
          : { state: "closed", until: null, reason: null },
        rate: rate ? { perMinute: Math.round((rate.burst * 60_000) / rate.periodMs), used } : null,
        atATime,
        calls: own?.calls ?? { lastDay: 0, failed: 0, lost: 0, p50Ms: null, p95Ms: null },
        spend: own?.spend ?? { monthUsd: 0, unknown: 0 },
        estimate: { usd: guard.usd, mostUsd: toUsd(guard.reserveTicks), reason: guard.reason },
        warning: info.id === "gemini" && config().engines.gemini.grounding ? groundingWarning : null,
      };
    }),
  );
}

function keyOf(info: ProviderInfo): ProviderOverview["key"] {
  if (info.kind !== "engine") return "not needed";
  const engines: Readonly<Record<string, { readonly apiKey: string | null }>> = config().engines;
  return engines[info.id]?.apiKey ? "set" : "missing";
}
