import { config } from "@/server/platform/config";
import { apiProvider } from "../record/api-provider";
import { apiLimits } from "../record/limits";
import { askBibleApi } from "./ask-bible-api";

export const bibleApi = apiProvider({
  id: "bible-api",
  name: "bible-api",
  limit: apiLimits.bibleApi,
  baseUrl: () => config().apis.bibleApi,
  ask: askBibleApi,
});
