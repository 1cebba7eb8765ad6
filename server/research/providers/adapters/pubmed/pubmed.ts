import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askPubMed } from "./ask-pubmed";

export const pubMed = apiProvider({
  id: "pubmed",
  name: "PubMed",
  limit: apiLimits.pubmed,
  baseUrl: () => config().apis.pubmed,
  ask: (question, options) => askPubMed(question, { ...options, apiKey: config().ncbiKey }),
});
