import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askTavily } from "./ask-tavily";

export const tavily: Provider = {
  info: () => {
    const { apiKey, estimateUsd, model } = config().engines.tavily;
    return { id: "tavily", name: "Tavily", kind: "engine", off: offWithoutKey(apiKey, "TAVILY_API_KEY"), estimateUsd, model };
  },
  ask: async (question, { ctx, signal, fetch = globalThis.fetch }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.tavily;
    if (apiKey === null) return notAsked("tavily", settings.model, "TAVILY_API_KEY");
    return askTavily(question, { ...settings, apiKey, contact, fetch, signal, now: ctx.clock.now() });
  },
};
