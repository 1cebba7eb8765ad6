// What a look brought is kept, and the ladder climbed anew. After the run, whatever changed is told, audited, and passed on to those who cite the same.
import type { Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { keepVisit } from "../snapshots/keep-visit";
import type { Judgement } from "../snapshots/schema";
import { noteOnSource } from "../sources/note-source";
import { hastenOthers, insertChanges, updateCheck } from "./check-store";
import { couldTell, nextLookMs } from "./core/next-look";
import { noticesOn, titlesOf } from "./core/retraction";
import { changesBetween } from "./core/source-changes";
import { sourceRungs } from "./core/source-rungs";
import type { Look } from "./look-at-source";
import { type Evidence, evidenceFrom, factsOf, type KnownSource } from "./read-evidence";
import { reanchorSource } from "./reanchor-source";
import { saveRungs } from "./store";

export type RecordedLook = { readonly state: Judgement["state"] | null; readonly retracted: boolean; readonly changes: number };

/** `after`: the edition stands already, so that changes are told. */
export async function recordLook(ctx: Ctx, source: KnownSource, before: Evidence, look: Look, when: { after: boolean }): Promise<RecordedLook> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    // That nobody went there need not be said twice.
    const tells = look.visit !== null && !(look.visit.judgement.state === "not_checked" && before.visits.length > 0);
    const made = look.visit && tells ? [await keepVisit(tx, source.id, look.visit)] : [];
    // What a register said before stands when it cannot be asked now.
    const silent = look.register === null || look.register.state === "unknown";
    const register = silent ? (before.check?.register ?? look.register) : look.register;
    const outcome = { page: look.visit?.judgement.state ?? null, register: look.register?.state ?? null };
    const attempts = couldTell(outcome) ? 0 : (before.check?.attempts ?? 0) + 1;
    const ageDays = (now.getTime() - (before.check?.createdAt ?? now).getTime()) / 86_400_000;
    const wait = nextLookMs(outcome, attempts, { ageDays, everyDays: config().verification.recheckDays });
    const check = await updateCheck(tx, source.id, { checkedAt: now, attempts, dueAt: new Date(now.getTime() + wait), register });
    const evidence = evidenceFrom([...made, ...before.visits], check);
    const notices = noticesOn(titlesOf({ ...source, visit: evidence.visit, register }), source.notices, register?.notices);
    const superseded = source.superseded || (register?.replacedBy ?? null) !== null;
    if (notices.length > source.notices.length || superseded !== source.superseded) await noteOnSource(tx, source.id, { notices, superseded });
    const known = { ...source, notices, superseded };
    const rungs = sourceRungs(factsOf(known, evidence), now);
    await saveRungs(
      tx,
      rungs.map((rung) => ({ ...rung, sourceId: source.id, requestCategoryId: "", at: rung.at ? new Date(rung.at) : now })),
    );
    const changes = when.after ? await tellChanges(tx, ctx, source, before, { evidence, notices, superseded }) : 0;
    return { state: outcome.page, retracted: rungs.some((rung) => rung.rung === "not_retracted" && rung.state === "failed"), changes };
  });
}

async function tellChanges(
  tx: Tx,
  ctx: Ctx,
  source: KnownSource,
  before: Evidence,
  now: { evidence: Evidence; notices: KnownSource["notices"]; superseded: boolean },
): Promise<number> {
  const newText = now.evidence.textHash !== null && now.evidence.textHash !== before.textHash;
  const quotes = newText ? await reanchorSource(tx, ctx, source, { before: before.textHash, after: now.evidence.textHash }) : null;
  const changes = changesBetween(
    { visit: before.visit, textHash: before.textHash, notices: source.notices, superseded: source.superseded },
    { visit: now.evidence.visit, textHash: now.evidence.textHash, notices: now.notices, superseded: now.superseded },
    quotes,
  );
  const at = ctx.clock.now();
  const told = await insertChanges(
    tx,
    changes.map((change) => ({ id: newId(), requestId: source.requestId, sourceId: source.id, at, ...change })),
  );
  for (const { id, kind, detail } of told) {
    const { before: was, after: is, quotes: anchored } = detail;
    await recordAudit(tx, ctx, {
      action: "source.change",
      entity: "source",
      entityId: source.id,
      before: { text: was },
      after: { change: id, kind, text: is, quotes: anchored, request: source.requestId },
    });
  }
  if (told.length > 0) await hastenOthers(tx, source.id, source.identityKey, at);
  return told.length;
}
