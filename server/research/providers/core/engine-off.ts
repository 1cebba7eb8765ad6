// An engine without a key is off. It is never asked without one: some vendors would answer, on terms of their own.
import type { Answer } from "../schema";
import { failedAnswer } from "./engine-answer";

export function offWithoutKey(apiKey: string | null, keyName: string): string | null {
  return apiKey === null ? `No key is set: ${keyName}.` : null;
}

/** For a request that was submitted while the key was there. */
export function notAsked(provider: string, model: string, keyName: string): Answer {
  const cost = { usd: 0, basis: "free" as const, reason: "It was not asked." };
  return failedAnswer({ provider, model, cost }, { kind: "auth", retryable: false, message: `No key is set: ${keyName}.` });
}
