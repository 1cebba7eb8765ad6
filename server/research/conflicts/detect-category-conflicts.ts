import type { Ctx } from "@/server/platform/context";
import { readClaims } from "../claims/read-claims";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { readCategorySources } from "../sources/read-sources";
import { readRetracted } from "../verification/read-retracted";
import { detectConflicts } from "./core/detect";
import { fingerprintOf } from "./core/fingerprint";
import { ledgerSourceOf } from "./core/ledger-source";
import { inForce, ruledOn } from "./core/override";
import { overridesByCategory } from "./override-store";
import { replaceConflicts } from "./store";

/** Compares what a category's sources claim, and writes each disagreement into the ledger with what became of it; rulings by hand stand above strategies. */
export async function detectCategoryConflicts(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ conflicts: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { conflicts: 0 };
  const { request, category, definition } = run;
  const { facts, comparability } = definition.processingRules;
  const claims = (await readClaims(ctx.db, [category.id])).get(category.id) ?? [];
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const retracted = await readRetracted(
    ctx.db,
    sources.map((source) => source.id),
  );
  const rulings = inForce((await overridesByCategory(ctx.db, [category.id])).get(category.id) ?? []);
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const keys = new Map(sources.map((source) => [source.id, source.identityKey]));
  const found = detectConflicts({
    facts,
    claims,
    sources: sources.map((source) => ledgerSourceOf({ ...source, retracted: retracted.has(source.id) })),
    categoryStrategy: definition.conflictResolutionStrategy,
    comparabilityOfCategory: comparability,
  }).map((entry) => {
    const marks = fingerprintOf(entry, claimById, keys);
    return ruledOn(entry, marks, rulings.get(marks.fingerprint));
  });
  await whileOpen(ctx, run, async (tx) => {
    await replaceConflicts(tx, category.id, found);
    for (const [index, entry] of found.entries()) {
      const label = facts.find((fact) => fact.name === entry.attribute)?.label ?? entry.attribute;
      const body = {
        category: categoryRef(category),
        attribute: entry.attribute,
        label,
        kind: entry.kind,
        status: entry.status,
        statement: entry.statement,
      };
      await tell(tx, ctx, request.id, "conflict.found", body, `${category.slug}:${input.round}:${index}`);
    }
  });
  return { conflicts: found.length };
}
