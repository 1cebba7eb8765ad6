import type { Ctx } from "@/server/platform/context";
import { readAtOnce } from "@/server/platform/read-at-once";
import { visibleRequest } from "../requests/visible-request";
import { buildEdition } from "./build-edition";
import { runSnapshot } from "./run-snapshot";
import type { Edition, RunSnapshot } from "./schema";

/** A request's result as far as it has come, for those who may see it. */
export async function readEdition(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<Edition> {
  return readAtOnce(ctx.db, async (db) => buildEdition(db, await visibleRequest({ ...ctx, db }, id)));
}

/** Where a run stands, for the live page. */
export async function readRun(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<RunSnapshot> {
  return readAtOnce(ctx.db, async (db) => runSnapshot(db, await visibleRequest({ ...ctx, db }, id)));
}
