// Parts that the edition and the live snapshot share: the same rows must give the same counts on every page.
import type { AnswerRow } from "../../providers/read-answers";
import { seriesOf } from "../../requests/core/series";
import type { RequestRow } from "../../requests/read-requests";
import type { WritingCost } from "../../spending/writing-cost";
import type { Edition, EditionCategory } from "../schema";

export type AnswerHead = Omit<AnswerRow, "found" | "text">;

export function editionRequest(request: RequestRow): Edition["request"] {
  return {
    id: request.id,
    status: request.status,
    subject: request.subject,
    pack: request.packSlug,
    packName: request.packName,
    packVersion: request.packVersion,
    identity: request.identity,
    providers: request.providers,
    note: request.note,
    series: seriesOf(request),
    previous: request.previousId,
    changes: request.changes,
    createdAt: request.createdAt.toISOString(),
    startedAt: request.startedAt?.toISOString() ?? null,
    endedAt: request.endedAt?.toISOString() ?? null,
  };
}

export function editionAnswer(answer: AnswerHead): EditionCategory["answers"][number] {
  return {
    provider: answer.provider,
    status: answer.status,
    sources: answer.sourceCount,
    attempts: answer.attempts,
    error: answer.error?.message ?? null,
    costUsd: answer.cost?.usd ?? null,
    costBasis: answer.cost?.basis ?? "unknown",
    ...(answer.cost?.cachedAt === undefined ? {} : { cachedAt: answer.cost.cachedAt }),
    startedAt: answer.startedAt.toISOString(),
    endedAt: answer.endedAt?.toISOString() ?? null,
  };
}

/** US dollars spent in all rounds, what writing cost among them. Answers without a known price are counted, never guessed. */
export function costOf(answers: readonly AnswerHead[], capUsd: number, writing: WritingCost | null): Edition["cost"] {
  const byProvider: Record<string, number> = writing ? { writing: writing.usd } : {};
  let unknown = writing?.unknown ?? 0;
  for (const answer of answers) {
    if (answer.status === "asking") continue;
    const usd = answer.cost?.usd ?? null;
    // Of several calls some may have a known cost and some not.
    if (usd === null || answer.cost?.basis === "unknown") unknown += 1;
    if (usd !== null) byProvider[answer.provider] = (byProvider[answer.provider] ?? 0) + usd;
  }
  const usd = Object.values(byProvider).reduce((sum, value) => sum + value, 0);
  return { usd, unknown, byProvider, capUsd };
}

export type Countable = {
  readonly state: EditionCategory["status"];
  readonly outcome: EditionCategory["outcome"];
  readonly claims: number;
  readonly conflicts: readonly { status: "open" | "resolved" | "set_apart" }[];
  readonly sentences: number;
  readonly withheld: number;
};

export function totalsOf(categories: readonly Countable[], sources: readonly { voice: string }[]): Edition["totals"] {
  const count = (outcome: Countable["outcome"]) => categories.filter((category) => category.outcome === outcome).length;
  const conflicts = categories.flatMap((category) => category.conflicts);
  const sum = (of: (category: Countable) => number) => categories.reduce((total, category) => total + of(category), 0);
  return {
    categories: categories.length,
    settled: categories.filter((category) => category.outcome !== null).length,
    found: count("found"),
    nothingFound: count("nothing_found"),
    notSearched: count("not_searched"),
    blocked: count("blocked"),
    failed: count("failed"),
    sources: sources.length,
    independentSources: new Set(sources.map((source) => source.voice)).size,
    claims: sum((category) => category.claims),
    conflictsOpen: conflicts.filter((conflict) => conflict.status === "open").length,
    conflictsResolved: conflicts.filter((conflict) => conflict.status === "resolved").length,
    setApart: conflicts.filter((conflict) => conflict.status === "set_apart").length,
    sentences: sum((category) => category.sentences),
    withheld: sum((category) => category.withheld),
  };
}
