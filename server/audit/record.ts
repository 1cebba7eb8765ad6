// The only way into the audit trail: inside the transaction of the change it records.
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { auditEntries, auditHead } from "@/db/schema/audit";
import { actorName, type Ctx } from "@/server/platform/context";
import { entryHash } from "./core/chain";

export type AuditRecord = {
  /** verb.noun, as in "request.submit". */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** Ids, hashes, states and numbers; never a subject, a name or a text. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly reason?: string | null;
};

/** Appends one entry. The head row's lock makes writers queue, so the chain has neither gap nor fork. */
export async function recordAudit(tx: Tx, ctx: Pick<Ctx, "actor" | "clock" | "requestId">, record: AuditRecord): Promise<number> {
  const [head] = await tx
    .update(auditHead)
    .set({ seq: sql`${auditHead.seq} + 1` })
    .where(eq(auditHead.id, 1))
    .returning({ seq: auditHead.seq, hash: auditHead.hash });
  if (!head) throw new Error("The audit head row is missing: run the migrations.");
  const at = ctx.clock.now();
  const content = {
    seq: head.seq,
    at: at.toISOString(),
    actor: actorName(ctx.actor),
    action: record.action,
    entity: record.entity,
    entityId: record.entityId,
    before: asJson(record.before),
    after: asJson(record.after),
    reason: record.reason ?? null,
    requestId: ctx.requestId,
    prevHash: head.hash,
  };
  const hash = entryHash(content);
  await tx.insert(auditEntries).values({ ...content, at, hash });
  await tx.update(auditHead).set({ hash }).where(eq(auditHead.id, 1));
  return head.seq;
}

/** The value as the database will give it back: what JSON drops is dropped before hashing. */
function asJson(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));
}
