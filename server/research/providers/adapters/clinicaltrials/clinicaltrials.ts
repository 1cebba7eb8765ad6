import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askClinicalTrials } from "./ask-clinicaltrials";

export const clinicalTrials = apiProvider({
  id: "clinicaltrials",
  name: "ClinicalTrials.gov",
  limit: apiLimits.clinicaltrials,
  baseUrl: () => config().apis.clinicaltrials,
  ask: askClinicalTrials,
});
