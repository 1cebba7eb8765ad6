import type { Ctx } from "@/server/platform/context";
import { AppError, messageOf } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { advanceCategory } from "../requests/advance-category";
import { type CategoryRun, loadRun } from "../requests/load-run";
import { categoryRef, tell, tellAnswer } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { keepSnapshots } from "../snapshots/snapshots";
import type { Provider } from "./port";
import { questionFor } from "./question";
import { findProvider } from "./registry";
import type { Answer, ProviderError } from "./schema";
import { type AnswerRow, countAttempt, endAnswer, findAnswer, insertAnswer, noteFailure } from "./store";

export type AskInput = {
  readonly requestCategoryId: string;
  readonly round: number;
  readonly provider: string;
  /** When this is the last try, a failure is stored instead of being tried again. */
  readonly lastAttempt: boolean;
};
type FindProvider = (id: string) => Provider | null;

/** The wait before the first retry, milliseconds; each further one is twice as long. */
const firstRetryMs = 2000;

export type AskOutcome = { readonly status: AnswerRow["status"] | "skipped"; readonly sources: number };

/** Asks one provider for one category and stores its answer once; an answer that is stored is never asked for again. */
export async function askProvider(ctx: Ctx, input: AskInput, find: FindProvider = findProvider): Promise<AskOutcome> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { status: "skipped", sources: 0 };
  const row = await beginAsking(ctx, run, input);
  if (!row) return { status: "skipped", sources: 0 };
  if (row.status !== "asking") return { status: row.status, sources: row.sourceCount };
  const answer = await ask(ctx, run, input.provider, find);
  if (answer.error?.retryable && !input.lastAttempt) {
    const retryAfterMs = answer.error.retryAfterMs ?? firstRetryMs * 2 ** (row.attempts - 1);
    await tellRetry(ctx, run, row, answer.error, retryAfterMs);
    throw new AppError("unavailable", answer.error.message, { retryAfterMs });
  }
  await storeAnswer(ctx, run, row, answer);
  return { status: answer.status, sources: answer.sources.length };
}

/** The answer row of this round: made on the first try, counted up on the others. */
async function beginAsking(ctx: Ctx, run: CategoryRun, input: AskInput): Promise<AnswerRow | null> {
  const { category, request } = run;
  return whileOpen(ctx, run, async (tx) => {
    const fresh = await insertAnswer(tx, {
      id: newId(),
      requestCategoryId: category.id,
      provider: input.provider,
      round: input.round,
      status: "asking",
      startedAt: ctx.clock.now(),
    });
    if (fresh) {
      await advanceCategory(tx, ctx, category, "asking");
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

async function ask(ctx: Ctx, run: CategoryRun, id: string, find: FindProvider): Promise<Answer> {
  const provider = find(id);
  const off = provider ? provider.info().off : "it is not known here any more.";
  if (!provider || off) return failed(id, { kind: "gone", retryable: false, message: `${id} cannot be asked: ${off}` });
  const question = questionFor(run.definition, run.request.subject, run.request.identity);
  try {
    return await provider.ask(question, { ctx, ownerId: run.request.ownerId, documentIds: run.request.documentIds, signal: ctx.signal });
  } catch (error) {
    // Cancelled, or the process is stopping: there is no answer to store.
    if (ctx.signal.aborted) throw error;
    // An adapter that throws is a defect of ours; the category must not fall with it.
    ctx.log.error({ err: error, provider: id, requestId: run.request.id }, "provider adapter threw");
    return failed(id, { kind: "server", retryable: false, message: `${id} failed inside Variorum: ${messageOf(error)}` });
  }
}

function failed(provider: string, error: ProviderError): Answer {
  return {
    provider,
    model: null,
    servedModel: null,
    text: "",
    status: "failed",
    sources: [],
    spans: [],
    claims: [],
    queries: [],
    usage: {},
    cost: { usd: 0, basis: "free" },
    error,
    requestId: null,
    raw: null,
  };
}

async function tellRetry(ctx: Ctx, run: CategoryRun, row: AnswerRow, error: ProviderError, waitMs: number): Promise<void> {
  const { request, category } = run;
  const body = { category: categoryRef(category), provider: row.provider, attempt: row.attempts, reason: error.message, waitMs };
  await whileOpen(ctx, run, async (tx) => {
    await noteFailure(tx, row.id, error);
    await tell(tx, ctx, request.id, "provider.retrying", body, `${category.slug}:${row.provider}:${row.round}:${row.attempts}`);
  });
}

async function storeAnswer(ctx: Ctx, run: CategoryRun, row: AnswerRow, answer: Answer): Promise<void> {
  const { category } = run;
  await whileOpen(ctx, run, async (tx) => {
    const hashes = await keepSnapshots(tx, [...answer.sources.map((source) => source.text), ...(answer.raw === null ? [] : [answer.raw])]);
    const sources = answer.sources.map(({ text: _text, ...source }, index) => ({ ...source, textHash: hashes[index] ?? "" }));
    const { provider, status, model, servedModel, text, queries, usage, cost, error } = answer;
    const sourceCount = sources.length;
    const found = { sources, claims: answer.claims };
    const rawHash = answer.raw === null ? null : (hashes.at(-1) ?? null);
    const endedAt = ctx.clock.now();
    const change = { status, model, servedModel, text, queries, usage, cost, error, sourceCount, found, rawHash, endedAt };
    if (await endAnswer(tx, row.id, change)) await tellAnswer(tx, ctx, category, { provider, round: row.round, status, sourceCount, cost, error });
  });
}
