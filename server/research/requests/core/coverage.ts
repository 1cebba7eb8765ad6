// What became of every provider of a category, and what that makes of the category. Nothing found, blocked and failed are different ends.
import type { ProviderError } from "../../providers/schema";
import type { Coverage } from "../schema";

export type AskedProvider = {
  readonly provider: string;
  readonly status: "asking" | "ok" | "partial" | "failed" | "refused";
  readonly sources: number;
  readonly error: ProviderError | null;
  readonly queries: readonly string[];
};

type Input = {
  readonly answers: readonly AskedProvider[];
  readonly skipped: readonly { provider: string; reason: string }[];
  /** Sentences of the category's text. */
  readonly published: number;
};

/** Every provider stands in exactly one of found, empty, blocked and skipped. One that was never asked is skipped, with the reason. */
export function coverageOf({ answers: all, skipped, published }: Input): Coverage {
  const answers = all.filter((answer) => !answer.error?.notAsked);
  const passedOver = all.flatMap(({ provider, error }) => (error?.notAsked ? [{ provider, reason: error.message }] : []));
  const failed = answers.filter((answer) => answer.status === "failed" || answer.status === "refused" || answer.status === "asking");
  const answered = answers.filter((answer) => !failed.includes(answer));
  const found = answered.filter((answer) => answer.sources > 0);
  return {
    outcome: outcomeOf(answers.length, answered.length, failed, published),
    asked: answers.map((answer) => answer.provider),
    found: found.map(({ provider, sources }) => ({ provider, sources })),
    empty: answered.filter((answer) => answer.sources === 0).map((answer) => answer.provider),
    blocked: failed.map((answer) => ({ provider: answer.provider, reason: answer.error?.message ?? "It did not answer." })),
    skipped: [...skipped, ...passedOver],
    queries: [...new Set(answers.flatMap((answer) => answer.queries))],
  };
}

function outcomeOf(asked: number, answered: number, failed: readonly AskedProvider[], published: number): Coverage["outcome"] {
  if (asked === 0) return "not_searched";
  if (published > 0) return "found";
  if (answered > 0) return "nothing_found";
  const barred = failed.every((answer) => answer.error?.kind === "blocked" || answer.error?.kind === "auth");
  return barred ? "blocked" : "failed";
}
