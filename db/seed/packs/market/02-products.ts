import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const stages = vocabulary(`
  announced: unveiled, announced
  in development: under development, pipeline, prototype, in trials
  beta: public beta, early access, pilot
  launched: was launched, released, general availability, brought to market
  approved: received approval, certified
  discontinued: withdrawn from sale, end of life, retired, phased out
`);

const offerKinds = vocabulary(`
  software: software as a service, saas, platform, app
  hardware: device, devices, equipment
  service: services, consulting
  consumable: consumables, reagents
  medicine: medicines, drug, vaccine
  vehicle: vehicles
  component: components, semiconductors, chips
  content: media, publishing
  financial product: insurance, loan, payment service
  commodity: raw materials, energy
`);

export const products: CategoryDefinitionInput = {
  slug: "products",
  name: "Products and services",
  description: "What is sold: lines and brands, stage, launch dates, weight in revenue, and what was given up.",
  searchParameters: {
    queries: [
      "{subject} products and services",
      "{subject} product launch",
      "{subject} revenue by product line segment",
      "{subject} discontinued products roadmap",
    ],
    domains: ["sec.gov"],
    terms: phrases(
      `product, products, service, services, brand, brands, platform, launched, launch, segment, portfolio, product line, pipeline, discontinued, release, offering, offerings`,
    ),
  },
  processingRules: {
    facts: [
      prose("product", "Products", "product, products, offers, sells, markets, portfolio, brands, service, services, platform", { section: "Offer" }),
      setOf("offer_kind", "Kinds of offer", "offers, sells, products, product, provides, develops, manufactures, services", offerKinds, {
        section: "Offer",
      }),
      setOf("stage", "Stage", "product, service, version, platform, launched, launch, announced, released, discontinued, development", stages, {
        excludeCue: phrases("acquisition, acquired, acquires, merger, takeover, lawsuit"),
        section: "Stage",
        requireCue: phrases("launched, launch, announced, released, discontinued, development, beta, approved, pilot, unveiled, available"),
        comparability: ["definition", "as_of"],
      }),
      date("launch_date", "Launch", "launched, released, introduced, launch, brought to market, available since, went on sale", {
        section: "Stage",
        comparability: ["definition", "jurisdiction"],
        strategy: "authority",
      }),
      quantity("revenue_share", "Share of revenue", "%", "of revenue, of net sales, share of revenue, revenue from, accounted for, of total sales", {
        section: "Weight",
        scale: "percent",
        requireCue: phrases("revenue, sales, turnover"),
        comparability: ["fiscal_period", "definition"],
        strategy: "authority",
        plausible: { low: 0, high: 100 },
      }),
      quantity("units_sold", "Units", "1", "units sold, units shipped, deliveries, shipments, installed base, delivered, shipped, sold", {
        section: "Weight",
        scale: "count",
        comparability: ["fiscal_period", "definition", "jurisdiction"],
        strategy: "authority",
        plausible: { low: 0, high: 1e11 },
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "List products and services by line with stage, launch date, share of revenue or units and period, and discontinued lines. Separate what is sold from what is announced.",
    extract: "An announcement is not a launch. Revenue shares carry their fiscal period and segment definition.",
    adjudicate: "Filings before the company's pages, these before press. Differences by segment definition or period are not conflicts.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095 },
  conflictResolutionStrategy: "authority",
  priority: 20,
};
