import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askEuropePmc } from "./ask-europepmc";

export const europePmc = apiProvider({
  id: "europepmc",
  name: "Europe PMC",
  limit: apiLimits.europepmc,
  baseUrl: () => config().apis.europepmc,
  ask: askEuropePmc,
});
