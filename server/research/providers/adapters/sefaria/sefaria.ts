import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askSefaria } from "./ask-sefaria";

export const sefaria = apiProvider({
  id: "sefaria",
  name: "Sefaria",
  limit: apiLimits.sefaria,
  baseUrl: () => config().apis.sefaria,
  ask: askSefaria,
});
