import type { Ctx, OwnerScope } from "@/server/platform/context";
import { conversationsCiting } from "./store";

/** The owner's conversations with an answer that cites one of the documents, the newest question first. */
export async function listCiting(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { documentId }: { documentId: string },
): Promise<{ id: string; title: string }[]> {
  return conversationsCiting(ctx.db, scope.ownerId, documentId);
}
