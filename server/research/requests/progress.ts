// Typed access to a request's progress stream.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { recordProgress } from "@/server/progress/record";
import { type RunEventBody, type RunEventType, runEventBodies } from "./run-events";

export const streamOf = (requestId: string) => `request:${requestId}`;

/** Appends one event; `dedupe` names it within the request, so that a repeated step appends nothing. */
export async function tell<T extends RunEventType>(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  requestId: string,
  type: T,
  body: RunEventBody<T>,
  dedupe: string,
): Promise<void> {
  const parsed: Record<string, unknown> = runEventBodies[type].parse(body);
  await recordProgress(tx, streamOf(requestId), ctx.clock.now(), { type, body: parsed, dedupeKey: `${type}:${dedupe}` });
}

type EndedAnswer = {
  readonly provider: string;
  readonly round: number;
  readonly status: "asking" | RunEventBody<"provider.answered">["status"];
  readonly sourceCount: number;
  readonly cost: { readonly usd: number | null } | null;
  readonly error: { readonly message: string } | null;
};

/** Says how a provider's answer for a category ended. */
export async function tellAnswer(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  category: { requestId: string; slug: string; name: string; position: number },
  answer: EndedAnswer,
): Promise<void> {
  if (answer.status === "asking") return;
  const body = {
    category: categoryRef(category),
    provider: answer.provider,
    status: answer.status,
    sources: answer.sourceCount,
    costUsd: answer.cost?.usd ?? null,
    reason: answer.error?.message ?? null,
  };
  await tell(tx, ctx, category.requestId, "provider.answered", body, `${category.slug}:${answer.provider}:${answer.round}`);
}

/** How a category is named in events. */
export function categoryRef(row: { slug: string; name: string; position: number }): { slug: string; name: string; number: number } {
  return { slug: row.slug, name: row.name, number: row.position };
}
