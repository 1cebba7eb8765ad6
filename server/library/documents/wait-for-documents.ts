import type { Ctx, OwnerScope } from "@/server/platform/context";
import { readStatuses } from "./store";

export type Waited = {
  readonly ready: number;
  readonly failed: readonly { readonly documentId: string; readonly fileName: string; readonly reason: string }[];
};

const pollMs = 100;

/** Waits until none of the documents is queued or processing any more, or the signal aborts. */
export async function waitForDocuments(
  ctx: Pick<Ctx, "db" | "signal">,
  scope: OwnerScope,
  documentIds: readonly string[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Waited> {
  for (;;) {
    ctx.signal.throwIfAborted();
    const rows = await readStatuses(ctx.db, scope, documentIds);
    const waiting = rows.filter((row) => row.status === "queued" || row.status === "processing").length;
    onProgress(rows.length - waiting, rows.length);
    if (waiting === 0) {
      const failed = rows.filter((row) => row.status === "failed");
      return {
        ready: rows.length - failed.length,
        failed: failed.map(({ id, fileName, error }) => ({ documentId: id, fileName, reason: error ?? "It could not be read." })),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
