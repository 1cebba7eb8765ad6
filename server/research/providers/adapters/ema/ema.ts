import path from "node:path";
import { config } from "@/server/platform/config";
import { singleton } from "@/server/platform/singleton";
import type { Provider } from "../../port";
import { exchangeLimits } from "../record/api-provider";
import { askEma } from "./ask-ema";
import { makeMedicinesStore } from "./medicines-file";

const store = singleton("ema-medicines", makeMedicinesStore);

/** The EMA's medicines file as a provider: always on, free. */
export const ema: Provider = {
  info: () => ({ id: "ema", name: "EMA", kind: "api", off: null, estimateUsd: 0 }),
  ask: (question, { ctx, signal }) => {
    const { apis, contact, dataDir } = config();
    const folder = path.join(dataDir, "cache");
    return askEma(question, { baseUrl: apis.ema, contact, fetch, signal, now: ctx.clock.now(), folder, store, limits: exchangeLimits() });
  },
};
