import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { scopeOf } from "./scope";
import { findRequest, type RequestRow } from "./store";

/** The request, if the actor may see it. Somebody else's is as absent as one that never was. */
export async function visibleRequest(ctx: Pick<Ctx, "actor"> & { readonly db: Queryable }, id: string): Promise<RequestRow> {
  const request = await findRequest(ctx.db, scopeOf(ctx.actor), id);
  if (!request) throw notFound("request");
  return request;
}
