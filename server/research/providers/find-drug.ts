import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { sharedGet } from "./adapters/record/api-provider";
import { apiLimits } from "./adapters/record/limits";
import { type FoundConcept, findConcept } from "./adapters/rxnorm/find-concept";

export type { FoundConcept } from "./adapters/rxnorm/find-concept";

/** The ingredient a drug's name stands for, from RxNorm; `signal` ends the asking. */
export function findDrug(ctx: Pick<Ctx, "clock">, name: string, signal: AbortSignal): Promise<FoundConcept> {
  const { apis, contact } = config();
  const get = sharedGet("rxnorm", apiLimits.rxnorm);
  return findConcept(name, { baseUrl: apis.rxnorm, contact, fetch, signal, now: ctx.clock.now(), get });
}
