import { exportConversation } from "@/server/chat/conversations/export-conversation";
import { route, withUser } from "@/server/http/route";
import { ownerScope } from "@/server/platform/context";

/** A conversation as a Markdown file. */
export const GET = route<{ id: string }>(
  "chat.export",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const input = { id: params.id, origin: originOf(request) };
    const { fileName, text } = await exportConversation(ctx, ownerScope(ctx.actor.userId), input);
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

/** Where the reader reaches this program, so that links lead back; empty where that is not plain. */
function originOf({ headers, url }: Request): string {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim();
  const host = first("x-forwarded-host") ?? first("host") ?? "";
  const scheme = first("x-forwarded-proto") ?? new URL(url).protocol.slice(0, -1);
  return /^[\w.-]+(?::\d+)?$/.test(host) && /^https?$/.test(scheme) ? `${scheme}://${host}` : "";
}
