import { progressStream } from "@/app/api/progress-stream";
import { route, withUser } from "@/server/http/route";
import { readCursor } from "@/server/http/sse";
import { readRun } from "@/server/research/editions/read-edition";
import { watchRun } from "@/server/research/requests/watch-run";

/** A run's progress: a snapshot first, then every event after the cursor, until the run has ended. 204 when there is nothing more to come. */
export const GET = route<{ id: string }>(
  "research.events",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const cursor = readCursor(request);
    const watch = await watchRun(ctx, { id: params.id, cursor });
    if (watch.over) return new Response(null, { status: 204 });
    const snapshot = await readRun(ctx, params.id);
    return progressStream({ request, ctx, userId: ctx.actor.userId, cursor, snapshot, seq: watch.seq, events: watch.events });
  }),
);

/** Seconds a host may let the stream live; it ends itself before. */
export const maxDuration = 300;
