import { asc, eq, gt } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { auditEntries, auditHead } from "@/db/schema/audit";
import { readAtOnce } from "@/server/platform/read-at-once";
import { type ChainBreak, type ChainState, chainStart, follow, isBreak } from "./core/chain";

export type AuditVerdict = { readonly entries: number; readonly head: string; readonly break: ChainBreak | null };

/** Walks the whole chain in batches, in constant memory, and compares its end with the stored head: all as it stood at one moment. */
export async function verifyAudit(db: Db, batch = 2000): Promise<AuditVerdict> {
  return readAtOnce(db, (tx) => walk(tx, batch));
}

async function walk(db: Tx, batch: number): Promise<AuditVerdict> {
  let state: ChainState = chainStart;
  for (;;) {
    const rows = await db.select().from(auditEntries).where(gt(auditEntries.seq, state.seq)).orderBy(asc(auditEntries.seq)).limit(batch);
    for (const row of rows) {
      const next = follow(state, { ...row, at: row.at.toISOString(), before: row.before ?? null, after: row.after ?? null });
      if (isBreak(next)) return { entries: state.seq, head: state.hash, break: next };
      state = next;
    }
    if (rows.length < batch) break;
  }
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1));
  const truncated = !head || head.seq !== state.seq || head.hash !== state.hash;
  const reason = `The trail ends at entry ${state.seq}, but its head says ${head?.seq ?? "nothing"}.`;
  return { entries: state.seq, head: state.hash, break: truncated ? { seq: Math.min(state.seq, head?.seq ?? 0) + 1, reason } : null };
}
