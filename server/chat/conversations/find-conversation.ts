import type { Queryable } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import { type ConversationRow, findConversation as find } from "./store";

/** One of the owner's conversations; null for one that is not there or somebody else's. */
export async function findConversation(db: Queryable, scope: OwnerScope, id: string): Promise<ConversationRow | null> {
  return find(db, scope, id);
}
