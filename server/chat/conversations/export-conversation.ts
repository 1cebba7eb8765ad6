import type { Ctx, OwnerScope } from "@/server/platform/context";
import { conversationMarkdown } from "./core/markdown";
import { readConversation } from "./read-conversation";

/** A conversation as a Markdown file, sources and all; `origin` is where this program is reached, for links. */
export async function exportConversation(
  ctx: Pick<Ctx, "db" | "clock">,
  scope: OwnerScope,
  { id, origin = "" }: { id: string; origin?: string },
): Promise<{ fileName: string; text: string }> {
  const conversation = await readConversation(ctx, scope, { id });
  const name =
    conversation.title
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      // Cut in the middle of a character, it could not be sent.
      .replace(/\p{Cs}$/u, "") || "conversation";
  return { fileName: `${name}.md`, text: conversationMarkdown(conversation, ctx.clock.now().toISOString(), origin) };
}
