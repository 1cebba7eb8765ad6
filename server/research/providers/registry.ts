import { AppError } from "@/server/platform/errors";
import { bibleApi } from "./adapters/bible-api/bible-api";
import { clinicalTrials } from "./adapters/clinicaltrials/clinicaltrials";
import { crossref } from "./adapters/crossref/crossref";
import { dailyMed } from "./adapters/dailymed/dailymed";
import { ema } from "./adapters/ema/ema";
import { europePmc } from "./adapters/europepmc/europepmc";
import { gemini } from "./adapters/gemini/gemini";
import { library } from "./adapters/library/library";
import { openAi } from "./adapters/openai/openai";
import { openFda } from "./adapters/openfda/openfda";
import { perplexity } from "./adapters/perplexity/perplexity";
import { pubMed } from "./adapters/pubmed/pubmed";
import { rxNorm } from "./adapters/rxnorm/rxnorm";
import { sefaria } from "./adapters/sefaria/sefaria";
import { tavily } from "./adapters/tavily/tavily";
import { xai } from "./adapters/xai/xai";
import type { Provider } from "./port";
import type { ProviderInfo } from "./schema";

/** Every provider Variorum knows, in the order pages list them. */
const providers: readonly Provider[] = [
  library,
  openAi,
  perplexity,
  xai,
  gemini,
  tavily,
  openFda,
  dailyMed,
  ema,
  rxNorm,
  clinicalTrials,
  pubMed,
  europePmc,
  crossref,
  sefaria,
  bibleApi,
];

export function listProviders(): ProviderInfo[] {
  return providers.map((provider) => provider.info());
}

export function findProvider(id: string): Provider | null {
  return providers.find((provider) => provider.info().id === id) ?? null;
}

/** The providers of a request out of those known: the named ones, or all that can be asked. Throws one sentence for a name that is unknown or off. */
export function chooseProviders(named: readonly string[], known: readonly ProviderInfo[] = listProviders()): ProviderInfo[] {
  const ids = known.map((info) => info.id).join(", ");
  const chosen = named.length === 0 ? known.filter((info) => info.off === null) : [...new Set(named)].map((id) => pick(known, id, ids));
  if (chosen.length === 0) throw new AppError("bad_request", "No provider can be asked. Add documents to the library or set a key.");
  return chosen;
}

function pick(known: readonly ProviderInfo[], id: string, ids: string): ProviderInfo {
  const info = known.find((candidate) => candidate.id === id);
  if (!info) throw new AppError("bad_request", `There is no provider "${id}". Known: ${ids}.`);
  if (info.off) throw new AppError("bad_request", `${info.name} cannot be asked: ${info.off}`);
  return info;
}
