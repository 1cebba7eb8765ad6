import type { Fetch } from "./http";

/** What every engine's adapter is given. */
export type EngineOptions = {
  readonly apiKey: string;
  /** Without a closing slash. */
  readonly baseUrl: string;
  readonly model: string;
  /** Milliseconds for the whole answer. */
  readonly timeoutMs: number;
  readonly contact: string;
  readonly fetch: Fetch;
  /** Cancels; its reason is thrown. */
  readonly signal: AbortSignal;
  readonly now: Date;
  readonly idempotencyKey?: string | undefined;
};

/** Bytes of an answer after decompression. The longest met had a tenth of it. */
export const longestAnswerBytes = 8 * 1024 * 1024;
