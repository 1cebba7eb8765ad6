import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { type DocumentStep, documentStepNames } from "./schema";
import { readSteps, type StepRow } from "./steps-store";
import { readSummary } from "./store";

export type StepItem = { readonly step: DocumentStep; readonly status: StepRow["status"] | "waiting"; readonly detail: string };

/** Every part of a document's processing in order, with how far it is and what came of it. */
export async function listSteps(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<StepItem[]> {
  if (!(await readSummary(ctx.db, scope, documentId))) throw notFound("document");
  const rows = await readSteps(ctx.db, scope, [documentId]);
  return documentStepNames.map((step) => {
    const row = rows.find((one) => one.step === step);
    return { step, status: row?.status ?? "waiting", detail: row?.detail ?? "" };
  });
}
