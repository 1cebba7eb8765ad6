// The port every provider stands behind: one file per provider, one entry in the registry.
import type { Ctx } from "@/server/platform/context";
import type { Answer, ProviderInfo, Question } from "./schema";

export type AskOptions = {
  readonly ctx: Ctx;
  /** Whose library may be read. */
  readonly ownerId: string;
  /** Empty: the whole library. */
  readonly documentIds: readonly string[];
  readonly signal: AbortSignal;
  /** Heeds what the provider says of its limits; the plain one where nothing is given. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The same for the repeat of a call whose end nobody saw, so that a vendor who knows such keys charges it once. */
  readonly idempotencyKey?: string;
};

export type Provider = {
  readonly info: () => ProviderInfo;
  /** Never rejects for what the provider did: a failure is an answer with `status: "failed"` and its error. */
  readonly ask: (question: Question, options: AskOptions) => Promise<Answer>;
};
