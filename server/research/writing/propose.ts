import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { type LlmCost, llmConfigured, type Proposal, type ProposeInput, proposeObject } from "@/server/platform/llm";
import type { Cost } from "../providers/schema";
import { type CategoryRun, loadRun } from "../requests/load-run";
import { guardOf } from "../spending/core/guard";
import { priceAnswer } from "../spending/core/price-answer";
import { priceInForce } from "../spending/price-in-force";
import { reserveInTurn } from "../spending/reserve-in-turn";
import { settleCall } from "../spending/settle-call";

/** Whose price counts, by the wire: Google's models are priced under the engine that asks them. */
const priced: Readonly<Record<string, string>> = { openai: "openai", xai: "xai", google: "gemini", compatible: "compatible" };

/** Asks the model that writes, within the caps of the request and of its owner's month; the call stands in the ledger like any other. */
export async function proposeWithin<T>(
  ctx: Ctx,
  { request, category }: Pick<CategoryRun, "request" | "category">,
  input: ProposeInput<T>,
): Promise<Proposal<T>> {
  const configured = llmConfigured();
  if (!configured) return proposeObject(ctx, input);
  const unused = { usage: { inputTokens: 0, outputTokens: 0, calls: 0 }, model: configured.model, cost: { usd: 0, basis: "estimated" as const } };
  // A step asks many questions; none of them is worth its money once nobody waits for the answer.
  if (!(await loadRun(ctx.db, category.id, category.round)))
    return { ...unused, error: { kind: "off", retryable: false, message: "The category is no longer worked on." } };
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
    ownerId: request.ownerId,
    request: { id: request.id, capUsd: request.capUsd },
    answerId: null,
    provider,
    name: `The model ${configured.model}`,
    model: configured.model,
    purpose: "write",
    attempt: 1,
    guard,
  });
  if (reservation.state === "refused") return { ...unused, error: { kind: "cap", retryable: false, message: reservation.reason } };
  const settle = (cost: Cost, errorKind: string | null) =>
    ctx.db.transaction((tx) =>
      settleCall(tx, { callId: reservation.callId, cost, outcome: errorKind === null ? "ok" : "failed", errorKind, endedAt: ctx.clock.now() }),
    );
  let proposal: Proposal<T>;
  try {
    proposal = await proposeObject(ctx, input);
  } catch (error) {
    await settle({ usd: null, basis: "unknown", reason: "It was given up while it was being asked." }, "cancelled");
    throw error;
  }
  const cost = costOf(proposal, price, free);
  await settle(cost, proposal.error?.kind ?? null);
  const shown: LlmCost = cost.usd === null ? { usd: null, basis: "unknown" } : { usd: cost.usd, basis: "estimated" };
  return { ...proposal, cost: shown };
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
