import type { Ctx } from "@/server/platform/context";
import { visibleRequest } from "../requests/visible-request";
import { toUsd } from "./core/money";
import type { Bill } from "./schema";
import { callsOfRequest } from "./store";

/** Every call of a request with what it cost, for those who may see the request. */
export async function readBill(ctx: Pick<Ctx, "db" | "actor">, input: { requestId: string }): Promise<Bill> {
  const request = await visibleRequest(ctx, input.requestId);
  const calls = await callsOfRequest(ctx.db, request.id);
  const known = calls.reduce((sum, call) => sum + (call.costTicks ?? 0), 0);
  return {
    lines: calls.map((call) => ({
      id: call.id,
      provider: call.provider,
      model: call.model,
      purpose: call.purpose,
      category: call.category,
      attempt: call.attempt,
      state: call.state,
      usd: call.costTicks === null ? null : toUsd(call.costTicks),
      basis: call.basis,
      reason: call.reason,
      startedAt: call.startedAt.toISOString(),
      endedAt: call.endedAt?.toISOString() ?? null,
    })),
    usd: toUsd(known),
    unknown: calls.filter((call) => call.state !== "open" && call.costTicks === null).length,
    open: calls.filter((call) => call.state === "open").length,
  };
}
