import { route, withUser } from "@/server/http/route";
import { type Frame, readCursor, sseResponse } from "@/server/http/sse";
import { watchLibrary } from "@/server/library/documents/watch-library";
import { ownerScope } from "@/server/platform/context";
import { contextFor } from "@/server/trpc/context";

/** What happens in the caller's library: a snapshot of its totals first, then every event after the cursor. It has no end of its own. */
export const GET = route(
  "library.events",
  withUser(async ({ request, ctx }) => {
    const cursor = readCursor(request);
    const watch = await watchLibrary(ctx, ownerScope(ctx.actor.userId));
    const after = cursor === null || cursor > watch.seq ? watch.seq : cursor;
    async function* frames(signal: AbortSignal): AsyncGenerator<Frame> {
      yield { event: "snapshot", id: after, data: { seq: after, totals: watch.totals } };
      for await (const event of watch.events(after, signal)) yield { event: "progress", id: event.seq, data: event };
    }
    const stillAllowed = async () => {
      const { actor } = await contextFor(request.headers);
      return actor?.kind === "user" && actor.status === "approved";
    };
    return sseResponse({ request, userId: ctx.actor.userId, log: ctx.log, stillAllowed, frames });
  }),
);
