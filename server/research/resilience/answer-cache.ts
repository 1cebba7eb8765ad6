// An answer of an engine stands for the same question for a while: marked, and free. It is the stored answer itself, so that erasing that erases this.
import type { Tx } from "@/db/client";
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { Answer } from "../providers/schema";
import { readSnapshots } from "../snapshots/snapshots";
import { findCached, writeCached } from "./cache-store";

/** The answer that stands for a question, or null when it must be asked. */
export async function cachedAnswer(ctx: Pick<Ctx, "db" | "clock">, key: string): Promise<Answer | null> {
  if (config().spending.cacheMs === 0) return null;
  const found = await findCached(ctx.db, key, ctx.clock.now());
  if (!found?.answer.found) return null;
  const { answer, askedAt } = found;
  const stored = answer.found ?? { sources: [], claims: [] };
  const hashes = [...stored.sources.map((source) => source.textHash), ...(answer.rawHash === null ? [] : [answer.rawHash])];
  const texts = await readSnapshots(ctx.db, hashes);
  if (hashes.some((hash) => !texts.has(hash))) return null;
  return {
    provider: answer.provider,
    model: answer.model,
    servedModel: answer.servedModel,
    text: answer.text,
    status: "ok",
    sources: stored.sources.map(({ textHash, ...source }) => ({ ...source, text: texts.get(textHash) ?? "" })),
    spans: stored.spans ?? [],
    claims: stored.claims,
    queries: answer.queries,
    usage: {},
    cost: { usd: 0, basis: "free", reason: "The same question was answered before; nothing was asked.", cachedAt: askedAt.toISOString() },
    error: null,
    requestId: null,
    raw: answer.rawHash === null ? null : (texts.get(answer.rawHash) ?? null),
  };
}

/** Lets a stored answer stand for its question. Only whole answers do. */
export async function rememberAnswer(tx: Tx, ctx: Pick<Ctx, "clock">, input: { key: string; provider: string; answerId: string }): Promise<void> {
  const { cacheMs } = config().spending;
  if (cacheMs === 0) return;
  const askedAt = ctx.clock.now();
  await writeCached(tx, { ...input, askedAt, expiresAt: new Date(askedAt.getTime() + cacheMs) });
}
