// For tests: stand-ins on free ports of this process, and the environment that leads every provider to them.
import { allStandins } from "./all";
import { type RunningStandins, startStandins } from "./server";
import type { Standin } from "./wire";

const from = 20_000;
const range = 30_000;

/** Starts them on thirty free ports in a row; `environment` leads the providers there with the keys that stand-ins take. */
export async function startOnFreePorts(list: readonly Standin[] = allStandins) {
  for (;;) {
    const firstPort = from + Math.floor(Math.random() * range);
    try {
      const standins = await startStandins(list, { firstPort });
      return { standins, environment: { VARIORUM_STANDINS: "1", VARIORUM_STANDINS_PORT: String(firstPort) } };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

const addressed = {
  openai: "OPENAI",
  perplexity: "PERPLEXITY",
  xai: "XAI",
  gemini: "GEMINI",
  tavily: "TAVILY",
  rxnorm: "RXNORM",
  openfda: "OPENFDA",
  crossref: "CROSSREF",
  doi: "DOI",
  pubmed: "PUBMED",
  clinicaltrials: "CLINICALTRIALS",
  ema: "EMA",
  europepmc: "EUROPEPMC",
  dailymed: "DAILYMED",
  sefaria: "SEFARIA",
  "bible-api": "BIBLE_API",
} as const satisfies Partial<Record<Standin["id"], string>>;

/** The environment of an installation that has keys of its own and asks vendors at these addresses: no stand-in that it knows of. */
export function vendorEnvironment(standins: Pick<RunningStandins, "baseUrl">, keyOf: (name: string) => string): Record<string, string> {
  const addresses = Object.entries(addressed).map(([id, name]) => [`${name}_BASE_URL`, standins.baseUrl(id as keyof typeof addressed)]);
  const keys = ["OPENAI", "PERPLEXITY", "XAI", "GEMINI", "TAVILY", "OPENFDA"].map((name) => [`${name}_API_KEY`, keyOf(name)]);
  const prices = { OPENAI_PRICE: "1.25/10/10", GEMINI_PRICE: "0.3/2.5/14", GEMINI_GROUNDING: "on", VARIORUM_STANDINS: "0" };
  return { ...Object.fromEntries([...addresses, ...keys]), ...prices, NCBI_API_KEY: keyOf("NCBI") };
}
