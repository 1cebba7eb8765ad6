// A category may be asked in several rounds. Of each provider one answer stands.

type Round = { readonly provider: string; readonly round: number; readonly status: "asking" | "ok" | "partial" | "failed" | "refused" };

/** Of each provider its latest answer; one that failed or was refused never takes the place of an earlier one that came. In the order given. */
export function standingAnswers<T extends Round>(answers: readonly T[]): T[] {
  const standing = new Map<string, T>();
  for (const answer of answers.toSorted((a, b) => a.round - b.round)) {
    const earlier = standing.get(answer.provider);
    if (!earlier || cameOrMayCome(answer) || !cameOrMayCome(earlier)) standing.set(answer.provider, answer);
  }
  return answers.filter((answer) => standing.get(answer.provider) === answer);
}

function cameOrMayCome({ status }: Round): boolean {
  return status !== "failed" && status !== "refused";
}
