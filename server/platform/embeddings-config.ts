// Variables of the model that compares meanings. Without EMBEDDING_PROVIDER words alone are compared.
import { z } from "zod";
import type { EngineEnvironment } from "./engine-config";
import { standinBaseUrl, standinKey } from "./standin-addresses";
import { apiKey, baseAddress, modelName, seconds } from "./variables";

export const embeddingProviders = ["openai", "google", "compatible"] as const;
export type EmbeddingProvider = (typeof embeddingProviders)[number];

export const embeddingVariables = {
  EMBEDDING_PROVIDER: z.enum(embeddingProviders, { error: `must be one of ${embeddingProviders.join(", ")}` }).optional(),
  EMBEDDING_MODEL: modelName.optional(),
  /** Needed for "compatible": the address of an endpoint that speaks OpenAI's embeddings, such as Ollama's or vLLM's. */
  EMBEDDING_BASE_URL: baseAddress,
  /** Where it is not set, the key of the same vendor's answer engine is used, at the vendor's own address only. */
  EMBEDDING_API_KEY: apiKey,
  EMBEDDING_TIMEOUT_SECONDS: seconds(60),
};
const environment = z.object(embeddingVariables);
type EmbeddingEnvironment = z.infer<typeof environment> & EngineEnvironment;

export type EmbeddingSettings = {
  readonly provider: EmbeddingProvider;
  readonly model: string;
  readonly baseUrl: string;
  /** Null: the endpoint is asked without a key, as local ones are. */
  readonly apiKey: string | null;
  /** Milliseconds for one call. */
  readonly timeoutMs: number;
};

const vendors: Readonly<Record<Exclude<EmbeddingProvider, "compatible">, string>> = {
  openai: "https://api.openai.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
};

/** The settings, null without a model, or which variable is missing and what is wrong with that ("it ..."). */
export function embeddingSettings(
  env: EmbeddingEnvironment,
  standins: boolean,
): EmbeddingSettings | null | { readonly missing: string; readonly what: string } {
  const provider = env.EMBEDDING_PROVIDER;
  if (provider === undefined) return null;
  const timeoutMs = env.EMBEDDING_TIMEOUT_SECONDS * 1000;
  if (standins && env.EMBEDDING_BASE_URL === undefined) {
    // A vendor's key never goes to a stand-in.
    const baseUrl = standinBaseUrl("llm", env.VARIORUM_STANDINS_PORT);
    return { provider, model: env.EMBEDDING_MODEL ?? "standin-words", baseUrl, apiKey: standinKey("llm"), timeoutMs };
  }
  if (env.EMBEDDING_MODEL === undefined) return { missing: "EMBEDDING_MODEL", what: "must be set where EMBEDDING_PROVIDER is" };
  const baseUrl = env.EMBEDDING_BASE_URL ?? (provider === "compatible" ? undefined : vendors[provider]);
  if (baseUrl === undefined) return { missing: "EMBEDDING_BASE_URL", what: "must be set where EMBEDDING_PROVIDER is compatible" };
  const engineKeys = { openai: env.OPENAI_API_KEY, google: env.GEMINI_API_KEY, compatible: undefined };
  const key = env.EMBEDDING_API_KEY ?? (env.EMBEDDING_BASE_URL === undefined ? engineKeys[provider] : undefined) ?? null;
  if (key === null && env.EMBEDDING_BASE_URL === undefined)
    return { missing: "EMBEDDING_API_KEY", what: `must be set where EMBEDDING_PROVIDER is ${provider}` };
  return { provider, model: env.EMBEDDING_MODEL, baseUrl, apiKey: key, timeoutMs };
}
