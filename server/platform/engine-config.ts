// Variables of the answer engines and of the stand-ins. A key that is not set leaves its engine off; no engine is ever asked without one.
import { z } from "zod";
import { type StandinId, standinBaseUrl, standinKey, standinPrices } from "./standin-addresses";
import { apiKey, baseAddress, dollars, modelName, price, seconds } from "./variables";

/** Model ids are the vendors' of late 2026; an operator names others without a change of code. */
export const engineVariables = {
  OPENAI_API_KEY: apiKey,
  OPENAI_BASE_URL: baseAddress,
  OPENAI_MODEL: modelName.default("gpt-6.1-terra"),
  OPENAI_ESTIMATE_USD: dollars(0.06),
  OPENAI_TIMEOUT_SECONDS: seconds(180),
  /** Tokens of one answer, what it reasons included. */
  OPENAI_MAX_OUTPUT_TOKENS: z.coerce
    .number({ error: "must be a number of tokens from 500 to 128000" })
    .int("must be a number of tokens from 500 to 128000")
    .min(500, "must be a number of tokens from 500 to 128000")
    .max(128_000, "must be a number of tokens from 500 to 128000")
    .default(16_000),
  /** Where no price is set, what an answer cost is unknown. */
  OPENAI_PRICE: price,
  PERPLEXITY_API_KEY: apiKey,
  PERPLEXITY_BASE_URL: baseAddress,
  PERPLEXITY_MODEL: modelName.default("perplexity/sonar"),
  PERPLEXITY_ESTIMATE_USD: dollars(0.02),
  PERPLEXITY_TIMEOUT_SECONDS: seconds(180),
  XAI_API_KEY: apiKey,
  XAI_BASE_URL: baseAddress,
  XAI_MODEL: modelName.default("grok-4.3"),
  XAI_ESTIMATE_USD: dollars(0.06),
  XAI_TIMEOUT_SECONDS: seconds(180),
  GEMINI_API_KEY: apiKey,
  GEMINI_BASE_URL: baseAddress,
  GEMINI_MODEL: modelName.default("gemini-3.8-flash"),
  GEMINI_ESTIMATE_USD: dollars(0.02),
  GEMINI_TIMEOUT_SECONDS: seconds(120),
  GEMINI_GROUNDING: z.enum(["off", "on"], { error: "must be one of off, on" }).default("off"),
  GEMINI_PRICE: price,
  TAVILY_API_KEY: apiKey,
  TAVILY_BASE_URL: baseAddress,
  TAVILY_DEPTH: z.enum(["basic", "advanced"], { error: "must be one of basic, advanced" }).default("advanced"),
  TAVILY_ESTIMATE_USD: dollars(0.016),
  TAVILY_TIMEOUT_SECONDS: seconds(60),
  TAVILY_USD_PER_CREDIT: dollars(0.008),
  /** 1: providers are asked at the stand-ins on this machine, with keys that open nothing. */
  VARIORUM_STANDINS: z.enum(["1", "0", "true", "false", "on", "off"], { error: "must be 1 or 0" }).optional(),
  VARIORUM_STANDINS_PORT: z.coerce
    .number({ error: "must be a port number from 1024 to 65000" })
    .int("must be a port number from 1024 to 65000")
    .min(1024, "must be a port number from 1024 to 65000")
    .max(65_000, "must be a port number from 1024 to 65000")
    .default(4600),
  /** Milliseconds before a stand-in's first byte. */
  VARIORUM_STANDINS_LATENCY_MS: z.coerce.number({ error: "must be a number of milliseconds" }).int().min(0).max(600_000).default(0),
  /** "openai=429;xai=cut-stream:100" */
  VARIORUM_STANDINS_FAULTS: z.string().default(""),
};
const environment = z.object(engineVariables);
export type EngineEnvironment = z.infer<typeof environment>;

export type EngineSettings = {
  /** Null: the engine is off. */
  readonly apiKey: string | null;
  readonly baseUrl: string;
  readonly model: string;
  /** Milliseconds for a whole answer. */
  readonly timeoutMs: number;
  /** What one question costs about, US dollars. */
  readonly estimateUsd: number;
};
export type EngineId = "openai" | "perplexity" | "xai" | "gemini" | "tavily";

export function standinSettings(env: EngineEnvironment) {
  return {
    on: ["1", "true", "on"].includes(env.VARIORUM_STANDINS ?? ""),
    firstPort: env.VARIORUM_STANDINS_PORT,
    latencyMs: env.VARIORUM_STANDINS_LATENCY_MS,
    faults: env.VARIORUM_STANDINS_FAULTS,
  };
}

/** The address that was set, else the stand-in's where stand-ins are on, else the vendor's. */
export function baseUrlOf(env: EngineEnvironment, id: StandinId, given: string | undefined, vendors: string): string {
  const standins = standinSettings(env);
  return given ?? (standins.on ? standinBaseUrl(id, standins.firstPort) : vendors);
}

export function engineSettings(env: EngineEnvironment) {
  const settings = (id: EngineId, name: Uppercase<EngineId>, vendors: string, model: string): EngineSettings => {
    const given = env[`${name}_BASE_URL`];
    // A vendor's key never goes to a stand-in.
    const key = isStandin(env, given) ? standinKey(id) : (env[`${name}_API_KEY`] ?? null);
    const baseUrl = baseUrlOf(env, id, given, vendors);
    return { apiKey: key, baseUrl, model, timeoutMs: env[`${name}_TIMEOUT_SECONDS`] * 1000, estimateUsd: env[`${name}_ESTIMATE_USD`] };
  };
  return {
    openai: {
      ...settings("openai", "OPENAI", "https://api.openai.com/v1", env.OPENAI_MODEL),
      maxOutputTokens: env.OPENAI_MAX_OUTPUT_TOKENS,
      price: isStandin(env, env.OPENAI_BASE_URL) ? standinPrices.openai : (env.OPENAI_PRICE ?? null),
    },
    perplexity: settings("perplexity", "PERPLEXITY", "https://api.perplexity.ai/v1", env.PERPLEXITY_MODEL),
    xai: settings("xai", "XAI", "https://api.x.ai/v1", env.XAI_MODEL),
    gemini: {
      ...settings("gemini", "GEMINI", "https://generativelanguage.googleapis.com/v1beta", env.GEMINI_MODEL),
      price: isStandin(env, env.GEMINI_BASE_URL) ? standinPrices.gemini : (env.GEMINI_PRICE ?? null),
      /** True: Google's own search grounds the answer, under terms that restrict what may be kept and analysed. */
      grounding: env.GEMINI_GROUNDING === "on",
    },
    tavily: {
      ...settings("tavily", "TAVILY", "https://api.tavily.com", env.TAVILY_DEPTH),
      usdPerCredit: isStandin(env, env.TAVILY_BASE_URL) ? standinPrices.tavilyCredit : env.TAVILY_USD_PER_CREDIT,
    },
  };
}

/** An address that was set is asked whatever the stand-ins are; the others are then the stand-ins'. */
function isStandin(env: EngineEnvironment, given: string | undefined): boolean {
  return given === undefined && standinSettings(env).on;
}
