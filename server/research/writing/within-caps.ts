// A call of the model that writes, within the caps of its request, where it has one, and of its owner's month; it stands in the ledger like any other.
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { type LlmCost, llmConfigured, type Proposal } from "@/server/platform/llm";
import type { Cost } from "../providers/schema";
import { guardOf } from "../spending/core/guard";
import { priceAnswer } from "../spending/core/price-answer";
import { priceInForce } from "../spending/price-in-force";
import { reserveInTurn } from "../spending/reserve-in-turn";
import { settleCall } from "../spending/settle-call";

/** Whose price counts, by the wire: Google's models are priced under the engine that asks them. */
const priced: Readonly<Record<string, string>> = { openai: "openai", xai: "xai", google: "gemini", compatible: "compatible" };

export type Payer = {
  readonly ownerId: string /** Null for a call that belongs to no request. */;
  readonly request: { readonly id: string; readonly capUsd: number } | null;
};

/** Sets money aside, makes the call, and settles what it cost. A cap that leaves nothing is a value; what the call throws is thrown after settling. */
export async function withinCaps<T>(ctx: Ctx, payer: Payer, call: () => Promise<Proposal<T>>): Promise<Proposal<T>> {
  const configured = llmConfigured();
  if (!configured) return call();
  const provider = priced[configured.provider] ?? configured.provider;
  const known = await priceInForce(ctx.db, provider, configured.model, ctx.clock.now());
  // What the operator set for an answer engine is the price of that engine's model.
  const price = known?.origin === "operator" ? null : known;
  // The operator's own endpoint is free unless somebody says what it costs.
  const free = provider === "compatible" && price === null;
  const prices = price?.prices ?? null;
  const { unknownCallUsd: unknownUsd } = config().spending;
  const guard = guardOf({ provider, model: free ? null : configured.model, prices, statedUsd: 0, unknownUsd, dearestTicks: 0 });
  const reservation = await reserveInTurn(ctx, {
    ...payer,
    answerId: null,
    provider,
    name: `The model ${configured.model}`,
    model: configured.model,
    purpose: "write",
    attempt: 1,
    guard,
  });
  if (reservation.state === "refused") return refused(configured.model, { kind: "cap", retryable: false, message: reservation.reason });
  const settle = (cost: Cost, errorKind: string | null) =>
    ctx.db.transaction((tx) =>
      settleCall(tx, { callId: reservation.callId, cost, outcome: errorKind === null ? "ok" : "failed", errorKind, endedAt: ctx.clock.now() }),
    );
  let proposal: Proposal<T>;
  try {
    proposal = await call();
  } catch (error) {
    await settle({ usd: null, basis: "unknown", reason: "It was given up while it was being asked." }, "cancelled");
    throw error;
  }
  const cost = costOf(proposal, price, free);
  await settle(cost, proposal.error?.kind ?? null);
  const shown: LlmCost = cost.usd === null ? { usd: null, basis: "unknown" } : { usd: cost.usd, basis: "estimated" };
  return { ...proposal, cost: shown };
}

/** A proposal that nobody was asked for. */
export function refused(model: string, error: NonNullable<Proposal<unknown>["error"]>): Proposal<never> {
  return { error, usage: { inputTokens: 0, outputTokens: 0, calls: 0 }, model, cost: { usd: 0, basis: "estimated" } };
}

function costOf(proposal: Proposal<unknown>, price: Parameters<typeof priceAnswer>[1], free: boolean): Cost {
  const { inputTokens, outputTokens } = proposal.usage;
  if (free) return { usd: 0, basis: "free", reason: "The operator's own endpoint, for which no price is set." };
  if (inputTokens + outputTokens === 0)
    return proposal.error?.retryable
      ? { usd: null, basis: "unknown", reason: "It did not say what it used." }
      : { usd: 0, basis: "estimated", reason: "It was refused before it began." };
  const { usd } = proposal.cost;
  const own: Cost = usd === null ? { usd: null, basis: "unknown" } : { usd, basis: "estimated", reason: "What it used times its list price." };
  return priceAnswer({ cost: own, usage: { inputTokens, outputTokens }, model: proposal.model, status: "ok" }, price);
}
