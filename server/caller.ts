// Calls from server components: the same procedures, the same checks, no HTTP.
import { headers } from "next/headers";
import { cache } from "react";
import { createCaller } from "./router";
import { contextFor } from "./trpc/context";

/** One context per rendered request. */
const requestContext = cache(async () => contextFor(await headers()));

export async function caller() {
  return createCaller(await requestContext());
}
