// From settings to a model of the AI SDK. Addresses and keys are always given, so that the SDK looks for none in the environment.
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createXai } from "@ai-sdk/xai";
import type { LanguageModel } from "ai";
import type { LlmSettings } from "./llm-config";
import { boundedFetch } from "./llm-fetch";

/** `structured: false` asks an OpenAI-compatible endpoint that knows no response schema; the form then stands in the prompt alone. */
export function modelOf({ provider, model, baseUrl, apiKey }: LlmSettings, structured: boolean): LanguageModel {
  const common = { baseURL: baseUrl, fetch: boundedFetch };
  switch (provider) {
    case "openai":
      return createOpenAI({ ...common, apiKey: apiKey ?? "none" })(model);
    case "xai":
      return createXai({ ...common, apiKey: apiKey ?? "none" })(model);
    case "google":
      return createGoogle({ ...common, apiKey: apiKey ?? "none" })(model);
    case "compatible":
      return createOpenAICompatible({ ...common, name: "compatible", supportsStructuredOutputs: structured, ...(apiKey ? { apiKey } : {}) })(model);
  }
}

/** What is sent is not to be kept by the vendor, where the wire lets one say so. */
export const providerOptions = { openai: { store: false }, xai: { store: false } };
