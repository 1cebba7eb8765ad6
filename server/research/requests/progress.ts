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

/** How a category is named in events. */
export function categoryRef(row: { slug: string; name: string; position: number }): { slug: string; name: string; number: number } {
  return { slug: row.slug, name: row.name, number: row.position };
}
