import { config } from "@/server/platform/config";
import { notAsked, offWithoutKey } from "../../core/engine-off";
import type { Provider } from "../../port";
import { askGemini } from "./ask-gemini";

const passagesNote = "It answers over passages of other sources alone, and does not search.";
const groundedNote =
  "GEMINI_GROUNDING is on: Google's terms for grounded answers appear to forbid keeping, analysing and following what they cite. Read them before you use it.";

export const gemini: Provider = {
  info: () => {
    const { apiKey, estimateUsd, model, grounding } = config().engines.gemini;
    const note = grounding ? groundedNote : passagesNote;
    const off = offWithoutKey(apiKey, "GEMINI_API_KEY");
    return { id: "gemini", name: "Gemini", kind: "engine", off, estimateUsd, model, note, overPassages: !grounding };
  },
  ask: async (question, { ctx, signal, fetch = globalThis.fetch }) => {
    const { engines, contact } = config();
    const { apiKey, ...settings } = engines.gemini;
    if (apiKey === null) return notAsked("gemini", settings.model, "GEMINI_API_KEY");
    return askGemini(question, { ...settings, apiKey, contact, fetch, signal, now: ctx.clock.now() });
  },
};
