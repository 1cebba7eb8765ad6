// What every route handler stands on: a context built for this request, one mapping of errors, one line in the log.
import type { Actor, Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";
import { isStorable, unstorable } from "@/server/platform/storable";
import { contextFor, joinsAsOperator } from "@/server/trpc/context";
import type { RequestCtx } from "@/server/trpc/init";
import { asAppError, errorResponse } from "./error-response";
import { isSameOrigin } from "./same-origin";

export type RouteParams = Readonly<Record<string, string | string[] | undefined>>;
export type RouteInput<P extends RouteParams = RouteParams, C extends RequestCtx = RequestCtx> = {
  readonly request: Request;
  readonly ctx: C;
  readonly params: P;
};
type Segment<P> = { readonly params: Promise<P> };
export type UserCtx = Ctx & { readonly actor: Extract<Actor, { kind: "user" }> };

/**
 * A Next route handler from one that is given a context. Refuses changes asked for by other sites; answers errors as JSON. `name` is how the log
 * calls the route.
 */
export function route<P extends RouteParams = RouteParams>(name: string, handler: (input: RouteInput<P>) => Promise<Response>) {
  return async (request: Request, segment: Segment<P>): Promise<Response> => {
    const requestId = newId();
    const started = performance.now();
    const about = { route: name, method: request.method, requestId };
    const elapsed = () => Math.round(performance.now() - started);
    try {
      if (!isSameOrigin(request.method, request.headers) && !joinsAsOperator(request.headers)) {
        throw new AppError("forbidden", "This request came from another site. Nothing was changed.");
      }
      const ctx = await contextFor(request.headers, { requestId, signal: request.signal });
      const params = await segment.params;
      if (!isStorable(params)) throw new AppError("bad_request", unstorable);
      const response = await handler({ request, ctx, params });
      logger().info({ ...about, status: response.status, ms: elapsed(), userId: ctx.actor?.kind === "user" ? ctx.actor.userId : null }, "request");
      return response;
    } catch (thrown) {
      const error = asAppError(thrown);
      const response = errorResponse(error, requestId);
      const broke = error.code === "internal" || error.code === "configuration";
      const cause = broke ? { err: error.cause ?? error } : { why: error.message };
      logger()[broke ? "error" : "info"]({ ...about, status: response.status, ms: elapsed(), code: error.code, ...cause }, "request failed");
      return response;
    }
  };
}

/** Lets only approved people through, as a handler for `route`. */
export function withUser<P extends RouteParams>(handler: (input: RouteInput<P, UserCtx>) => Promise<Response>) {
  return async ({ request, ctx, params }: RouteInput<P>): Promise<Response> => {
    const { actor } = ctx;
    if (actor?.kind !== "user") throw new AppError("unauthorised", "Sign in first.");
    if (actor.status !== "approved") throw new AppError("forbidden", "Your account is waiting for an administrator.");
    return handler({ request, ctx: { ...ctx, actor }, params });
  };
}
