import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What the call gives, or the page for what does not exist: somebody else's looks the same as nothing. */
export async function orNotFound<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
