import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { listSteps, type StepItem } from "./list-steps";
import { readSummary } from "./store";

/** How far the processing of one of the owner's documents is. */
export async function getSteps(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<readonly StepItem[]> {
  if (!(await readSummary(ctx.db, scope, documentId))) throw notFound("document");
  return (await listSteps(ctx, scope, [documentId])).get(documentId) ?? [];
}
