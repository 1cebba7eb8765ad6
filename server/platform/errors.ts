// The one error that crosses layers. `message` is for the log, `userMessage` for people; transports map `code` once.

export const errorCodes = [
  "bad_request",
  "unauthorised",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "unsupported",
  "rate_limited",
  "cancelled",
  "unavailable",
  "configuration",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, userMessage: string, options: { message?: string; cause?: unknown; retryAfterMs?: number } = {}) {
    super(options.message ?? userMessage, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.userMessage = userMessage;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Recognised by shape, since bundles may hold the class twice. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "userMessage" in error;
}

export function notFound(what: string): AppError {
  return new AppError("not_found", `There is no such ${what}.`);
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
