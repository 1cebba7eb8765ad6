import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askXai } from "./ask-xai";

export const xai: Provider = {
  info: () => {
    const { apiKey, estimateUsd, model } = config().engines.xai;
    return { id: "xai", name: "xAI", kind: "engine", off: offWithoutKey(apiKey, "XAI_API_KEY"), estimateUsd, model };
  },
  ask: async (question, { ctx, signal, fetch = globalThis.fetch, idempotencyKey }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.xai;
    if (apiKey === null) return notAsked("xai", settings.model, "XAI_API_KEY");
    return askXai(question, { ...settings, apiKey, contact, fetch, signal, idempotencyKey, now: ctx.clock.now() });
  },
};
