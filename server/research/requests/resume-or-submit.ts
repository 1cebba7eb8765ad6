import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import type { SubmitRequest } from "./schema";
import { findByKeyPrefix } from "./store";
import { submitRequest } from "./submit-request";

/** Takes up the actor's unfinished request of this key prefix, or submits a new one under the next free key. */
export async function resumeOrSubmit(
  ctx: Ctx,
  input: Omit<SubmitRequest, "idempotencyKey">,
  keyPrefix: string,
): Promise<{ id: string; resumed: boolean }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can ask for research.");
  const earlier = await findByKeyPrefix(ctx.db, ownerScope(ctx.actor.userId), keyPrefix);
  const [latest] = earlier;
  if (latest && (latest.status === "pending" || latest.status === "processing")) return { id: latest.id, resumed: true };
  const submitted = await submitRequest(ctx, { ...input, idempotencyKey: `${keyPrefix}${earlier.length + 1}` });
  return { id: submitted.id, resumed: submitted.existing };
}
