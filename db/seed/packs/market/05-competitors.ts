import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const bases = vocabulary(`
  price: pricing, lower prices, low-cost
  quality: performance, reliability
  technology: innovation, patents, research and development
  brand: reputation
  distribution: sales network, channels
  scale: economies of scale, installed base
  service: customer service, support
  switching costs: lock-in, network effects
  regulation: licences, barriers to entry
`);

const relations = vocabulary(`
  direct competitor: competes directly, direct competitors, rival, rivals
  substitute: substitutes, alternative to
  new entrant: new entrants, start-up, startups
  supplier: suppliers
  partner: partners, partnership
  customer: customers who also compete
`);

export const competitors: CategoryDefinitionInput = {
  slug: "competitors",
  name: "Competitors",
  description: "Who competes, in which field, with what share and on what basis, as the company and as others see it.",
  searchParameters: {
    queries: [
      "{subject} competitors",
      "{subject} competitive landscape market share",
      "{subject} compared with rivals",
      "{subject} annual report competition section",
    ],
    domains: ["sec.gov"],
    recencyDays: 1825,
    terms: phrases(
      `competitor, competitors, competition, competes, compete, rival, rivals, market leader, market share, alternative, substitutes, barriers to entry, competitive advantage`,
    ),
  },
  processingRules: {
    facts: [
      prose("competitor", "Competitors", "competitor, competitors, competes with, compete with, rival, rivals, competition from, compared with", {
        section: "Who",
      }),
      setOf("relation", "Relation", "competes, competitor, competitors, competition, rival, rivals", relations, { section: "Who" }),
      setOf("basis", "Basis of competition", "compete, competes, competition, advantage, competitive, differentiates, strengths", bases, {
        section: "Basis",
      }),
      quantity("share", "Market share", "%", "market share, share of the market, of the market", {
        section: "Shares",
        scale: "percent",
        comparability: ["definition", "as_of", "jurisdiction", "partner"],
        strategy: "interval",
        plausible: { low: 0, high: 100 },
      }),
      quantity("rank", "Rank", "1", "ranked, ranks, number one, position, largest", {
        section: "Shares",
        comparability: ["definition", "as_of", "jurisdiction"],
        strategy: "newest_effective",
        plausible: { low: 1, high: 10_000 },
      }),
      prose("advantage", "Advantages claimed", "competitive advantage, differentiates, strengths, moat, barriers to entry, unique", {
        section: "Basis",
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Name competitors by field with market shares, definition and date, and the basis of competition; give the company's own account and independent ones separately.",
    extract: "Record who names the competitor. A company's praise of itself is a claim of that company.",
    adjudicate: "Lists may differ by field and date: keep the union with support. Shares need one definition, region and date.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095 },
  conflictResolutionStrategy: "set_union",
  priority: 50,
};
