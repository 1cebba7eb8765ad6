import type { Ctx } from "@/server/platform/context";
import { administrator } from "./administrator";
import type { ListedUser } from "./schema";
import { selectUsers } from "./store";

/** Every account with its standing, those who wait first. Throws `forbidden`. */
export async function listUsers(ctx: Ctx): Promise<ListedUser[]> {
  return selectUsers(ctx.db, administrator(ctx.actor));
}
