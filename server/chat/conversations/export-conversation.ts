import type { Ctx, OwnerScope } from "@/server/platform/context";
import { conversationMarkdown } from "./core/markdown";
import { readConversation } from "./read-conversation";

/** A conversation as a Markdown file, sources and all. */
export async function exportConversation(
  ctx: Pick<Ctx, "db" | "clock">,
  scope: OwnerScope,
  { id }: { id: string },
): Promise<{ fileName: string; text: string }> {
  const conversation = await readConversation(ctx, scope, { id });
  const name =
    conversation.title
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "conversation";
  return { fileName: `${name}.md`, text: conversationMarkdown(conversation, ctx.clock.now().toISOString()) };
}
