import type { Ctx } from "@/server/platform/context";
import type { ProgressEvent } from "@/server/progress/schema";
import { readEvents } from "@/server/progress/watch";
import { streamOf } from "./progress";
import { visibleRequest } from "./visible-request";

/** What a page shows of the past; the rest is in the stream for whoever asks with a cursor. */
const most = 200;

/** The last events of a request up to a number, newest first. */
export async function readPastEvents(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; upTo: number }): Promise<ProgressEvent[]> {
  const request = await visibleRequest(ctx, input.id);
  const events = await readEvents(ctx.db, streamOf(request.id), Math.max(0, input.upTo - most), most);
  return events.filter((event) => event.seq <= input.upTo).reverse();
}
