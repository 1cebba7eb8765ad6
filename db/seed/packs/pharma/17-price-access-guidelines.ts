import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, oneOf, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const priceTypes = vocabulary(`
  NADAC: national average drug acquisition cost
  WAC: wholesale acquisition cost
  AWP: average wholesale price
  ASP: average sales price
  list price: manufacturer list price, public list price, catalogue price
  NHS Drug Tariff: drug tariff price, nhs indicative price
  reimbursement price: reference price, reimbursed price
  negotiated price: maximum fair price, medicare negotiated price
  retail price: cash price, pharmacy retail price
  ex-factory price: ex-factory, ex factory price
`);

const htaDecisions = vocabulary(`
  recommended: recommended as an option, recommended for use, is recommended within
  optimised: recommended with restrictions, optimised recommendation
  not recommended: is not recommended within
  terminated appraisal: appraisal terminated
  added benefit: considerable added benefit, minor added benefit
  no added benefit: added benefit not proven
`);

const htaBodies = vocabulary(`
  NICE: national institute for health and care excellence
  SMC: scottish medicines consortium
  IQWiG: g-ba, gemeinsamer bundesausschuss
  HAS: haute autorité de santé
  CDA: cadth, canada's drug agency
  PBAC: pharmaceutical benefits advisory committee
  ICER: institute for clinical and economic review
  ZIN: zorginstituut nederland
  TLV
`);

const grades = vocabulary(`
  class I: class 1 recommendation, strong recommendation, grade a
  class IIa: class 2a recommendation
  class IIb: class 2b recommendation, weak recommendation, conditional recommendation, grade b
  class III: class 3 recommendation
`);

const formulary = vocabulary(`
  essential medicine: who model list, model list of essential medicines, essential medicines list
  covered: on formulary, reimbursed, covered by medicare
  restricted: prior authorization, step therapy, prior authorisation
  not covered: not reimbursed, excluded from formulary
`);

export const priceAccessGuidelines: CategoryDefinitionInput = {
  slug: "price_access_guidelines",
  name: "Price, access and guidelines",
  description: "What it costs (by price type), who pays, what assessment bodies decided, and its place in guidelines with grade.",
  searchParameters: {
    queries: [
      "{subject} NADAC price per unit",
      "{subject} wholesale acquisition cost list price",
      "{subject} NICE technology appraisal cost-effectiveness",
      "{subject} reimbursement formulary status",
      "{subject} guideline recommendation grade place in therapy",
    ],
    apis: ["pubmed", "europepmc"],
    domains: ["data.medicaid.gov", "cms.gov", "nice.org.uk", "g-ba.de", "who.int"],
    recencyDays: 1825,
    terms:
      phrases(`price, list price, acquisition cost, nadac, wholesale, reimbursement, reimbursed, cost-effectiveness, cost-effective, qaly, icer, technology appraisal,
      health technology assessment, formulary, guideline recommends, class i recommendation, place in therapy, essential medicines`),
    labelSections: [],
  },
  processingRules: {
    facts: [
      exactQuantity(
        "price",
        "Price",
        "{USD}",
        "price, list price, acquisition cost, wholesale acquisition cost, cost per tablet, nadac, costs, unit price, monthly cost, annual cost",
        {
          section: "Price",
          otherUnits: ["{EUR}", "{GBP}", "{CHF}", "{JPY}", "{CAD}", "{AUD}"],
          comparability: ["price_type", "currency", "as_of", "form", "dose", "jurisdiction"],
          strategy: "newest_effective",
          plausible: { low: 0.0001, high: 10_000_000 },
        },
      ),
      setOf(
        "price_type",
        "Price type",
        "price, list price, unit price, cost, acquisition cost, wholesale acquisition cost, monthly cost, tariff, nadac",
        priceTypes,
        {
          section: "Price",
          strategy: "set_union",
          comparability: ["jurisdiction"],
        },
      ),
      date("price_date", "Price as of", "price, prices, effective date, nadac effective", {
        section: "Price",
        comparability: ["price_type", "jurisdiction"],
      }),
      quantity(
        "icer",
        "Cost per QALY",
        "{USD}",
        "cost per qaly, icer, incremental cost-effectiveness ratio, per quality-adjusted life year, per qaly gained, per qaly",
        {
          section: "Assessment",
          otherUnits: ["{EUR}", "{GBP}", "{CAD}", "{AUD}"],
          comparability: ["currency", "jurisdiction", "indication", "arm", "study"],
          strategy: "manual",
          tolerance: { rounding: 0.05, minor: 0.25 },
          plausible: { low: 0, high: 100_000_000 },
        },
      ),
      oneOf("hta_decision", "Assessment decision", "appraisal, technology appraisal, nice, hta, added benefit, assessment committee", htaDecisions, {
        section: "Assessment",
        requireCue: phrases("appraisal, nice, smc, iqwig, g-ba, hta, technology assessment, pbac, cadth, added benefit"),
        comparability: ["jurisdiction", "indication", "as_of"],
        strategy: "jurisdiction_scoped",
      }),
      setOf("hta_body", "Assessment bodies", "appraisal, appraised, assessment, guidance, technology appraisal", htaBodies, {
        section: "Assessment",
      }),
      setOf("access", "Access", "formulary, reimbursed, reimbursement, covered, coverage, essential medicines, model list", formulary, {
        section: "Access",
        comparability: ["jurisdiction", "indication", "as_of"],
        strategy: "set_union",
      }),
      setOf(
        "guideline_grade",
        "Guideline grade",
        "guideline recommends, guidelines recommend, guidelines give, guideline gives, class of recommendation, level of evidence, recommendation grade, recommendation for, recommendation of",
        grades,
        {
          section: "Guidelines",
          requireCue: phrases(
            "class i, class ii, class iia, class iib, class iii, grade a, grade b, strong recommendation, weak recommendation, conditional recommendation, class of recommendation, level of evidence",
          ),
          comparability: ["jurisdiction", "indication", "as_of", "population"],
          strategy: "manual",
        },
      ),
      prose(
        "place_in_therapy",
        "Place in therapy",
        "guideline recommends, guidelines recommend, preferred over, first-line therapy, place in therapy",
        {
          section: "Guidelines",
          requireCue: phrases(
            "first-line, first line, second-line, preferred, alternative to, treatment of choice, add-on, monotherapy, place in therapy",
          ),
        },
      ),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Give current prices, each with its type (NADAC, WAC, list, tariff), currency, unit and date; assessment decisions with body and date; reimbursement; and guideline recommendations with grade, year and population.",
    extract:
      "A price without type, currency, unit and date is incomplete: leave the missing qualifier empty rather than guess. Never convert currencies. Quote guideline wording and its grade exactly.",
    adjudicate:
      "Prices of different type, date, pack or currency are not comparable. Guidelines that differ are set side by side for a person to weigh; bodies decide for their own territory.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 730 },
  conflictResolutionStrategy: "newest_effective",
  priority: 170,
};
