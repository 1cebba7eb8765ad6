import { readConversation } from "@/server/chat/conversations/read-conversation";
import { watchConversation } from "@/server/chat/conversations/watch-conversation";
import { route, withUser } from "@/server/http/route";
import { type Frame, readCursor, sseResponse } from "@/server/http/sse";
import { ownerScope } from "@/server/platform/context";
import { contextFor } from "@/server/trpc/context";

/** An answer as it is written: the conversation first, then every event after the cursor. 204 while nothing is being written. */
export const GET = route<{ id: string }>(
  "chat.events",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const scope = ownerScope(ctx.actor.userId);
    const cursor = readCursor(request);
    const watch = await watchConversation(ctx, scope, { id: params.id, cursor });
    if (watch.over) return new Response(null, { status: 204 });
    const snapshot = await readConversation(ctx, scope, { id: params.id });
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
