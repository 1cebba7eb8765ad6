// Typed access to a conversation's stream. Its events hold text of answers and go with the conversation.
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { recordProgress } from "@/server/progress/record";
import { type ChatEventType, chatEventBodies, chatStream } from "./schema";

/** Appends one event; `dedupe` names it within the conversation, so that a repeated step appends nothing. */
export async function tell<T extends ChatEventType>(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  conversationId: string,
  type: T,
  body: z.infer<(typeof chatEventBodies)[T]>,
  dedupe: string,
): Promise<void> {
  const parsed: Record<string, unknown> = chatEventBodies[type].parse(body);
  await recordProgress(tx, chatStream(conversationId), ctx.clock.now(), { type, body: parsed, dedupeKey: `${type}:${dedupe}` });
}
