import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askDailyMed } from "./ask-dailymed";

export const dailyMed = apiProvider({
  id: "dailymed",
  name: "DailyMed",
  limit: apiLimits.dailymed,
  baseUrl: () => config().apis.dailymed,
  ask: askDailyMed,
});
