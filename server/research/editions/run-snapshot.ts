import type { Queryable } from "@/db/client";
import { readStreamState } from "@/server/progress/watch";
import { readClaims } from "../claims/read-claims";
import { readConflicts } from "../conflicts/read-conflicts";
import type { Conflict } from "../conflicts/schema";
import { standingAnswers } from "../providers/core/standing-answers";
import { readAnswerHeads } from "../providers/read-answers";
import { streamOf } from "../requests/progress";
import { type RequestRow, readRequestCategories } from "../requests/read-requests";
import { readRequestSources } from "../sources/read-sources";
import { writingCost } from "../spending/writing-cost";
import { readSentences } from "../synthesis/read-sentences";
import { costOf, editionAnswer, editionRequest, totalsOf } from "./core/parts";
import type { RunSnapshot } from "./schema";

/** Where a run stands now, small enough to be the first frame of its stream. `seq` is read first, so nothing after it can be missed. */
export async function runSnapshot(db: Queryable, request: RequestRow): Promise<RunSnapshot> {
  const stream = await readStreamState(db, streamOf(request.id));
  const rows = await readRequestCategories(db, [request.id]);
  const ids = rows.map((row) => row.id);
  const [claims, conflicts, sentences, answers, sources] = [
    await readClaims(db, ids),
    await readConflicts(db, ids),
    await readSentences(db, ids),
    await readAnswerHeads(db, ids),
    await readRequestSources(db, request.id),
  ];
  const counted = rows.map((row) => {
    const own = sentences.filter((sentence) => sentence.requestCategoryId === row.id);
    const published = own.filter((sentence) => sentence.status === "published").length;
    return {
      row,
      outcome: row.outcome,
      state: row.state,
      claims: claims.get(row.id)?.length ?? 0,
      conflicts: conflicts.get(row.id) ?? [],
      sentences: published,
      withheld: own.length - published,
    };
  });
  return {
    request: editionRequest(request),
    seq: stream?.seq ?? 0,
    categories: counted.map(({ row, ...entry }) => ({
      slug: row.slug,
      name: row.name,
      number: row.position,
      state: row.state,
      outcome: row.outcome,
      confidence: row.confidence,
      sourceCount: row.sourceCount,
      independentCount: row.independentCount,
      sentences: entry.sentences,
      withheld: entry.withheld,
      conflicts: {
        open: entry.conflicts.filter((conflict) => conflict.status === "open").length,
        resolved: entry.conflicts.filter((conflict) => conflict.status === "resolved").length,
        byJurisdiction: apart(entry.conflicts).filter((conflict) => conflict.kind === "jurisdiction_difference").length,
        notComparable: apart(entry.conflicts).filter((conflict) => conflict.kind !== "jurisdiction_difference").length,
      },
      answers: standingAnswers(answers.filter((answer) => answer.requestCategoryId === row.id)).map(editionAnswer),
      steps: row.steps,
      startedAt: row.startedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      error: row.error,
    })),
    totals: totalsOf(counted, sources),
    cost: costOf(answers, request.capUsd, await writingCost(db, request.id)),
  };
}

/** A ruling by hand may open what was set apart, and set apart what was open. */
function apart(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter((conflict) => conflict.status === "set_apart");
}
