import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { findProvider } from "../providers/registry";
import type { Question } from "../providers/schema";
import { settleCall } from "../spending/settle-call";
import { administrator } from "./administrator";
import { askGuarded } from "./ask-guarded";
import { closeBreaker } from "./breakers";
import type { TestCallResult } from "./schema";

/** Small, public, and answered by nearly everything that can be asked. */
const question: Question = {
  subject: "aspirin",
  aliases: ["acetylsalicylic acid"],
  queries: ["aspirin elimination half-life"],
  terms: ["half-life"],
  labelSections: ["clinical_pharmacology", "pharmacokinetics", "indications_and_usage"],
  facts: [{ name: "half_life", label: "Elimination half-life", synonyms: ["half-life"] }],
};
const passage: Question = { ...question, subject: "John 3:16", aliases: [], queries: ["John 3:16"], terms: ["world"], labelSections: [] };
const ofScripture = new Set(["sefaria", "bible-api"]);

/** Asks a provider one small question on the administrator's account; failures before it are forgotten, so that a provider that rests is asked as well. */
export async function testProvider(ctx: Ctx, input: { provider: string }): Promise<TestCallResult> {
  const { userId } = administrator(ctx);
  const provider = findProvider(input.provider);
  if (!provider) throw notFound("provider");
  const { off, name } = provider.info();
  if (off) throw new AppError("bad_request", `${name} cannot be asked: ${off}`);
  await closeBreaker(ctx.db, provider);
  const started = ctx.clock.now();
  const { answer, callId } = await askGuarded(ctx, {
    provider,
    question: ofScripture.has(input.provider) ? passage : question,
    ownerId: userId,
    documentIds: [],
    fresh: true,
    request: null,
    answerId: null,
    purpose: "test",
    attempt: 1,
  });
  const endedAt = ctx.clock.now();
  const { cost, status, error } = answer;
  await ctx.db.transaction(async (tx) => {
    if (callId !== null) await settleCall(tx, { callId, cost, outcome: status, errorKind: error?.kind ?? null, endedAt });
    await recordAudit(tx, ctx, {
      action: "provider.test",
      entity: "provider",
      entityId: input.provider,
      after: { status, error: error?.kind ?? null },
    });
  });
  return {
    status,
    message: error?.message ?? `${name} answered.`,
    sources: answer.sources.length,
    servedModel: answer.servedModel,
    ms: endedAt.getTime() - started.getTime(),
    costUsd: cost.usd,
    costBasis: cost.basis,
  };
}
