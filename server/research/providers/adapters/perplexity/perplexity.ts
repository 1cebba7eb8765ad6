import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askPerplexity } from "./ask-perplexity";

export const perplexity: Provider = {
  info: () => {
    const { apiKey, estimateUsd, model } = config().engines.perplexity;
    return { id: "perplexity", name: "Perplexity", kind: "engine", off: offWithoutKey(apiKey, "PERPLEXITY_API_KEY"), estimateUsd, model };
  },
  ask: async (question, { ctx, signal, fetch = globalThis.fetch }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.perplexity;
    if (apiKey === null) return notAsked("perplexity", settings.model, "PERPLEXITY_API_KEY");
    return askPerplexity(question, { ...settings, apiKey, contact, fetch, signal, now: ctx.clock.now() });
  },
};
