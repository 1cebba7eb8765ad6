// What one provider's answer amounts to, from its row: how it stands, which words are its own, what it was tried for.
import type { AnswerRow } from "../../providers/read-answers";
import type { ProviderKind } from "../../providers/schema";
import type { SourceRole } from "../../sources/schema";
import type { Standing, Try } from "../panel/schema";

type Judged = Pick<AnswerRow, "status" | "text" | "error">;

/** How an answer stands, from its status, its words and the roles of the sources it brought. */
export function standingOf(answer: Judged, kind: ProviderKind, roles: readonly SourceRole[]): Standing {
  if (answer.status === "asking") return "waiting";
  if (answer.error?.notAsked || (answer.status === "refused" && answer.error === null)) return "not_asked";
  if (answer.status === "failed" || answer.status === "refused") return "failed";
  if (kind !== "engine") return roles.length > 0 ? "answered" : answer.status === "partial" ? "failed" : "nothing_found";
  const uncited = !roles.includes("cited");
  // What broke off on its way says so by its kind; one that came whole and vouches for nothing is of the wrong shape.
  if (answer.status === "partial") return uncited && answer.error?.kind === "schema" ? "ungrounded" : "cut_off";
  if (uncited && answer.text.trim() !== "") return "ungrounded";
  return roles.length === 0 ? "nothing_found" : "answered";
}

export type Retry = Try & { readonly provider: string };

/** The tries of an answer that failed, oldest first: those that were followed by another, and the last one where it ended the asking. */
export function triesOf(
  answer: Pick<AnswerRow, "provider" | "status" | "attempts" | "error" | "startedAt" | "endedAt">,
  retries: readonly Retry[],
): Try[] {
  const from = answer.startedAt.getTime();
  const to = answer.endedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const own = retries
    .filter((retry) => retry.provider === answer.provider && Date.parse(retry.at) >= from && Date.parse(retry.at) <= to)
    .map(({ attempt, at, reason, waitMs }) => ({ attempt, at, reason, waitMs }));
  const ended = answer.status === "failed" || answer.status === "refused";
  if (ended && answer.error && !answer.error.notAsked && answer.endedAt)
    own.push({ attempt: answer.attempts, at: answer.endedAt.toISOString(), reason: answer.error.message, waitMs: null });
  return own.sort((a, b) => a.attempt - b.attempt);
}

/** Longer stretches of a source end at a word and say so. */
const longestExcerpt = 420;

/** Words of a source as they stand, at most 420 UTF-16 units; an ellipsis says that they go on. */
export function excerptOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const words = text.slice(start, end).replace(/\s+/g, " ").trim();
  if (words.length <= longestExcerpt) return words;
  const cut = words.lastIndexOf(" ", longestExcerpt);
  return `${words.slice(0, cut > longestExcerpt / 2 ? cut : longestExcerpt)} \u2026`;
}
