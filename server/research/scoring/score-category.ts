import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { readClaims } from "../claims/read-claims";
import { ledgerSourceOf } from "../conflicts/core/ledger-source";
import { evidenceOf as quotedEvidence } from "../conflicts/core/primary";
import { readConflicts } from "../conflicts/read-conflicts";
import type { CategoryRun } from "../requests/load-run";
import { readCategorySources } from "../sources/read-sources";
import { readSentences } from "../synthesis/read-sentences";
import { readLadders } from "../verification/read-ladders";
import { scoreConfidence } from "./core/confidence";
import type { ScoreInput } from "./core/evidence";
import { scoreQuality } from "./core/quality";
import type { Score } from "./schema";

export type CategoryScore = {
  readonly confidence: Score | null;
  readonly quality: Score | null;
  readonly sources: number;
  readonly independent: number;
  readonly published: number;
  readonly withheld: number;
};

/** Scores a category from its stored evidence. A source that nothing was read from is counted as found, but is no evidence. */
export async function scoreCategory(
  ctx: Pick<Ctx, "clock"> & { readonly db: Queryable },
  { request, category, definition }: CategoryRun,
): Promise<CategoryScore> {
  const gathered = await readCategorySources(ctx.db, request.id, category.id);
  const claims = (await readClaims(ctx.db, [category.id])).get(category.id) ?? [];
  const conflicts = (await readConflicts(ctx.db, [category.id])).get(category.id) ?? [];
  const sentences = await readSentences(ctx.db, [category.id]);
  const published = sentences.filter((sentence) => sentence.status === "published");
  const used = new Set([
    ...claims.map((claim) => claim.sourceId),
    ...published.flatMap((sentence) => sentence.citations.map((citation) => citation.sourceId)),
  ]);
  const ladders = await readLadders(ctx.db, [...used], category.id);
  const speakers = new Map(gathered.map((source) => [source.id, ledgerSourceOf(source)]));
  const input: ScoreInput = {
    claims: claims.map((claim) => {
      const source = speakers.get(claim.sourceId);
      return {
        attribute: claim.attribute,
        sourceIds: [claim.sourceId],
        hedged: claim.hedged,
        ...(source ? { evidence: quotedEvidence(claim, source, [...speakers.values()]) } : {}),
      };
    }),
    sources: gathered
      .filter((source) => used.has(source.id))
      .map((source) => ({
        id: source.id,
        tier: source.tier,
        date: source.date,
        voice: source.voice,
        superseded: source.superseded,
        rungs: Object.fromEntries((ladders.get(source.id) ?? []).map((result) => [result.rung, result.state])),
      })),
    // A difference of doctrine stays open by design and is no weakness of the evidence.
    conflicts: conflicts.map(({ attribute, status, kind }) => ({ attribute, status: kind === "interpretive" ? ("set_apart" as const) : status })),
    published: published.length,
    withheld: sentences.length - published.length,
    criteria: definition.verificationCriteria,
    today: ctx.clock.now().toISOString().slice(0, 10),
  };
  const found = published.length > 0;
  return {
    confidence: found ? scoreConfidence(input) : null,
    quality: found ? scoreQuality(input) : null,
    sources: gathered.length,
    independent: new Set(gathered.map((source) => source.voice)).size,
    published: published.length,
    withheld: sentences.length - published.length,
  };
}
