// The one way to an embedding model: texts in, vectors of length 1 out, or a reason. What its endpoint does is a value; only the caller's own cancel is thrown.
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { type EmbeddingModel, embedMany } from "ai";
import { config } from "./config";
import type { Ctx } from "./context";
import type { EmbeddingSettings } from "./embeddings-config";
import { errorOf, type LlmError, nameOf } from "./llm-errors";
import { boundedFetch } from "./llm-fetch";

export type Embedded =
  | { readonly vectors: readonly Float32Array[] /** Null where the model did not say. */; readonly tokens: number | null; readonly error?: undefined }
  | { readonly error: LlmError; readonly vectors?: undefined; readonly tokens?: undefined };

/** Characters of one text: a passage has far fewer, and models refuse texts without end. */
const longestText = 8_000;
const callsAtOnce = 2;

/** Name under which vectors are stored: those of different models are never compared. Null: no model is set. */
export function embeddingModel(): string | null {
  const settings = embeddingConfigured();
  return settings && `${settings.provider}:${settings.model}`;
}

/** The model that compares meanings, or null when none is set. */
export function embeddingConfigured(): { provider: string; model: string } | null {
  const settings = config().embedding;
  return settings && { provider: settings.provider, model: settings.model };
}

/** Milliseconds that somebody who searches waits for a model; then the words have to do. */
const patienceMs = 4_000;

/** One vector for each text, in order, all of one dimension. Nobody waits long for a query's; a passage's may take its time. */
export async function embedTexts(ctx: Pick<Ctx, "log" | "signal">, texts: readonly string[], purpose: "query" | "passages"): Promise<Embedded> {
  const settings = config().embedding;
  if (!settings) return { error: { kind: "off", retryable: false, message: "No embedding model is set." } };
  ctx.signal.throwIfAborted();
  const timeoutMs = purpose === "query" ? Math.min(patienceMs, settings.timeoutMs) : settings.timeoutMs;
  const expiry = AbortSignal.timeout(timeoutMs);
  try {
    const { embeddings, usage } = await embedMany({
      model: modelOf(settings),
      values: texts.map((text) => text.slice(0, longestText)),
      maxRetries: 0,
      maxParallelCalls: callsAtOnce,
      abortSignal: AbortSignal.any([ctx.signal, expiry]),
      telemetry: { isEnabled: false },
    });
    ctx.log.info({ embedding: { purpose, model: settings.model, texts: texts.length, tokens: usage.tokens } }, "embedding model asked");
    const vectors = embeddings.map(normalised);
    const tokens = Number.isFinite(usage.tokens) && usage.tokens > 0 ? usage.tokens : null;
    return isWhole(vectors, texts.length) ? { vectors, tokens } : { error: formless(settings) };
  } catch (error) {
    if (ctx.signal.aborted) throw ctx.signal.reason;
    const reason = errorOf(error, nameOf(settings), expiry.aborted, timeoutMs);
    ctx.log.warn({ embedding: { purpose, model: settings.model, error: reason.kind, status: reason.status } }, "embedding model failed");
    return { error: reason };
  }
}

function modelOf({ provider, model, baseUrl, apiKey }: EmbeddingSettings): EmbeddingModel {
  const common = { baseURL: baseUrl, fetch: boundedFetch };
  switch (provider) {
    case "openai":
      return createOpenAI({ ...common, apiKey: apiKey ?? "none" }).embeddingModel(model);
    case "google":
      return createGoogle({ ...common, apiKey: apiKey ?? "none" }).embeddingModel(model);
    case "compatible":
      return createOpenAICompatible({ ...common, name: "compatible", ...(apiKey ? { apiKey } : {}) }).embeddingModel(model);
  }
}

/** A text without any word may have a vector of zeros, which is near to nothing. */
function normalised(values: readonly number[]): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(values, (value) => (length > 0 ? value / length : 0));
}

function isWhole(vectors: readonly Float32Array[], texts: number): boolean {
  const dimension = vectors[0]?.length ?? 0;
  return (
    vectors.length === texts &&
    (texts === 0 || dimension > 0) &&
    vectors.every((vector) => vector.length === dimension && vector.every(Number.isFinite))
  );
}

function formless(settings: EmbeddingSettings): LlmError {
  return { kind: "schema", retryable: false, message: `${nameOf(settings)} answered something that is no list of vectors.` };
}
