import { TRPCError } from "@trpc/server";
import { asAppError } from "@/server/http/error-response";

/** What a procedure refused, as a sentence: what is ours lies inside what it throws, and what the ladder refused is said by itself. */
export function told(error: unknown): string {
  if (!(error instanceof TRPCError)) return asAppError(error).userMessage;
  if (error.cause) return asAppError(error.cause).userMessage;
  return error.code === "UNAUTHORIZED" ? "Your session has ended. Nothing was changed; sign in again." : error.message;
}
