import type { Ctx } from "@/server/platform/context";
import { readEvents } from "@/server/progress/watch";
import { streamOf } from "../requests/progress";
import { visibleRequest } from "../requests/visible-request";
import { writingOf } from "./core/writing";
import { mostEvents } from "./panel/limits";
import type { Writing } from "./panel/schema";

/** Who wrote the text of a category, for those who may see the request. */
export async function readWriting(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; slug: string }): Promise<Writing> {
  const request = await visibleRequest(ctx, input.id);
  return writingOf(await readEvents(ctx.db, streamOf(request.id), 0, mostEvents), input.slug);
}
