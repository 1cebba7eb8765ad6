import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askOpenAi } from "./ask-openai";

export const openAi: Provider = {
  info: () => {
    const { apiKey, estimateUsd, model } = config().engines.openai;
    return { id: "openai", name: "OpenAI", kind: "engine", off: offWithoutKey(apiKey, "OPENAI_API_KEY"), estimateUsd, model };
  },
  ask: async (question, { ctx, signal, fetch = globalThis.fetch, idempotencyKey }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.openai;
    if (apiKey === null) return notAsked("openai", settings.model, "OPENAI_API_KEY");
    return askOpenAi(question, { ...settings, apiKey, contact, fetch, signal, idempotencyKey, now: ctx.clock.now() });
  },
};
