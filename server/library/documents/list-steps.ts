import type { Ctx, OwnerScope } from "@/server/platform/context";
import { type DocumentStep, documentStepNames } from "./schema";
import { readSteps, type StepRow } from "./steps-store";

export type StepItem = {
  readonly step: DocumentStep;
  readonly status: StepRow["status"] | "waiting";
  /** What came of it or why not, in words; may be empty. */
  readonly detail: string;
};

/** Every part of the processing of some of the owner's documents, in order, with how far it is. A document that is not the owner's has none begun. */
export async function listSteps(ctx: Pick<Ctx, "db">, scope: OwnerScope, documentIds: readonly string[]): Promise<Map<string, StepItem[]>> {
  const rows = await readSteps(ctx.db, scope, documentIds);
  return new Map(
    documentIds.map((id) => [
      id,
      documentStepNames.map((step): StepItem => {
        const row = rows.find((one) => one.documentId === id && one.step === step);
        return { step, status: row?.status ?? "waiting", detail: row?.detail ?? "" };
      }),
    ]),
  );
}
