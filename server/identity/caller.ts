// Calls of the identity routes from pages and server actions, for the visitor whose request is being answered.
import { headers } from "next/headers";
import { cache } from "react";
import { contextFor } from "@/server/trpc/context";
import { createCallerFactory, type RequestCtx } from "@/server/trpc/init";
import { identityRouter } from "./router";

const call = createCallerFactory(identityRouter);

/** The context of the current request; built once while a page is rendered. */
export const pageContext = cache(async (): Promise<RequestCtx> => contextFor(await headers()));

export async function identityCaller(): Promise<ReturnType<typeof call>> {
  return call(await pageContext());
}
