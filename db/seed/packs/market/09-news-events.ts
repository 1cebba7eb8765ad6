import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { amount } from "./vocabulary";

const kinds = vocabulary(`
  acquisition: acquires, acquired, takeover, buyout
  merger: merges with
  divestiture: sells its, spin-off, carve-out
  partnership: joint venture, collaboration, alliance
  funding: funding round, raised capital, ipo, initial public offering
  layoffs: job cuts, restructuring, redundancies
  expansion: new plant, opens, enters the market
  closure: closes, shut down
  incident: data breach, outage, accident, fire
  recall: product recall
  strike: industrial action
  results: reported results, profit warning
  insolvency: bankruptcy, chapter 11, administration
  award: wins contract, contract award
`);

export const newsEvents: CategoryDefinitionInput = {
  slug: "news_events",
  name: "News and events",
  description: "What happened lately: deals, financing, restructuring, incidents, each with date and the first source.",
  searchParameters: {
    queries: [
      "{subject} news",
      "{subject} acquisition merger announcement",
      "{subject} layoffs restructuring",
      "{subject} incident outage recall",
      "{subject} partnership contract",
    ],
    domains: ["sec.gov", "businesswire.com", "reuters.com"],
    recencyDays: 730,
    terms:
      phrases(`announced, acquires, acquired, acquisition, merger, joint venture, partnership, layoffs, restructuring, ipo, bankruptcy, breach, recall, strike, opens, closes, contract, deal,
      press release`),
  },
  processingRules: {
    facts: [
      setOf("event_kind", "Events", "announced, reported, agreed, completed, deal, plans to, closed, acquire, acquires, acquired, will cut", kinds, {
        section: "Events",
        comparability: ["as_of"],
      }),
      date("event_date", "Dates", "announced, completed, closed, signed, reported, effective, agreed, acquired, launched", {
        section: "Events",
        requireCue: phrases("announced, completed, closed, signed, acquired, merger, agreed, launched, filed, opened"),
        comparability: ["definition", "study"],
        strategy: "authority",
      }),
      amount(
        "deal_value",
        "Deal value",
        "valued at, purchase price, transaction value, deal worth, consideration of, in a deal, acquired for, acquisition for, sold for, acquire * for, acquired * for, acquires * for, acquisition of * for, buy * for, bought * for, sold * for",
        {
          section: "Amounts",
          requireCue: phrases("acquisition, acquired, acquire, deal, purchase, transaction, merger, takeover, sold, sale of"),
          comparability: ["currency", "definition", "study"],
        },
      ),
      quantity("jobs_affected", "Jobs affected", "1", "jobs, employees, positions, layoffs, redundancies", {
        section: "Amounts",
        scale: "count",
        requireCue: phrases("layoffs, job cuts, cut, redundancies, laid off, restructuring, eliminate, lose"),
        comparability: ["as_of", "definition"],
        plausible: { low: 1, high: 1_000_000 },
      }),
      prose("event", "What happened", "announced, acquired, completed, agreed, closed, breach, incident, restructuring", { section: "Events" }),
      prose("reaction", "Reactions", "shares fell, shares rose, analysts, criticised, welcomed, commented", { section: "Reactions" }),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "List events of about two years, newest first: what, date, amount, parties, first source (filing or release) and one independent report. Mark rumours as such.",
    extract: "Announced, signed and completed are different dates. Agency copies are one voice; cite the first source.",
    adjudicate: "Later reports correct earlier ones. Values differ by what they include (debt, earn-outs): name it. Rumours never outweigh filings.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095 },
  conflictResolutionStrategy: "newest_effective",
  priority: 90,
};
