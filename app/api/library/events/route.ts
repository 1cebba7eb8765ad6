import { progressStream } from "@/app/api/progress-stream";
import { route, withUser } from "@/server/http/route";
import { readCursor } from "@/server/http/sse";
import { watchLibrary } from "@/server/library/documents/watch-library";
import { ownerScope } from "@/server/platform/context";

/** What happens in the caller's library: a snapshot of its totals first, then every event after the cursor. It has no end of its own. */
export const GET = route(
  "library.events",
  withUser(async ({ request, ctx }) => {
    const cursor = readCursor(request);
    const watch = await watchLibrary(ctx, ownerScope(ctx.actor.userId));
    const snapshot = { seq: cursor === null || cursor > watch.seq ? watch.seq : cursor, totals: watch.totals };
    return progressStream({ request, ctx, userId: ctx.actor.userId, cursor, snapshot, seq: watch.seq, events: watch.events });
  }),
);
