import { route, withUser } from "@/server/http/route";
import { type Frame, readCursor, sseResponse } from "@/server/http/sse";
import { readRun } from "@/server/research/editions/read-edition";
import { watchRun } from "@/server/research/requests/watch-run";
import { contextFor } from "@/server/trpc/context";

/** A run's progress: a snapshot first, then every event after the cursor, until the run has ended. 204 when there is nothing more to come. */
export const GET = route<{ id: string }>(
  "research.events",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const cursor = readCursor(request);
    const watch = await watchRun(ctx, { id: params.id, cursor });
    if (watch.over) return new Response(null, { status: 204 });
    const snapshot = await readRun(ctx, params.id);
    const after = cursor === null || cursor > watch.seq ? snapshot.seq : cursor;
    async function* frames(signal: AbortSignal): AsyncGenerator<Frame> {
      yield { event: "snapshot", id: after, data: snapshot };
      for await (const event of watch.events(after, signal)) yield { event: "progress", id: event.seq, data: event };
    }
    const stillAllowed = async () => {
      const { actor } = await contextFor(request.headers);
      return actor?.kind === "user" && actor.status === "approved";
    };
    return sseResponse({ request, userId: ctx.actor.userId, log: ctx.log, stillAllowed, frames });
  }),
);

/** Seconds a host may let the stream live; it ends itself before. */
export const maxDuration = 300;
