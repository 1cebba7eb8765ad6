import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { estimate } from "./vocabulary";

const definitions = vocabulary(`
  total addressable market: tam
  serviceable available market: sam, serviceable addressable market
  serviceable obtainable market: som
  revenue at manufacturer prices: ex-factory, manufacturer selling price
  retail value: retail sales value, consumer spending
  volume: units, tonnes
  spending: expenditure, spend
`);

export const marketSize: CategoryDefinitionInput = {
  slug: "market_size",
  name: "Market size",
  description: "How large the market is and how fast it grows, always with definition, region and year; shown as a range of estimates.",
  searchParameters: {
    queries: [
      "{subject} market size estimate",
      "{subject} market growth CAGR forecast",
      "{subject} total addressable market definition",
      "{subject} market share region",
    ],
    domains: ["ec.europa.eu", "census.gov", "oecd.org"],
    recencyDays: 1825,
    terms: phrases(
      `market size, market was valued, global market, addressable market, tam, cagr, compound annual growth rate, forecast, market share, market volume, billion, segment, region, estimate`,
    ),
  },
  processingRules: {
    facts: [
      estimate(
        "market_size",
        "Market size",
        "market size, market was valued at, market is valued at, global market, worth, addressable market, tam, market volume, market is estimated",
        {
          section: "Size",
          exclude: phrases("market capitalization, market capitalisation"),
        },
      ),
      estimate("market_forecast", "Forecast", "projected to reach, expected to reach, forecast to reach, will reach, is projected", {
        section: "Forecast",
      }),
      quantity("cagr", "Growth per year", "%", "cagr, compound annual growth rate, annual growth, growth rate, grow at, growing at", {
        section: "Forecast",
        comparability: ["definition", "fiscal_period", "jurisdiction", "as_of"],
        tolerance: { rounding: 0.03, minor: 0.2 },
        plausible: { low: -100, high: 1000 },
      }),
      quantity("market_share", "Market share", "%", "market share, share of the market, of the market", {
        section: "Shares",
        scale: "percent",
        comparability: ["definition", "as_of", "jurisdiction", "partner"],
        plausible: { low: 0, high: 100 },
      }),
      setOf(
        "definition",
        "Definition used",
        "defined as, definition, measured, includes, estimate, market size, addressable market, market was valued at",
        definitions,
        { section: "Definition" },
      ),
      prose("method", "Method", "estimate is based on, methodology, bottom-up, top-down, survey of, assumes", { section: "Definition" }),
    ],
    comparability: ["definition"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Collect estimates of size and growth with publisher, definition, region, base year, method and date; prefer statistics offices and audited filings over sellers of reports.",
    extract:
      "An estimate without definition, region and base year is incomplete: leave the qualifier empty. Press releases repeating one report share that report as upstream.",
    adjudicate: "Never average. Show the range; explain differences by definition, region, year and method. Copies of one report count once.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095 },
  conflictResolutionStrategy: "interval",
  priority: 40,
};
