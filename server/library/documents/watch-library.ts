import type { Ctx, OwnerScope } from "@/server/platform/context";
import type { ProgressEvent } from "@/server/progress/schema";
import { readStreamState, watchStream } from "@/server/progress/watch";
import { openLibraryStream } from "./library-stream";
import { type DocumentList, listDocuments } from "./list-documents";
import { libraryStream } from "./schema";

export type LibraryWatch = {
  /** Number of the newest event. */
  readonly seq: number;
  readonly totals: DocumentList["totals"];
  readonly events: (after: number, signal: AbortSignal) => AsyncGenerator<ProgressEvent>;
};

/** The stream of what happens in the owner's library. It has no end; a library without events yet has a stream all the same. */
export async function watchLibrary(ctx: Pick<Ctx, "db">, scope: OwnerScope): Promise<LibraryWatch> {
  const id = libraryStream(scope.ownerId);
  await ctx.db.transaction((tx) => openLibraryStream(tx, scope));
  // The number is read before the totals: an event between the two is then told twice rather than never.
  const seq = (await readStreamState(ctx.db, id))?.seq ?? 0;
  const { totals } = await listDocuments(ctx, scope, { limit: 1 });
  return { seq, totals, events: (after, signal) => watchStream(ctx.db, id, after, signal) };
}
