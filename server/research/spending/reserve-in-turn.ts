import type { Ctx } from "@/server/platform/context";
import { pause } from "@/server/platform/pause";
import { type CallPlan, type Reservation, reserveCall } from "./reserve-call";

const stepMs = 500;
/** Calls under way end within this, one way or another. */
const longestWaitMs = 5 * 60_000;

/** Sets money aside for a call, waiting while calls under way may need what is left. Rejects with the signal's reason when cancelled. */
export async function reserveInTurn(
  ctx: Pick<Ctx, "db" | "clock" | "signal">,
  plan: CallPlan,
  wait: (ms: number, signal: AbortSignal) => Promise<unknown> = pause,
): Promise<Exclude<Reservation, { state: "wait" }>> {
  for (let waited = 0; ; waited += stepMs) {
    ctx.signal.throwIfAborted();
    const reservation = await reserveCall(ctx, plan);
    if (reservation.state !== "wait") return reservation;
    if (waited >= longestWaitMs) return { state: "refused", reason: `${plan.name} was not asked: calls under way may need what is left of the cap.` };
    await wait(stepMs, ctx.signal);
  }
}
