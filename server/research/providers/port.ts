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
};

export type Provider = {
  readonly info: () => ProviderInfo;
  /** Never rejects for what the provider did: a failure is an answer with `status: "failed"` and its error. */
  readonly ask: (question: Question, options: AskOptions) => Promise<Answer>;
};
