import { exportConversation } from "@/server/chat/conversations/export-conversation";
import { route, withUser } from "@/server/http/route";
import { ownerScope } from "@/server/platform/context";

/** A conversation as a Markdown file. */
export const GET = route<{ id: string }>(
  "chat.export",
  withUser<{ id: string }>(async ({ ctx, params }) => {
    const { fileName, text } = await exportConversation(ctx, ownerScope(ctx.actor.userId), { id: params.id });
    return new Response(text, {
      headers: {
        "content-type": "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename="conversation.md"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  }),
);
