// The ledger's side of calls that other domains make: a model of meanings is paid for like any other.
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { Read, ReadingCall, SpendingPort } from "@/server/platform/spending-port";
import type { Cost } from "../providers/schema";
import type { Guard } from "./core/guard";
import { guardReading, reading, tokensOf } from "./core/guard-reading";
import { toUsd } from "./core/money";
import { costTicks, priceAt } from "./core/price";
import { shippedPrices } from "./core/shipped-prices";
import { priceInForce } from "./price-in-force";
import { reserveCall } from "./reserve-call";
import type { UnitPrices } from "./schema";
import { settleCall } from "./settle-call";

/** Google's models are priced under the engine that asks them. */
const priced: Readonly<Record<string, string>> = { google: "gemini" };
const free: Guard = { usd: 0, estimateTicks: 0, reserveTicks: 0, reason: "Free." };

/** Sets aside what a call may cost under its owner's cap for the month, makes it, and writes down what it cost. */
export const readingLedger: SpendingPort = async (ctx, call, make) => {
  const { characters, model, ownerId } = call;
  const provider = priced[call.provider] ?? call.provider;
  const prices = await pricesOf(ctx, provider, model);
  // The operator's own endpoint is free unless somebody says what it costs.
  const isFree = provider === "compatible" && prices === null;
  const guard = isFree ? free : guardReading(characters, model, prices, config().spending.unknownCallUsd);
  const plan = { ownerId, request: null, answerId: null, provider, name: `The model ${model}`, model, purpose: "embed" as const, attempt: 1, guard };
  const reservation = await reserveCall(ctx, plan);
  if (reservation.state === "refused") return { refused: "the month's limit is reached" };
  if (reservation.state === "wait") return { refused: "calls under way may need what is left of the month's limit" };
  const { callId } = reservation;
  const settle = (cost: Cost, errorKind: string | null) =>
    ctx.db.transaction((tx) => settleCall(tx, { callId, cost, outcome: errorKind === null ? "ok" : "failed", errorKind, endedAt: ctx.clock.now() }));
  let read: Awaited<ReturnType<typeof make>>;
  try {
    read = await make();
  } catch (error) {
    await settle(isFree ? freeCost : { usd: null, basis: "unknown", reason: "It was given up while it was being asked." }, "cancelled");
    throw error;
  }
  await settle(isFree ? freeCost : costOf(call, read, prices), read.failure?.kind ?? null);
  return { value: read.value };
};

const freeCost: Cost = { usd: 0, basis: "free", reason: "The operator's own endpoint, for which no price is set." };

/** What the operator set for an answer engine is the price of that engine's model, not of this one. */
async function pricesOf({ db, clock }: Pick<Ctx, "db" | "clock">, provider: string, model: string): Promise<UnitPrices | null> {
  const now = clock.now();
  const known = await priceInForce(db, provider, model, now);
  if (known && known.origin !== "operator") return known.prices;
  if (config().standins.on) return null;
  const shipped = shippedPrices(provider, model).map((row, version) => ({ ...row, version }));
  return priceAt(shipped, now)?.prices ?? null;
}

function costOf({ characters }: ReadingCall, { tokens, failure }: Read<unknown>, prices: UnitPrices | null): Cost {
  if (failure && !failure.retryable) return { usd: 0, basis: "estimated", reason: "It was refused before it began." };
  if (failure) return { usd: null, basis: "unknown", reason: "It did not say what it used." };
  if (prices === null) return { usd: null, basis: "unknown", reason: "No price is set for its model." };
  const usd = toUsd(costTicks(prices, reading(tokens ?? tokensOf(characters))));
  const used = tokens === null ? "What it was sent, at four characters a token," : "What it used";
  return { usd, basis: "estimated", reason: `${used} times its list price.` };
}
