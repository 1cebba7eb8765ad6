// A new round of an ended request: what retry and asking one provider again share. The categories that are not named stay as they are.
import type { Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { closeStream } from "@/server/progress/record";
import { streamOf, tell } from "./progress";
import { requestSubmitted } from "./schema";
import { isOpenStatus, lockRequest, type RequestCategoryRow, type RequestRow, updateCategoryIf, updateRequestIf } from "./store";

/** Locks an ended request for the rest of the transaction. Throws `conflict` while it runs. */
export async function lockEnded(tx: Tx, visible: RequestRow): Promise<RequestRow> {
  const request = (await lockRequest(tx, visible.id)) ?? visible;
  if (isOpenStatus(request.status)) throw new AppError("conflict", "This request is still running. Nothing was changed.");
  return request;
}

type Reopened = {
  readonly request: RequestRow;
  /** Each with the one provider that its round asks, or null for all. */
  readonly categories: readonly { readonly row: RequestCategoryRow; readonly asksOnly: string | null }[];
  readonly action: string;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** Begins the next round with these categories queued; which round it is. The caller holds the lock, and sends `submittedEvent` after the commit. */
export async function reopenRequest(tx: Tx, ctx: Ctx, { request, categories, action, after }: Reopened): Promise<number> {
  const round = request.round + 1;
  const open = { status: "pending", round, startedAt: null, endedAt: null, cancelledAt: null, note: null } as const;
  await updateRequestIf(tx, request.id, [request.status], open);
  for (const { row, asksOnly } of categories) {
    const clean = { outcome: null, coverage: null, confidence: null, quality: null, steps: [], startedAt: null, endedAt: null, error: null };
    const counts = { sourceCount: 0, independentCount: 0, withheldCount: 0 };
    await updateCategoryIf(tx, row.id, [row.state], { ...clean, ...counts, state: "queued", round, asksOnly });
  }
  await recordAudit(tx, ctx, {
    action,
    entity: "request",
    entityId: request.id,
    before: { status: request.status },
    after: { round, categories: categories.length, ...after },
  });
  await closeStream(tx, streamOf(request.id), null);
  const [only] = categories.length === 1 ? categories : [];
  const slugs = categories.map(({ row }) => row.slug);
  const body = { categories: categories.length, slugs, ...(only?.asksOnly ? { provider: only.asksOnly } : {}) };
  await tell(tx, ctx, request.id, "request.retried", body, String(round));
  return round;
}

export function submittedEvent(requestId: string, round: number) {
  return { id: `${requestId}:${round}:submitted`, name: requestSubmitted.name, data: { requestId, round } };
}
