import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { anchorMentions, saveAnchored } from "./anchor-mentions";
import { checkOne } from "./check-one";
import type { LookParts } from "./look-at-source";
import { lookParts } from "./look-parts";
import type { RecordedLook } from "./record-look";

export type CheckCounts = {
  readonly looked: number;
  readonly alive: number;
  readonly dead: number;
  readonly blocked: number;
  readonly retracted: number;
  readonly later: number;
};

/**
 * Looks at some of a category's sources outside, side by side and within the time a run may wait, and reads the category's passages in the pages
 * that could be read. What was not reached in time is looked at later; no source makes the step fail.
 */
export async function checkSources(
  ctx: Ctx,
  input: { requestCategoryId: string; round: number; batch: number; sourceIds: readonly string[] },
  parts: LookParts = lookParts(),
): Promise<CheckCounts> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return countsOf([]);
  const { request, category, definition } = run;
  const time = AbortSignal.any([ctx.signal, AbortSignal.timeout(config().verification.checkMs)]);
  const ended = await Promise.allSettled(input.sourceIds.map((id) => checkOne(ctx, id, parts, time, { after: false })));
  ctx.signal.throwIfAborted();
  const looks = ended.map((each) => (each.status === "fulfilled" ? each.value : ("later" as const)));
  for (const each of ended)
    if (each.status === "rejected") ctx.log.error({ err: each.reason }, "a source could not be checked; it is tried again later");
  const anchored = await anchorMentions(ctx, { requestId: request.id, id: category.id, definition }, input.sourceIds);
  const counts = countsOf(looks);
  await whileOpen(ctx, run, async (tx) => {
    await saveAnchored(tx, anchored);
    const misquoted = anchored.checks.filter((check) => check.state === "altered" || check.state === "missing").length;
    const body = { category: categoryRef(category), ...counts, misquoted };
    await tell(tx, ctx, request.id, "sources.checked", body, `${category.slug}:${input.round}:${input.batch}`);
  });
  return counts;
}

function countsOf(looks: readonly (RecordedLook | "known" | "later")[]): CheckCounts {
  const made = looks.filter((look) => typeof look === "object");
  const of = (...states: (RecordedLook["state"] | undefined)[]) => made.filter((look) => states.includes(look.state)).length;
  return {
    looked: made.length,
    alive: of("alive"),
    dead: of("dead"),
    blocked: of("blocked", "paywall"),
    retracted: made.filter((look) => look.retracted).length,
    later: looks.filter((look) => look === "later").length + of("unknown", "not_checked"),
  };
}
