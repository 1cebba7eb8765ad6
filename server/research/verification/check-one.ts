import type { Ctx } from "@/server/platform/context";
import { singleton } from "@/server/platform/singleton";
import { readSnapshots } from "../snapshots/snapshots";
import { readSources } from "../sources/note-source";
import { updateCheck } from "./check-store";
import { type LookParts, lookAtSource } from "./look-at-source";
import { type Evidence, type KnownSource, readEvidence } from "./read-evidence";
import { type RecordedLook, recordLook } from "./record-look";

/** A look that could tell is not repeated within this time, whichever category asks. */
const freshMs = 6 * 3_600_000;

/** known: it was looked at a while ago. later: time ran out, and it is due at once. */
export type Checked = RecordedLook | "known" | "later";

const underWay = () => singleton<Map<string, Promise<Checked>>>("source-checks", () => new Map());

/** Looks at one source and keeps what came. Several categories that want the same source at once share one look. */
export async function checkOne(ctx: Ctx, sourceId: string, parts: LookParts, time: AbortSignal, when: { after: boolean }): Promise<Checked> {
  const running = underWay().get(sourceId);
  if (running) return (await running) === "later" ? "later" : "known";
  const work = check(ctx, sourceId, parts, time, when);
  underWay().set(sourceId, work);
  try {
    return await work;
  } finally {
    underWay().delete(sourceId);
  }
}

async function check(ctx: Ctx, sourceId: string, parts: LookParts, time: AbortSignal, when: { after: boolean }): Promise<Checked> {
  const source = await readKnownSource(ctx, sourceId);
  if (!source) return "known";
  const evidence = (await readEvidence(ctx.db, [sourceId]))(sourceId);
  if (!when.after && isFresh(evidence, ctx.clock.now())) return "known";
  try {
    return await recordLook(ctx, source, evidence, await lookAtSource(ctx, source, evidence, parts, time), when);
  } catch (error) {
    if (!time.aborted) throw error;
    await ctx.db.transaction((tx) => updateCheck(tx, sourceId, { dueAt: ctx.clock.now() }));
    return "later";
  }
}

async function readKnownSource(ctx: Pick<Ctx, "db">, sourceId: string): Promise<KnownSource | null> {
  const [row] = await readSources(ctx.db, [sourceId]);
  if (!row) return null;
  return { ...row, text: (await readSnapshots(ctx.db, [row.snapshotHash])).get(row.snapshotHash) ?? "" };
}

function isFresh({ check }: Evidence, now: Date): boolean {
  return check !== null && check.checkedAt !== null && check.attempts === 0 && now.getTime() - check.checkedAt.getTime() < freshMs;
}
