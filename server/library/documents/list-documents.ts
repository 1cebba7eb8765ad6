import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type DocumentItem, documentItem } from "./document-item";
import { listSteps } from "./list-steps";
import { countByStatus, type ListedPage, listRows } from "./store";

export type DocumentList = {
  readonly documents: readonly DocumentItem[];
  /** Pass as `before` for the next page; null at the end. */
  readonly next: string | null;
  readonly totals: {
    readonly documents: number;
    readonly passages: number;
    readonly waiting: number;
    readonly failed: number;
    /** Of the example library. */
    readonly examples: number;
  };
};

/** The owner's documents and those others share, newest first, with what the owner's own library holds. */
export async function listDocuments(ctx: Pick<Ctx, "db">, scope: OwnerScope, page: ListedPage): Promise<DocumentList> {
  const rows = await listRows(ctx.db, scope, { ...page, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const steps = await listSteps(
    ctx,
    scope,
    shown.map((row) => row.id),
  );
  const counts = await countByStatus(ctx.db, scope);
  const sum = (pick: (row: (typeof counts)[number]) => number) => counts.reduce((total, row) => total + pick(row), 0);
  return {
    documents: shown.map((row) => documentItem(row, scope, steps.get(row.id) ?? [])),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
    totals: {
      documents: sum((row) => row.documents),
      passages: sum((row) => row.passages),
      waiting: sum((row) => (row.status === "queued" || row.status === "processing" ? row.documents : 0)),
      failed: sum((row) => (row.status === "failed" ? row.documents : 0)),
      examples: sum((row) => row.examples),
    },
  };
}
