import type { Ctx } from "@/server/platform/context";
import { llmConfigured, type Proposal, type ProposeInput, proposeObject } from "@/server/platform/llm";
import { keptProposal } from "@/server/platform/llm-kept";
import { type CategoryRun, loadRun } from "../requests/load-run";
import { refused, withinCaps } from "./within-caps";

/** Asks the model that writes, within the caps of the request and of its owner's month; the call stands in the ledger like any other. What it answered to the same lately stands. */
export async function proposeWithin<T>(
  ctx: Ctx,
  { request, category }: Pick<CategoryRun, "request" | "category">,
  input: ProposeInput<T>,
): Promise<Proposal<T>> {
  const configured = llmConfigured();
  if (!configured) return proposeObject(ctx, input);
  // A step asks many questions; none of them is worth its money once nobody waits for the answer.
  if (!(await loadRun(ctx.db, category.id, category.round)))
    return refused(configured.model, { kind: "off", retryable: false, message: "The category is no longer worked on." });
  const payer = { ownerId: request.ownerId, request: { id: request.id, capUsd: request.capUsd } };
  return keptProposal(ctx, input, { fresh: request.fresh }, () => withinCaps(ctx, payer, () => proposeObject(ctx, input)));
}
