import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askCrossref } from "./ask-crossref";

export const crossref = apiProvider({
  id: "crossref",
  name: "Crossref",
  limit: apiLimits.crossref,
  baseUrl: () => config().apis.crossref,
  ask: askCrossref,
});
