import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { amount } from "./vocabulary";

const segments = vocabulary(`
  consumers: households, individuals
  small business: small businesses, smes, small and medium-sized
  enterprise: large enterprises, enterprise customers
  public sector: government, federal agencies, municipalities
  healthcare: hospitals, health systems
  education: schools, universities
  financial services: banks, insurers
  industry: manufacturers, oems
  retail: retailers
`);

const models = vocabulary(`
  subscription: subscriptions, per month, annual plan, per seat
  usage-based: pay as you go, per use, metered
  licence: perpetual license, licence fee
  transaction fee: commission, take rate
  advertising: ad-supported
  freemium: free tier
  one-time sale: unit price
  tender: framework contract
`);

export const customersPricing: CategoryDefinitionInput = {
  slug: "customers_pricing",
  name: "Customers and pricing",
  description: "Who buys, how concentrated and how loyal customers are, how prices are set and what they are.",
  searchParameters: {
    queries: [
      "{subject} customers segments",
      "{subject} pricing plans list price",
      "{subject} customer concentration largest customer",
      "{subject} retention churn net revenue retention",
    ],
    domains: ["sec.gov"],
    recencyDays: 1095,
    terms: phrases(
      `customer, customers, clients, users, subscribers, price, prices, pricing, per month, per user, subscription, discount, churn, retention, largest customer, contract, list price`,
    ),
  },
  processingRules: {
    facts: [
      setOf("segment", "Customer segments", "customers, customer, serves, clients, users, sells to, sold to", segments, { section: "Customers" }),
      quantity("customer_count", "Number of customers", "1", "customers, subscribers, users, clients, active users, paying customers, members", {
        section: "Customers",
        scale: "count",
        comparability: ["as_of", "definition", "jurisdiction"],
        strategy: "newest_effective",
        plausible: { low: 0, high: 1e10 },
      }),
      quantity("concentration", "Largest customers", "%", "largest customer, largest customers, ten largest customers, single customer, of revenue", {
        section: "Customers",
        scale: "percent",
        requireCue: phrases("customer, customers"),
        comparability: ["fiscal_period", "definition"],
        strategy: "authority",
        plausible: { low: 0, high: 100 },
      }),
      quantity("retention", "Retention", "%", "retention rate, net revenue retention, gross retention, renewal rate, retention", {
        section: "Loyalty",
        scale: "percent",
        comparability: ["fiscal_period", "definition"],
        plausible: { low: 0, high: 400 },
      }),
      quantity("churn", "Churn", "%", "churn, churn rate, cancellations", {
        section: "Loyalty",
        scale: "percent",
        comparability: ["fiscal_period", "definition"],
        plausible: { low: 0, high: 100 },
      }),
      setOf("pricing_model", "Pricing model", "pricing, price, charges, revenue, fee, fees, plans, sold", models, { section: "Pricing" }),
      amount("price", "Prices", "price, prices, costs, priced at, list price, per month, per user, starts at, fee of", {
        section: "Pricing",
        exclude: phrases("share price, stock price, offer price"),
        comparability: ["currency", "as_of", "price_type", "definition", "jurisdiction"],
        strategy: "newest_effective",
      }),
      prose("contract", "Contract terms", "contract, contracts, minimum term, notice period, discount, framework agreement", { section: "Pricing" }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search: "Report customer segments and numbers, concentration, retention, pricing model and current prices with currency, plan, region and date.",
    extract: "A price needs plan, currency, period and date. Users, customers and subscribers are different counts: keep the word used.",
    adjudicate: "Newest price of one plan and region stands; others are history. Counts differ by definition before they conflict.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 9, mustAnchorQuote: true, maxAgeDays: 730 },
  conflictResolutionStrategy: "newest_effective",
  priority: 60,
};
