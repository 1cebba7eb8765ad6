// How far each part of a document's processing is. Rows are reached through their document, which is bound to its owner.
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { documentSteps, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";
import type { DocumentStep } from "./schema";

export type StepRow = typeof documentSteps.$inferSelect;

export async function readSteps(db: Queryable, scope: OwnerScope, documentIds: readonly string[]): Promise<StepRow[]> {
  if (documentIds.length === 0) return [];
  const rows = await db
    .select({ step: documentSteps })
    .from(documentSteps)
    .innerJoin(documents, eq(documents.id, documentSteps.documentId))
    .where(and(or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace")), inArray(documentSteps.documentId, [...documentIds])))
    .orderBy(asc(documentSteps.startedAt));
  return rows.map((row) => row.step);
}

/** How a step begins: for the first time (or after a failure), again where it was cut off, or not at all, as it has ended well or its document is gone. */
export type StepStart = "started" | "resumed" | "nothing";

export async function startStep(tx: Tx, scope: OwnerScope, documentId: string, step: DocumentStep, at: Date): Promise<StepStart> {
  const [owned] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.ownerId, scope.ownerId)));
  if (!owned) return "nothing";
  const started = await tx
    .insert(documentSteps)
    .values({ documentId, step, status: "running", startedAt: at })
    .onConflictDoUpdate({
      target: [documentSteps.documentId, documentSteps.step],
      set: { status: "running", detail: "", startedAt: at, endedAt: null },
      setWhere: sql`${documentSteps.status} = 'failed'`,
    })
    .returning({ step: documentSteps.step });
  if (started.length > 0) return "started";
  const resumed = await tx
    .update(documentSteps)
    .set({ startedAt: at })
    .where(and(eq(documentSteps.documentId, documentId), eq(documentSteps.step, step), eq(documentSteps.status, "running")))
    .returning({ step: documentSteps.step });
  return resumed.length > 0 ? "resumed" : "nothing";
}

export type StepEnd = { readonly status: "done" | "skipped" | "failed"; readonly detail: string };

/** Ends a running step; false when another run did so first. */
export async function endStep(tx: Tx, documentId: string, step: DocumentStep, end: StepEnd, at: Date): Promise<boolean> {
  const rows = await tx
    .update(documentSteps)
    .set({ ...end, endedAt: at })
    .where(and(eq(documentSteps.documentId, documentId), eq(documentSteps.step, step), eq(documentSteps.status, "running")))
    .returning({ step: documentSteps.step });
  return rows.length > 0;
}

/** Changes how a step ended that had passed its work over or failed; false where it did not. */
export async function mendEnd(tx: Tx, documentId: string, step: DocumentStep, end: StepEnd, at: Date): Promise<boolean> {
  const rows = await tx
    .update(documentSteps)
    .set({ ...end, endedAt: at })
    .where(and(eq(documentSteps.documentId, documentId), eq(documentSteps.step, step), inArray(documentSteps.status, ["skipped", "failed"])))
    .returning({ step: documentSteps.step });
  return rows.length > 0;
}

export async function ownerOf(db: Queryable, documentId: string): Promise<string | null> {
  const [row] = await db.select({ ownerId: documents.ownerId }).from(documents).where(eq(documents.id, documentId));
  return row?.ownerId ?? null;
}

/** Forgets all steps, so that they are gone through again. */
export async function clearSteps(tx: Tx, documentId: string): Promise<void> {
  await tx.delete(documentSteps).where(eq(documentSteps.documentId, documentId));
}
