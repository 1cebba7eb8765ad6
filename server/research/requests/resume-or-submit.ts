import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import type { SubmitRequest } from "./schema";
import { findByKeyPrefix, findOpen, isOpenStatus } from "./store";
import { announcePending, submitRequest } from "./submit-request";

/** The actor's requests that have not ended, by id: for a process that looks before it sets the durable functions going. */
export async function openRequests(ctx: Pick<Ctx, "db" | "actor">): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account has requests.");
  return new Set((await findOpen(ctx.db, ownerScope(ctx.actor.userId))).map((request) => request.id));
}

/**
 * Takes up the actor's unfinished request of this key prefix, or submits a new one under the next free key. What was
 * open when the caller began (`openBefore`) is taken up too, although it may have ended since.
 */
export async function resumeOrSubmit(
  ctx: Ctx,
  input: Omit<SubmitRequest, "idempotencyKey">,
  keyPrefix: string,
  openBefore: ReadonlySet<string> = new Set(),
): Promise<{ id: string; resumed: boolean }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can ask for research.");
  const earlier = await findByKeyPrefix(ctx.db, ownerScope(ctx.actor.userId), keyPrefix);
  const [latest] = earlier;
  if (latest && (openBefore.has(latest.id) || isOpenStatus(latest.status))) {
    // Who submitted it may have been ended before its event was sent.
    await announcePending(ctx, latest);
    return { id: latest.id, resumed: true };
  }
  const submitted = await submitRequest(ctx, { ...input, idempotencyKey: `${keyPrefix}${earlier.length + 1}` });
  return { id: submitted.id, resumed: submitted.existing };
}
