// Variables of the model that writes. Without LLM_PROVIDER no model is asked, and texts are made of sentences of the sources.
import { z } from "zod";
import type { EngineEnvironment } from "./engine-config";
import { standinBaseUrl, standinKey } from "./standin-addresses";
import { apiKey, baseAddress, modelName, seconds } from "./variables";

export const llmProviders = ["openai", "xai", "google", "compatible"] as const;
export type LlmProvider = (typeof llmProviders)[number];

export const llmVariables = {
  LLM_PROVIDER: z.enum(llmProviders, { error: `must be one of ${llmProviders.join(", ")}` }).optional(),
  LLM_MODEL: modelName.optional(),
  /** Needed for "compatible": the address of an endpoint that speaks OpenAI's chat completions, such as Ollama's or vLLM's. */
  LLM_BASE_URL: baseAddress,
  /** Where it is not set, the key of the same vendor's answer engine is used, at the vendor's own address only. */
  LLM_API_KEY: apiKey,
  LLM_TIMEOUT_SECONDS: seconds(120),
};
const environment = z.object(llmVariables);
type LlmEnvironment = z.infer<typeof environment> & EngineEnvironment;

export type LlmSettings = {
  readonly provider: LlmProvider;
  readonly model: string;
  readonly baseUrl: string;
  /** Null: the endpoint is asked without a key, as local ones are. */
  readonly apiKey: string | null;
  /** Milliseconds for one answer. */
  readonly timeoutMs: number;
};

const vendors: Readonly<Record<Exclude<LlmProvider, "compatible">, string>> = {
  openai: "https://api.openai.com/v1",
  xai: "https://api.x.ai/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
};

/** The settings, null without a model, or which variable is missing and what is wrong with that ("it ..."). */
export function llmSettings(env: LlmEnvironment, standins: boolean): LlmSettings | null | { readonly missing: string; readonly what: string } {
  const provider = env.LLM_PROVIDER;
  if (provider === undefined) return null;
  const timeoutMs = env.LLM_TIMEOUT_SECONDS * 1000;
  if (standins && env.LLM_BASE_URL === undefined) {
    // A vendor's key never goes to a stand-in.
    const baseUrl = standinBaseUrl("llm", env.VARIORUM_STANDINS_PORT);
    return { provider, model: env.LLM_MODEL ?? "standin-writer", baseUrl, apiKey: standinKey("llm"), timeoutMs };
  }
  if (env.LLM_MODEL === undefined) return { missing: "LLM_MODEL", what: "must be set where LLM_PROVIDER is" };
  const baseUrl = env.LLM_BASE_URL ?? (provider === "compatible" ? undefined : vendors[provider]);
  if (baseUrl === undefined) return { missing: "LLM_BASE_URL", what: "must be set where LLM_PROVIDER is compatible" };
  const engineKeys = { openai: env.OPENAI_API_KEY, xai: env.XAI_API_KEY, google: env.GEMINI_API_KEY, compatible: undefined };
  const key = env.LLM_API_KEY ?? (env.LLM_BASE_URL === undefined ? engineKeys[provider] : undefined) ?? null;
  if (key === null && env.LLM_BASE_URL === undefined) return { missing: "LLM_API_KEY", what: `must be set where LLM_PROVIDER is ${provider}` };
  return { provider, model: env.LLM_MODEL, baseUrl, apiKey: key, timeoutMs };
}
