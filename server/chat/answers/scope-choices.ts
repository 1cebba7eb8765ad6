import { listDocuments } from "@/server/library/documents/list-documents";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { listOwnRequests } from "@/server/research/requests/list-requests";

const documentsShown = 200;

export type ScopeChoices = {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly passages: number; readonly collection: string | null }[];
  readonly editions: readonly { readonly id: string; readonly subject: string; readonly endedAt: string }[];
  readonly totals: { readonly documents: number; readonly passages: number };
};

/** The newest documents and editions that a conversation can be limited to. */
export async function readScopeChoices(ctx: Pick<Ctx, "db" | "actor">, owner: OwnerScope): Promise<ScopeChoices> {
  const { documents, totals } = await listDocuments(ctx, owner, { limit: documentsShown });
  const { requests } = await listOwnRequests(ctx, { before: null });
  return {
    documents: documents
      .filter(({ status }) => status === "ready")
      .map(({ id, title, passages, collection }) => ({ id, title, passages, collection })),
    editions: requests.flatMap(({ id, subject, endedAt, found }) => (endedAt && found > 0 ? [{ id, subject, endedAt }] : [])),
    totals: { documents: totals.documents - totals.waiting - totals.failed, passages: totals.passages },
  };
}
