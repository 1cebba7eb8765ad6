import { router } from "@/server/trpc/init";
import { documentsRouter } from "./documents/router";
import { librarySearchRouter } from "./search/router";

export const libraryRouter = router({ documents: documentsRouter, search: librarySearchRouter });
