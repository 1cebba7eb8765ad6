// Merges the domains' routers. Nothing below imports it.
import { chatRouter } from "./chat/answers/router";
import { conversationsRouter } from "./chat/conversations/router";
import { identityRouter } from "./identity/router";
import { collectionsRouter } from "./library/collections/router";
import { documentsRouter } from "./library/documents/router";
import { readerRouter } from "./library/reader/router";
import { librarySearchRouter } from "./library/search/router";
import { categoriesRouter } from "./research/categories/router";
import { conflictsRouter } from "./research/conflicts/router";
import { editionsRouter } from "./research/editions/router";
import { providersRouter } from "./research/providers/router";
import { requestsRouter } from "./research/requests/router";
import { sourcesRouter } from "./research/verification/router";
import { watchesRouter } from "./research/watches/router";
import { createCallerFactory, router } from "./trpc/init";

export const appRouter = router({
  identity: identityRouter,
  documents: documentsRouter,
  collections: collectionsRouter,
  reader: readerRouter,
  search: librarySearchRouter,
  categories: categoriesRouter,
  providers: providersRouter,
  requests: requestsRouter,
  editions: editionsRouter,
  conflicts: conflictsRouter,
  sources: sourcesRouter,
  watches: watchesRouter,
  chat: chatRouter,
  conversations: conversationsRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
