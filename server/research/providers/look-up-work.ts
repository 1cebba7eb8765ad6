import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { RegisterLook } from "../verification/schema";
import { lookUpDoi } from "./adapters/crossref/look-up-doi";
import { lookUpPmid } from "./adapters/pubmed/look-up-pmid";
import { sharedGet } from "./adapters/record/api-provider";
import { apiLimits } from "./adapters/record/limits";

/** Nothing is documented. */
const resolverLimit = { burst: 5, periodMs: 1000 };

/** What the register of a DOI or PMID lists under it; whatever the register does is a value. `signal` ends the asking and is thrown. */
export function lookUpWork(ctx: Pick<Ctx, "clock">, work: { scheme: "doi" | "pmid"; value: string }, signal: AbortSignal): Promise<RegisterLook> {
  const { apis, contact, ncbiKey } = config();
  const options = { contact, fetch, signal, now: ctx.clock.now() };
  if (work.scheme === "pmid")
    return lookUpPmid(work.value, { ...options, baseUrl: apis.pubmed, apiKey: ncbiKey, get: sharedGet("pubmed", apiLimits.pubmed) });
  return lookUpDoi(work.value, {
    ...options,
    baseUrl: apis.crossref,
    resolver: apis.doi,
    get: sharedGet("crossref", apiLimits.crossref),
    getResolver: sharedGet("doi", resolverLimit),
  });
}
