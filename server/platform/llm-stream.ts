// The same question to the same model as `proposeObject`, and what has come so far of the object while it is written. A model or an endpoint that
// cannot stream is asked in one piece.
import { Output, streamText } from "ai";
import { z } from "zod";
import { config } from "./config";
import type { Ctx } from "./context";
import { type Proposal, type ProposeInput, proposeObject } from "./llm";
import { readObject, withoutSecret } from "./llm-answer";
import { Bill } from "./llm-bill";
import { errorOf, errorOfAnswer, nameOf } from "./llm-errors";
import { modelOf, providerOptions } from "./llm-models";

/** What has come of an object: any part may be missing, the last one may be half a word. */
export type Partly<T> = T extends readonly (infer E)[]
  ? readonly Partly<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Partly<T[K]> | undefined }
    : T;

/** Asks for an object and hands over what has come of it, each time more. Only the caller's own cancel, and what `onPart` throws, is thrown. */
export async function streamObject<T>(
  ctx: Pick<Ctx, "log" | "signal">,
  input: ProposeInput<T>,
  onPart: (part: Partly<T>) => Promise<void>,
): Promise<Proposal<T>> {
  const settings = config().llm;
  if (!settings) return proposeObject(ctx, input);
  const signal = input.signal ? AbortSignal.any([ctx.signal, input.signal]) : ctx.signal;
  signal.throwIfAborted();
  const expiry = AbortSignal.timeout(settings.timeoutMs);
  const bill = new Bill(settings);
  let failure: unknown = null;
  let parts = 0;
  const result = streamText({
    model: modelOf(settings, true),
    instructions: `${input.system}\n\nAnswer with one JSON object of this form (JSON Schema), and nothing else:\n${JSON.stringify(z.toJSONSchema(input.schema))}`,
    prompt: input.prompt,
    output: Output.object({ schema: input.schema }),
    maxOutputTokens: input.maxOutputTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.any([signal, expiry]),
    providerOptions,
    telemetry: { isEnabled: false },
    onError: ({ error }) => {
      failure = error;
    },
  });
  let text = "";
  try {
    for await (const part of result.partialOutputStream) {
      parts += 1;
      await onPart(withoutSecret(part, settings.apiKey) as Partly<T>);
    }
    text = await result.text;
    bill.add(await result.usage, (await result.response).modelId);
  } catch (error) {
    signal.throwIfAborted();
    // What the caller's own work threw is his; what the stream threw was told to `onError` before.
    if (failure === null && !expiry.aborted) throw error;
    failure ??= error;
  }
  signal.throwIfAborted();
  const name = nameOf(settings);
  const told = (error: Proposal<T>["error"]) =>
    ctx.log.info(
      { llm: { purpose: input.purpose, model: bill.model, ...bill.usage, usd: bill.cost().usd, parts, error: error?.kind } },
      "model streamed",
    );
  if (failure !== null || expiry.aborted) {
    if (parts === 0 && !expiry.aborted) return proposeObject(ctx, input);
    bill.add(undefined, undefined);
    const error = errorOf(failure, name, expiry.aborted, settings.timeoutMs);
    told(error);
    return { error, usage: bill.usage, model: bill.model, cost: bill.cost() };
  }
  const read = readObject(text, input.schema, settings.apiKey);
  if (!read.ok && parts === 0) return proposeObject(ctx, input);
  const error = read.ok ? undefined : errorOfAnswer(name, await result.finishReason);
  told(error);
  const paid = { usage: bill.usage, model: bill.model, cost: bill.cost() };
  return read.ok ? { object: read.object, ...paid } : { error: errorOfAnswer(name, await result.finishReason), ...paid };
}
