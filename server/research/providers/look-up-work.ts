import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { RegisterLook } from "../verification/schema";
import { lookUpDoi } from "./adapters/crossref/look-up-doi";
import { lookUpPmid } from "./adapters/pubmed/look-up-pmid";
import { callOptions } from "./adapters/record/api-provider";
import { apiLimits } from "./adapters/record/limits";

const crossref = { id: "crossref", name: "Crossref", limit: apiLimits.crossref };
const pubmed = { id: "pubmed", name: "PubMed", limit: apiLimits.pubmed };
/** Nothing is documented. */
const resolver = { id: "doi", name: "doi.org", limit: { burst: 5, periodMs: 1000 } };

/** What the register of a DOI or PMID lists under it; whatever the register does is a value. `signal` ends the asking and is thrown. */
export function lookUpWork(
  ctx: Pick<Ctx, "db" | "clock" | "log">,
  { scheme, value }: { scheme: "doi" | "pmid"; value: string },
  signal: AbortSignal,
): Promise<RegisterLook> {
  const { apis, ncbiKey } = config();
  if (scheme === "pmid") return lookUpPmid(value, { ...callOptions(ctx, pubmed, signal), baseUrl: apis.pubmed, apiKey: ncbiKey });
  return lookUpDoi(value, {
    ...callOptions(ctx, crossref, signal),
    baseUrl: apis.crossref,
    resolver: { ...callOptions(ctx, resolver, signal), baseUrl: apis.doi },
  });
}
