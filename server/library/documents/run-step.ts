// One part of a document's processing, told on the owner's stream as it starts and as it ends. What it found and that it ended are written together.
import { type Ctx, ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { recordProgress } from "@/server/progress/record";
import { openLibraryStream } from "./library-stream";
import { type DocumentStep, type LibraryEventType, libraryStream } from "./schema";
import { endStep, mendEnd, readSteps, type StepEnd, startStep } from "./steps-store";
import { readSummary } from "./store";

export type DocumentRef = { readonly documentId: string; readonly ownerId: string };
export type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];
export type StepResult = StepEnd | { readonly status: "gone" };

/** Runs `work` unless the step has ended well; what `work` returns writes its findings inside the transaction that ends the step. */
export async function runStep(
  ctx: Ctx,
  ref: DocumentRef,
  step: DocumentStep,
  work: () => Promise<(tx: Tx) => Promise<StepEnd>>,
): Promise<StepResult> {
  if (!(await beginStep(ctx, ref, step))) return endedStep(ctx, ref, step);
  const write = await work();
  await ctx.db.transaction(async (tx) => {
    const end = await write(tx);
    await finishStep(tx, ctx, ref, step, end);
  });
  return endedStep(ctx, ref, step);
}

/** False when there is nothing to do: the step has ended well, or the document is gone. */
export async function beginStep(ctx: Ctx, ref: DocumentRef, step: DocumentStep): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const start = await startStep(tx, ownerScope(ref.ownerId), ref.documentId, step, ctx.clock.now());
    // A step that was cut off has been told already: readers are told what changes, not how often a process was killed.
    if (start === "started") await tell(tx, ctx, ref.ownerId, "document.step", { documentId: ref.documentId, step, status: "running" });
    return start !== "nothing";
  });
}

export async function finishStep(tx: Tx, ctx: Ctx, ref: DocumentRef, step: DocumentStep, end: StepEnd): Promise<void> {
  if (!(await endStep(tx, ref.documentId, step, end, ctx.clock.now()))) return;
  await tell(tx, ctx, ref.ownerId, "document.step", { documentId: ref.documentId, step, status: end.status });
}

/** Says of a step that ended without its work that this has been done since; nothing where it stands otherwise. */
export async function mendStep(tx: Tx, ctx: Ctx, ref: DocumentRef, step: DocumentStep, end: StepEnd): Promise<void> {
  if (!(await mendEnd(tx, ref.documentId, step, end, ctx.clock.now()))) return;
  await tell(tx, ctx, ref.ownerId, "document.step", { documentId: ref.documentId, step, status: end.status });
}

/** Ends a step that kept breaking, with one sentence; the others are not held up by it. */
export async function giveUpStep(ctx: Ctx, ref: DocumentRef, step: DocumentStep, reason: string): Promise<void> {
  await ctx.db.transaction((tx) => finishStep(tx, ctx, ref, step, { status: "failed", detail: reason }));
}

async function endedStep(ctx: Ctx, { documentId, ownerId }: DocumentRef, step: DocumentStep): Promise<StepResult> {
  const scope = ownerScope(ownerId);
  const row = (await readSteps(ctx.db, scope, [documentId])).find((one) => one.step === step);
  if (!row) return { status: "gone" };
  if (row.status !== "running") return { status: row.status, detail: row.detail };
  const there = await readSummary(ctx.db, scope, documentId);
  return there ? { status: "done", detail: "" } : { status: "gone" };
}

export async function tell(tx: Tx, ctx: Ctx, ownerId: string, type: LibraryEventType, body: Record<string, unknown>): Promise<void> {
  await openLibraryStream(tx, ownerScope(ownerId));
  // The conditional update before it makes each event happen once; runs after a retry are events of their own.
  await recordProgress(tx, libraryStream(ownerId), ctx.clock.now(), { type, body, dedupeKey: `${type}:${newId()}` });
}
