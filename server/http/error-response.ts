import { ZodError } from "zod";
import { diskFull } from "@/server/platform/disk-full";
import { AppError, type ErrorCode, isAppError, messageOf } from "@/server/platform/errors";

const statuses: Record<ErrorCode, number> = {
  bad_request: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  cancelled: 499,
  unavailable: 503,
  configuration: 500,
  internal: 500,
};

/** Anything thrown, as the one error that people are shown. What is not ours tells nothing of itself. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof ZodError) return new AppError("bad_request", error.issues[0]?.message ?? "The input is not valid.", { cause: error });
  if (error instanceof Error && error.name === "AbortError") return new AppError("cancelled", "The request was given up.", { cause: error });
  const full = diskFull(error);
  if (full) return full;
  return new AppError("internal", "Something broke here. Nothing was saved; try again.", { message: messageOf(error), cause: error });
}

/** `{error: {code, message, requestId}}`, with Retry-After in whole seconds where waiting helps. */
export function errorResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ "cache-control": "no-store", "x-request-id": requestId });
  if (error.retryAfterMs !== undefined) headers.set("retry-after", String(Math.max(1, Math.ceil(error.retryAfterMs / 1000))));
  // What is wrong with the configuration is the operator's business: it stands in the log.
  const message =
    error.code === "configuration" ? "This installation is not set up correctly. Its operator finds the reason in the log." : error.userMessage;
  return Response.json({ error: { code: error.code, message, requestId } }, { status: statuses[error.code], headers });
}
