import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askOpenFda } from "./ask-openfda";

/** openFDA as a provider: always on, free, slower without a key. */
export const openFda = apiProvider({
  id: "openfda",
  name: "openFDA",
  limit: apiLimits.openfda,
  // The categories of one run ask for the same labels: 60 million characters hold those of ten drugs.
  maxCharacters: 60_000_000,
  baseUrl: () => config().openfda.baseUrl,
  ask: (question, options) => askOpenFda(question, { ...options, apiKey: config().openfda.apiKey }),
});
