import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { isSameOrigin } from "@/server/http/same-origin";
import { appRouter } from "@/server/router";
import { contextFor, joinsAsOperator } from "@/server/trpc/context";

async function handle(request: Request): Promise<Response> {
  if (!isSameOrigin(request.method, request.headers) && !joinsAsOperator(request.headers)) {
    return Response.json({ error: { message: "This request came from another site. Nothing was changed." } }, { status: 403 });
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => contextFor(request.headers, { signal: request.signal }),
  });
}

export { handle as GET, handle as POST };
