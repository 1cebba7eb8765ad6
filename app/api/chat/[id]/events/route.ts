import { progressStream } from "@/app/api/progress-stream";
import { readConversation } from "@/server/chat/conversations/read-conversation";
import { watchConversation } from "@/server/chat/conversations/watch-conversation";
import { route, withUser } from "@/server/http/route";
import { readCursor } from "@/server/http/sse";
import { ownerScope } from "@/server/platform/context";

/** An answer as it is written: the conversation first, then every event after the cursor. 204 while nothing is being written. */
export const GET = route<{ id: string }>(
  "chat.events",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const scope = ownerScope(ctx.actor.userId);
    const cursor = readCursor(request);
    const watch = await watchConversation(ctx, scope, { id: params.id, cursor });
    if (watch.over) return new Response(null, { status: 204 });
    const snapshot = await readConversation(ctx, scope, { id: params.id });
    return progressStream({ request, ctx, userId: ctx.actor.userId, cursor, snapshot, seq: watch.seq, events: watch.events });
  }),
);

/** Seconds a host may let the stream live; it ends itself before. */
export const maxDuration = 300;
