import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { callOptions } from "./adapters/record/api-provider";
import { apiLimits } from "./adapters/record/limits";
import { type FoundConcept, findConcept } from "./adapters/rxnorm/find-concept";

export type { FoundConcept } from "./adapters/rxnorm/find-concept";

/** The ingredient a drug's name stands for, from RxNorm; `signal` ends the asking. */
export function findDrug(ctx: Pick<Ctx, "db" | "clock" | "log">, name: string, signal: AbortSignal): Promise<FoundConcept> {
  const service = { id: "rxnorm", name: "RxNorm", limit: apiLimits.rxnorm };
  return findConcept(name, { baseUrl: config().apis.rxnorm, ...callOptions(ctx, service, signal) });
}
