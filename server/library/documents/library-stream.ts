import type { Ctx, OwnerScope } from "@/server/platform/context";
import { openStream } from "@/server/progress/record";
import { libraryStream } from "./schema";

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];

/** Opens the owner's stream of library events unless it is open; it never ends. */
export async function openLibraryStream(tx: Tx, scope: OwnerScope): Promise<void> {
  await openStream(tx, { id: libraryStream(scope.ownerId), kind: "library", ownerId: scope.ownerId });
}
