import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askRxNorm } from "./ask-rxnorm";

export const rxNorm = apiProvider({
  id: "rxnorm",
  name: "RxNorm",
  limit: apiLimits.rxnorm,
  baseUrl: () => config().apis.rxnorm,
  ask: askRxNorm,
});
