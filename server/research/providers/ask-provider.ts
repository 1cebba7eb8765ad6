import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { advanceCategory } from "../requests/advance-category";
import { type CategoryRun, loadRun } from "../requests/load-run";
import { categoryRef, tell, tellAnswer } from "../requests/progress";
import { isOpen, whileOpen } from "../requests/while-open";
import { rememberAnswer } from "../resilience/answer-cache";
import { askGuarded, type GuardedAnswer } from "../resilience/ask-guarded";
import { retryWait } from "../resilience/core/retry";
import { keepSnapshots } from "../snapshots/snapshots";
import { costOfAnswer, settleCall } from "../spending/settle-call";
import { blankAnswer } from "./core/engine-answer";
import { givenPassages } from "./given-passages";
import type { Provider } from "./port";
import { questionFor } from "./question";
import { findProvider } from "./registry";
import type { Answer, Cost, ProviderError, ProviderInfo } from "./schema";
import { type AnswerRow, correctCost, countAttempt, endAnswer, findAnswer, insertAnswer, noteFailure } from "./store";

export type AskInput = {
  readonly requestCategoryId: string;
  readonly round: number;
  readonly provider: string;
  /** When this is the last try, a failure is stored instead of being tried again. */
  readonly lastAttempt: boolean;
};
type FindProvider = (id: string) => Provider | null;

export type AskOutcome = { readonly status: AnswerRow["status"] | "skipped"; readonly sources: number };

/** Asks one provider for one category and stores its answer once; an answer that is stored is never asked for again. */
export async function askProvider(
  ctx: Ctx,
  input: AskInput,
  find: FindProvider = findProvider,
  random: () => number = Math.random,
): Promise<AskOutcome> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { status: "skipped", sources: 0 };
  const row = await beginAsking(ctx, run, input);
  if (!row) return { status: "skipped", sources: 0 };
  if (row.status !== "asking") return { status: row.status, sources: row.sourceCount };
  const asked = await ask(ctx, run, row, find);
  const { answer } = asked;
  const waitMs = answer.error && !input.lastAttempt ? retryWait(answer.error, row.attempts, random()) : null;
  if (answer.error && waitMs !== null) {
    await tellRetry(ctx, run, row, asked, answer.error, waitMs);
    throw new AppError("unavailable", answer.error.message, { retryAfterMs: waitMs });
  }
  await storeAnswer(ctx, run, row, asked);
  return { status: answer.status, sources: answer.sources.length };
}

/** The answer row of this round: made on the first try, counted up on the others. */
async function beginAsking(ctx: Ctx, run: CategoryRun, input: AskInput): Promise<AnswerRow | null> {
  const { category, request } = run;
  return whileOpen(ctx, run, async (tx, now) => {
    const fresh = await insertAnswer(tx, {
      id: newId(),
      requestCategoryId: category.id,
      provider: input.provider,
      round: input.round,
      status: "asking",
      startedAt: ctx.clock.now(),
    });
    if (fresh) {
      await advanceCategory(tx, ctx, now, "asking");
      const body = { category: categoryRef(category), provider: input.provider };
      await tell(tx, ctx, request.id, "provider.asked", body, `${category.slug}:${input.provider}:${input.round}`);
      return fresh;
    }
    const known = await findAnswer(tx, category.id, input.provider, input.round);
    if (!known) throw new AppError("internal", "The answer could not be stored.");
    if (known.status !== "asking") return known;
    await countAttempt(tx, known.id, known.attempts + 1);
    return { ...known, attempts: known.attempts + 1 };
  });
}

async function ask(ctx: Ctx, run: CategoryRun, row: AnswerRow, find: FindProvider): Promise<GuardedAnswer> {
  const { request, definition } = run;
  const provider = find(row.provider);
  const off = provider ? provider.info().off : "it is not known here any more.";
  if (!provider || off) {
    const error: ProviderError = { kind: "gone", retryable: false, message: `${row.provider} cannot be asked: ${off}` };
    return { answer: blankAnswer({ provider: row.provider, model: null, error }), callId: null, cacheKey: null };
  }
  const { ownerId, documentIds } = request;
  // Who asks one provider again wants its answer, not the one that is there.
  const fresh = request.fresh || run.category.asksOnly !== null;
  const question = questionFor(definition, request.subject, request.identity);
  const given = provider.info().overPassages ? await givenPassages(ctx, run) : null;
  if (given?.none) return { answer: nothingToRead(provider.info(), given.none), callId: null, cacheKey: null };
  const asked = await askGuarded(ctx, {
    provider,
    question: given ? { ...question, passages: given.passages } : question,
    ownerId,
    documentIds,
    fresh,
    request,
    answerId: row.id,
    purpose: "ask",
    attempt: row.attempts,
  });
  return asked.answer.error?.notAsked && row.error && !row.error.notAsked ? notAskedAgain(asked, row.error) : asked;
}

function nothingToRead({ id, name }: ProviderInfo, none: string): Answer {
  const message = `${name} was not asked: it answers over passages of other sources, and ${none}.`;
  return blankAnswer({ provider: id, model: null, status: "refused", error: { kind: "bad_request", notAsked: true, retryable: false, message } });
}

/** It was asked and failed before; that it may not be asked once more does not make that undone. */
function notAskedAgain(asked: GuardedAnswer, before: ProviderError): GuardedAnswer {
  const message = `${before.message} It was not tried again. ${asked.answer.error?.message ?? ""}`.trim();
  return { ...asked, answer: { ...asked.answer, status: "failed", error: { ...before, retryable: false, message } } };
}

async function tellRetry(ctx: Ctx, run: CategoryRun, row: AnswerRow, asked: GuardedAnswer, error: ProviderError, waitMs: number): Promise<void> {
  const { request, category } = run;
  const body = { category: categoryRef(category), provider: row.provider, attempt: row.attempts, reason: error.message, waitMs };
  await ctx.db.transaction(async (tx) => {
    const open = await isOpen(tx, run);
    const cost = await settle(tx, ctx, row, asked);
    if (!open) return correctCost(tx, row.id, cost);
    await noteFailure(tx, row.id, error);
    await tell(tx, ctx, request.id, "provider.retrying", body, `${category.slug}:${row.provider}:${row.round}:${row.attempts}`);
  });
}

async function storeAnswer(ctx: Ctx, run: CategoryRun, row: AnswerRow, asked: GuardedAnswer): Promise<void> {
  const { category } = run;
  const { answer, cacheKey } = asked;
  await ctx.db.transaction(async (tx) => {
    const open = await isOpen(tx, run);
    // What it cost is written in any case: it was spent.
    const cost = await settle(tx, ctx, row, asked);
    if (!open) return correctCost(tx, row.id, cost);
    const hashes = await keepSnapshots(tx, [...answer.sources.map((source) => source.text), ...(answer.raw === null ? [] : [answer.raw])]);
    const sources = answer.sources.map(({ text: _text, ...source }, index) => ({ ...source, textHash: hashes[index] ?? "" }));
    const { provider, status, model, servedModel, text, queries, usage, error } = answer;
    const sourceCount = sources.length;
    const found = { sources, claims: answer.claims, ...(answer.spans.length > 0 ? { spans: answer.spans } : {}) };
    const rawHash = answer.raw === null ? null : (hashes.at(-1) ?? null);
    const endedAt = ctx.clock.now();
    const change = { status, model, servedModel, text, queries, usage, cost, error, sourceCount, found, rawHash, endedAt };
    if (!(await endAnswer(tx, row.id, change))) return correctCost(tx, row.id, cost);
    await tellAnswer(tx, ctx, category, { provider, round: row.round, status, sourceCount, cost, error });
    if (cacheKey !== null) await rememberAnswer(tx, ctx, { key: cacheKey, provider, answerId: row.id });
  });
}

/** Ends the call's line in the ledger; what all calls for the answer cost. */
async function settle(tx: Tx, ctx: Ctx, row: AnswerRow, { answer, callId }: GuardedAnswer): Promise<Cost> {
  if (callId !== null) {
    const { cost, status: outcome, error } = answer;
    await settleCall(tx, { callId, cost, outcome, errorKind: error?.kind ?? null, endedAt: ctx.clock.now() });
  }
  return (await costOfAnswer(tx, row.id)) ?? answer.cost;
}
