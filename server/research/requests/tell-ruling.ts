import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { categoryRef, tell } from "./progress";
import type { RunEventBody } from "./run-events";
import type { RequestCategoryRow } from "./store";

type Ruling = Omit<RunEventBody<"conflict.ruled">, "category"> & { readonly id: string };

/** Says in the request's stream that somebody ruled on a conflict by hand. */
export async function tellRuling(tx: Tx, ctx: Pick<Ctx, "clock">, category: RequestCategoryRow, { id, ...ruling }: Ruling): Promise<void> {
  await tell(tx, ctx, category.requestId, "conflict.ruled", { category: categoryRef(category), ...ruling }, id);
}
