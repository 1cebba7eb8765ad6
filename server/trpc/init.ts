// The ladder of procedures that routers stand on: public, signed in, approved, admin. Who somebody is was read from the database for this call.
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Ctx } from "@/server/platform/context";
import { diskFull } from "@/server/platform/disk-full";
import { AppError, type ErrorCode, isAppError } from "@/server/platform/errors";
import { isStorable, unstorable } from "@/server/platform/storable";

/** `actor` is null for visitors. */
export type RequestCtx = Omit<Ctx, "actor"> & { readonly actor: Ctx["actor"] | null };

const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  bad_request: "BAD_REQUEST",
  unauthorised: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  unsupported: "UNSUPPORTED_MEDIA_TYPE",
  rate_limited: "TOO_MANY_REQUESTS",
  cancelled: "CLIENT_CLOSED_REQUEST",
  unavailable: "SERVICE_UNAVAILABLE",
  configuration: "INTERNAL_SERVER_ERROR",
  internal: "INTERNAL_SERVER_ERROR",
};

const t = initTRPC.context<RequestCtx>().create({
  transformer: superjson,
  errorFormatter({ shape, error, ctx }) {
    const cause = error.cause;
    const { stack: _stack, path, code, httpStatus } = shape.data;
    const data = { code, httpStatus, path, requestId: ctx?.requestId ?? null, retryAfterMs: isAppError(cause) ? (cause.retryAfterMs ?? null) : null };
    return { ...shape, message: userMessage(error, cause), data };
  },
});

function userMessage(error: TRPCError, cause: unknown): string {
  if (isAppError(cause)) return cause.userMessage;
  if (cause instanceof ZodError) return cause.issues[0]?.message ?? "The input is not valid.";
  return error.code === "INTERNAL_SERVER_ERROR" ? "Something broke here. Nothing was saved; try again." : error.message;
}

/** Maps our errors to tRPC's and writes one line per call. */
const edge = t.middleware(async ({ ctx, path, type, next }) => {
  const started = ctx.clock.now().getTime();
  const result = await next();
  const ms = ctx.clock.now().getTime() - started;
  if (result.ok) {
    ctx.log.debug({ path, type, ms, requestId: ctx.requestId }, "call");
    return result;
  }
  const thrown = result.error.cause;
  const cause = isAppError(thrown) ? thrown : diskFull(thrown);
  if (cause) {
    const error = new TRPCError({ code: trpcCodes[cause.code], message: cause.userMessage, cause });
    ctx.log[severity(cause)]({ path, type, ms, requestId: ctx.requestId, code: cause.code, err: cause.message }, "call failed");
    return { ...result, error };
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") ctx.log.error({ path, type, ms, requestId: ctx.requestId, err: result.error }, "call broke");
  return result;
});

function severity(error: AppError): "error" | "info" {
  return error.code === "internal" || error.code === "configuration" ? "error" : "info";
}

const signedIn = t.middleware(({ ctx, next }) => {
  if (ctx.actor?.kind !== "user") throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

const approved = signedIn.unstable_pipe(({ ctx, next }) => {
  if (ctx.actor.status !== "approved") throw new TRPCError({ code: "FORBIDDEN", message: "Your account is waiting for an administrator." });
  return next({ ctx });
});

const admin = approved.unstable_pipe(({ ctx, next }) => {
  if (ctx.actor.role !== "admin") throw new TRPCError({ code: "FORBIDDEN", message: "Only administrators may do this." });
  return next({ ctx });
});

/** Looked at once for all procedures: a driver would only tell of it as of a fault of ours. After the ladder, so that nobody's body is read who may not ask. */
const storable = t.middleware(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) throw new AppError("bad_request", unstorable);
  return next();
});

export const { router, createCallerFactory, mergeRouters } = t;
export const publicProcedure = t.procedure.use(edge);
export const approvedProcedure = publicProcedure.use(approved).use(storable);
export const adminProcedure = publicProcedure.use(admin).use(storable);
