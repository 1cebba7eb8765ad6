import { config } from "@/server/platform/config";
import type { Ctx, OutgoingEvent } from "@/server/platform/context";
import { finishRequest } from "./finish-request";
import { categoryStarted, requestSubmitted } from "./schema";
import { categoriesOf, isSettled, quietRequests, type RequestRow } from "./store";

/** A run says something every few seconds; two minutes of silence mean that its event or its worker was lost. */
const quietMs = 2 * 60_000;
/** A request is set going again at most once in this time: it may only be slow. */
const revivalMs = 5 * 60_000;

/** Finds requests in which nothing has moved for a while and sets them going again, or ends them when their time is over. */
export async function sweepRequests(ctx: Ctx): Promise<{ revived: number; ended: number }> {
  const now = ctx.clock.now();
  const quiet = await quietRequests(ctx.db, new Date(now.getTime() - quietMs));
  let ended = 0;
  const events: OutgoingEvent[] = [];
  for (const request of quiet) {
    const overdue = request.startedAt !== null && now.getTime() - request.startedAt.getTime() > config().research.endMs;
    const settled = await finishRequest(ctx, { requestId: request.id, round: request.round, overdue });
    if (settled.ended) ended += 1;
    else events.push(...(await revival(ctx, request, now)));
  }
  if (events.length > 0) {
    ctx.log.warn({ requests: quiet.map((request) => request.id) }, "quiet requests were set going again");
    await ctx.events.send(events);
  }
  return { revived: quiet.length - ended, ended };
}

/** New event ids: an event with the old id would be taken for a repetition. Every step is idempotent, so a second run does no harm. */
async function revival(ctx: Ctx, request: RequestRow, now: Date): Promise<OutgoingEvent[]> {
  const turn = Math.floor(now.getTime() / revivalMs);
  const underWay = (await categoriesOf(ctx.db, [request.id])).filter((row) => !isSettled(row) && row.startedAt !== null);
  if (underWay.length === 0)
    return [
      { id: `${request.id}:${request.round}:submitted:${turn}`, name: requestSubmitted.name, data: { requestId: request.id, round: request.round } },
    ];
  return underWay.map((row) => ({
    id: `${row.id}:${row.round}:started:${turn}`,
    name: categoryStarted.name,
    data: { requestId: request.id, requestCategoryId: row.id, round: row.round },
  }));
}
