import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, oneOf, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const kinds = vocabulary(`
  market: demand decline, cyclical demand
  competition: competitive pressure
  customer concentration: dependence on a few customers, loss of a major customer
  supply chain: single supplier, sole source, shortage of components
  technology: obsolescence, cybersecurity, cyberattack
  regulatory: change of law, loss of licence
  litigation: legal proceedings
  financial: liquidity, refinancing, covenant, leverage
  currency: exchange rates, foreign exchange
  interest rate: interest rates
  geopolitical: war, sanctions, trade barriers, tariffs
  climate: physical climate risk, transition risk
  people: key personnel, loss of key employees
  reputation: reputational damage
  going concern: substantial doubt, ability to continue
  internal control: material weakness
`);

const ratings = vocabulary(`
  investment grade: aaa, aa, bbb, baa, aa1, aa2, aa3, a1, a2, a3, baa1, baa2, baa3, bbb+, bbb-
  speculative grade: bb, ba, ccc, caa, junk, ba1, ba2, ba3, b1, b2, b3, caa1, caa2, caa3, bb+, bb-
  default: in default, selective default
`);

export const risks: CategoryDefinitionInput = {
  slug: "risks",
  name: "Risks",
  description: "What could go wrong, as the company discloses and as others judge: kinds of risk, exposure, mitigation, ratings.",
  searchParameters: {
    queries: [
      "{subject} risk factors annual report",
      "{subject} credit rating outlook",
      "{subject} dependence supplier customer",
      "{subject} cybersecurity climate risk exposure",
      "{subject} going concern material weakness",
    ],
    domains: ["sec.gov"],
    recencyDays: 1095,
    terms:
      phrases(`risk, risks, risk factors, exposure, depend on, dependence, uncertainty, could adversely affect, material weakness, going concern, credit rating, downgrade, vulnerability, mitigation,
      hedging, tariffs`),
  },
  processingRules: {
    facts: [
      setOf("risk_kind", "Kinds of risk", "risk, risks, exposed to, exposure, depend, depends, could, adversely, uncertainty, vulnerable", kinds, {
        section: "Risks",
        strategy: "set_union",
      }),
      prose("risk", "Risks", "risk, risks, could adversely affect, exposed to, depends on, uncertainty, may harm", { section: "Risks" }),
      quantity("exposure", "Exposure", "%", "exposure, depends on, accounts for, of revenue, of purchases, sourced from, derived from", {
        section: "Exposure",
        scale: "percent",
        requireCue: phrases("risk, risks, exposure, exposes, exposed, depend, depends, dependence, concentration, single, sole"),
        comparability: ["fiscal_period", "definition", "partner"],
        strategy: "authority",
        plausible: { low: 0, high: 100 },
      }),
      oneOf("rating", "Credit rating", "rating, rated, credit rating, downgraded, upgraded, affirmed", ratings, {
        section: "Ratings",
        requireCue: phrases("rating, rated, credit, downgraded, upgraded, moody's, fitch, s&p"),
        comparability: ["as_of", "definition", "partner"],
        strategy: "newest_effective",
      }),
      date("rating_date", "Date of the rating", "downgraded, upgraded, affirmed, rating action", {
        section: "Ratings",
        comparability: ["partner", "definition"],
        strategy: "newest_effective",
      }),
      prose("mitigation", "Mitigation", "mitigate, mitigation, hedges, insured, diversify, contingency", { section: "Mitigation" }),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "List material risks: kind, exposure in numbers with period, mitigation, ratings with agency and date. Give the company's disclosure and independent judgements separately.",
    extract: "Risk disclosure is hedged by nature: keep the hedge flag. A general phrase that any company prints is marked as such.",
    adjudicate: "More risks named is not more risk. Show the most cautious judgement first and keep the others with their date.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "set_union",
  priority: 100,
};
