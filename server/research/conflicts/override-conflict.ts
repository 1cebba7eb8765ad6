import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { readClaims } from "../claims/read-claims";
import { tellRuling } from "../requests/tell-ruling";
import { rescoreCategory, whileSettled } from "../requests/while-settled";
import { readCategorySources } from "../sources/read-sources";
import { rewriteSummary } from "../synthesis/rewrite-summary";
import { fingerprintOf } from "./core/fingerprint";
import { inForce, ruledOn } from "./core/override";
import { conflictRuled, type OverrideInput } from "./override/schema";
import { insertOverride, overridesByCategory } from "./override-store";
import { findConflict, updateConflict } from "./store";

export type Overridden = {
  readonly id: string;
  /** Sentences that came into the text and that left it. */
  readonly sentences: { readonly added: number; readonly removed: number };
  readonly confidence: { readonly before: number | null; readonly after: number | null };
};

/**
 * Rules by hand on a disagreement of an ended edition, or takes such a ruling back; text and scores of the category follow. The reason is kept with
 * the ruling alone: the audit trail holds its hash.
 */
export async function overrideConflict(ctx: Ctx, input: OverrideInput): Promise<Overridden> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new AppError("forbidden", "Only an account can rule on a conflict.");
  const seen = await findConflict(ctx.db, input.conflictId);
  if (!seen) throw notFound("conflict");
  const done = await whileSettled(ctx, seen.requestCategoryId, "conflict", async (tx, run) => {
    const row = await findConflict(tx, seen.id);
    if (!row)
      throw new AppError("conflict", "The category was worked out again meanwhile. Your ruling is not saved; look at its conflicts once more.");
    const { request, category } = run;
    const claims = (await readClaims(tx, [category.id])).get(category.id) ?? [];
    const sources = await readCategorySources(tx, request.id, category.id);
    const marks = fingerprintOf(
      row.detail,
      new Map(claims.map((claim) => [claim.id, claim])),
      new Map(sources.map((source) => [source.id, source.identityKey])),
    );
    const known = inForce((await overridesByCategory(tx, [category.id])).get(category.id) ?? []).get(marks.fingerprint);
    if ((known?.id ?? null) !== input.seen) {
      throw new AppError("conflict", `${known?.by ?? "Somebody"} ruled on this meanwhile. Your ruling is not saved; look at theirs first.`);
    }
    if (input.ruling === "strategy" && !known) throw new AppError("conflict", "No ruling stands over this conflict. Nothing was changed.");
    const winner = input.side === null ? null : marks.sides[input.side]?.fingerprint;
    if (winner === undefined) throw new AppError("bad_request", "This conflict has no such side.");
    const now = ctx.clock.now();
    const ruling = {
      id: newId(),
      requestId: request.id,
      requestCategoryId: category.id,
      attribute: row.attribute,
      fingerprint: marks.fingerprint,
      sides: [...marks.sides],
      ruling: input.ruling,
      winner,
      reason: input.reason,
      ruledBy: actor.userId,
      at: now,
    };
    await insertOverride(tx, ruling);
    const detail = ruledOn(row.detail, marks, ruling);
    await updateConflict(tx, row.id, detail);
    const sentences = await rewriteSummary(tx, ctx, run);
    const confidence = await rescoreCategory(tx, ctx, run);
    await recordAudit(tx, ctx, {
      action: input.ruling === "strategy" ? "conflict.override_withdraw" : "conflict.override",
      entity: "request_category",
      entityId: category.id,
      before: { status: row.status, ruling: known?.id ?? null, confidence: confidence.before },
      after: { status: detail.status, ruling: ruling.id, kind: input.ruling, fingerprint: marks.fingerprint, winner, confidence: confidence.after },
      reason: `sha256:${sha256(input.reason)}`,
    });
    await tellRuling(tx, ctx, category, { attribute: row.attribute, ruling: input.ruling, status: detail.status, id: ruling.id });
    return { id: ruling.id, requestId: request.id, sentences, confidence };
  });
  // Should this be lost, the counts beside the tab stay those of the run's end; the page compares anew each time.
  await ctx.events.send([{ id: `${done.id}:ruled`, name: conflictRuled.name, data: { requestId: done.requestId } }]);
  return done;
}
