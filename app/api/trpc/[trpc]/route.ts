import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { asAppError, errorResponse } from "@/server/http/error-response";
import { readBody } from "@/server/http/read-body";
import { isSameOrigin } from "@/server/http/same-origin";
import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { appRouter } from "@/server/router";
import { contextFor, joinsAsOperator } from "@/server/trpc/context";

/** The longest input is an edited category or a search among ten thousand documents; files have routes of their own. */
const mostBytes = 2 * 1024 * 1024;
/** Calls of one page are sent together; more together is nobody's page. */
const mostCalls = 50;
const tooLong = () => new AppError("too_large", "This request is longer than 2 MB. Nothing was changed; send less at once.");

async function handle(request: Request): Promise<Response> {
  if (!isSameOrigin(request.method, request.headers) && !joinsAsOperator(request.headers)) {
    return Response.json({ error: { message: "This request came from another site. Nothing was changed." } }, { status: 403 });
  }
  let req: Request;
  try {
    req = await bounded(request);
  } catch (error) {
    return errorResponse(asAppError(error), newId());
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    maxBatchSize: mostCalls,
    createContext: () => contextFor(request.headers, { signal: request.signal }),
  });
}

/** The request with its whole body at hand, which tRPC reads without a limit. */
async function bounded(request: Request): Promise<Request> {
  if (request.body === null) return request;
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: await readBody(request, mostBytes, tooLong) });
}

export { handle as GET, handle as POST };
