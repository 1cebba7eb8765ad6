// The one way to a language model: a question with the form of its answer, and an object of that form or a reason. It has no tools and no memory;
// what it returns is a proposal that the caller has to check.
import { setTimeout as sleep } from "node:timers/promises";
import { generateText, NoObjectGeneratedError, Output } from "ai";
import { z } from "zod";
import { config } from "./config";
import type { Ctx } from "./context";
import { readObject } from "./llm-answer";
import { Bill, type LlmCost, type LlmUsage } from "./llm-bill";
import type { LlmSettings } from "./llm-config";
import { errorOf, errorOfAnswer, type LlmError, nameOf } from "./llm-errors";
import { modelOf, providerOptions } from "./llm-models";

export type { LlmCost, LlmUsage } from "./llm-bill";
export type ProposeInput<T> = {
  readonly schema: z.ZodType<T>;
  /** The rules. Nothing of third parties belongs here. */
  readonly system: string;
  /** The question, with all data of third parties fenced. */
  readonly prompt: string;
  /** What it is for, in the log: "claims", "summary". */
  readonly purpose: string;
  readonly maxOutputTokens: number;
  readonly signal?: AbortSignal;
};
export type Proposal<T> = {
  readonly usage: LlmUsage;
  readonly model: string;
  readonly cost: LlmCost;
  /** When it was made that stands for this one, which nobody was asked for. */
  readonly keptAt?: string;
} & ({ readonly object: T; readonly error?: undefined } | { readonly error: LlmError; readonly object?: undefined });

/** A failure that may pass is tried once more, after at most this. */
const longestPauseMs = 20_000;
const pauseMs = 1000;

// The SDK would print warnings past the log.
Reflect.set(globalThis, "AI_SDK_LOG_WARNINGS", false);

/** The model that writes, or null when none is set. */
export function llmConfigured(): { provider: string; model: string } | null {
  const settings = config().llm;
  return settings && { provider: settings.provider, model: settings.model };
}

/** Asks the configured model for an object. Whatever the model or its endpoint does is a value; only the caller's own cancel is thrown. */
export async function proposeObject<T>(ctx: Pick<Ctx, "log" | "signal">, input: ProposeInput<T>): Promise<Proposal<T>> {
  const settings = config().llm;
  if (!settings) {
    const error: LlmError = { kind: "off", retryable: false, message: "No model is set." };
    return { error, usage: { inputTokens: 0, outputTokens: 0, calls: 0 }, model: "none", cost: { usd: 0, basis: "estimated" } };
  }
  const signal = input.signal ? AbortSignal.any([ctx.signal, input.signal]) : ctx.signal;
  signal.throwIfAborted();
  const bill = new Bill(settings);
  const result = await ask(settings, input, signal, bill);
  const outcome = result.error ? { error: result.error.kind, status: result.error.status } : {};
  ctx.log.info({ llm: { purpose: input.purpose, model: bill.model, ...bill.usage, usd: bill.cost().usd, ...outcome } }, "model asked");
  return { ...result, usage: bill.usage, model: bill.model, cost: bill.cost() };
}

type Result<T> = { readonly object: T; readonly error?: undefined } | { readonly error: LlmError; readonly object?: undefined };

async function ask<T>(settings: LlmSettings, input: ProposeInput<T>, signal: AbortSignal, bill: Bill): Promise<Result<T>> {
  const again = (prompt: string, structured: boolean) => call(settings, input, prompt, structured, signal, bill);
  let { result, problem } = await again(input.prompt, true);
  const pause = result.error?.retryAfterMs ?? pauseMs;
  if (result.error?.retryable && result.error.kind !== "timeout" && pause <= longestPauseMs) {
    await sleep(pause, undefined, { signal });
    ({ result, problem } = await again(input.prompt, true));
  }
  // An endpoint that knows no response schema refuses the question; the form stands in the rules as well.
  const plain = result.error?.kind === "bad_request" && settings.provider === "compatible";
  if (plain) ({ result, problem } = await again(input.prompt, false));
  if (problem === null) return result;
  return (await again(`${input.prompt}\n\n${repairRequest(problem)}`, !plain)).result;
}

/** What was wrong, without the answer itself: what a text talked the model into is not said to it again. */
function repairRequest(problem: string): string {
  return `An earlier answer to this was not of the form asked for (${problem}). Answer again, with one JSON object of that form and nothing else.`;
}

/** `problem`: what of an answer that came was not as asked, in words that hold nothing of it. */
type Attempt<T> = { readonly result: Result<T>; readonly problem: string | null };

async function call<T>(
  settings: LlmSettings,
  input: ProposeInput<T>,
  prompt: string,
  structured: boolean,
  signal: AbortSignal,
  bill: Bill,
): Promise<Attempt<T>> {
  const expiry = AbortSignal.timeout(settings.timeoutMs);
  const form = JSON.stringify(z.toJSONSchema(input.schema));
  try {
    const answer = await generateText({
      model: modelOf(settings, structured),
      instructions: `${input.system}\n\nAnswer with one JSON object of this form (JSON Schema), and nothing else:\n${form}`,
      prompt,
      output: Output.object({ schema: input.schema }),
      maxOutputTokens: input.maxOutputTokens,
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, expiry]),
      providerOptions,
      telemetry: { isEnabled: false },
    });
    bill.add(answer.usage, answer.response.modelId);
    return checked(answer.text, input.schema, settings, answer.finishReason);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!NoObjectGeneratedError.isInstance(error)) {
      bill.add(undefined, undefined);
      return { result: { error: errorOf(error, nameOf(settings), expiry.aborted, settings.timeoutMs) }, problem: null };
    }
    bill.add(error.usage, error.response?.modelId);
    return checked(error.text ?? "", input.schema, settings, error.finishReason);
  }
}

function checked<T>(text: string, schema: z.ZodType<T>, settings: LlmSettings, finishReason: string | undefined): Attempt<T> {
  const read = readObject(text, schema, settings.apiKey);
  if (read.ok) return { result: { object: read.object }, problem: null };
  const error = errorOfAnswer(nameOf(settings), finishReason);
  return { result: { error }, problem: error.kind === "schema" ? read.problem : null };
}
