import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askGemini } from "./ask-gemini";

export const gemini: Provider = {
  info: () => {
    const { apiKey, estimateUsd } = config().engines.gemini;
    return { id: "gemini", name: "Gemini", kind: "engine", off: offWithoutKey(apiKey, "GEMINI_API_KEY"), estimateUsd };
  },
  ask: async (question, { ctx, signal }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.gemini;
    if (apiKey === null) return notAsked("gemini", settings.model, "GEMINI_API_KEY");
    return askGemini(question, { ...settings, apiKey, contact, fetch, signal, now: ctx.clock.now() });
  },
};
