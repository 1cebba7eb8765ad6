import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, identifier, oneOf, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { adverseTerms, recallClasses } from "./vocabulary";

const recallReasons = vocabulary(`
  nitrosamine impurity: ndma, n-nitrosodimethylamine, nitrosamine, nitrosamines, ndma impurity
  contamination: contaminated, microbial contamination, foreign matter, particulate matter
  failed dissolution: dissolution failure, failed dissolution specifications
  subpotent: subpotency, low potency, sub-potent
  superpotent: super-potent, higher than labelled strength
  labelling error: mislabelled, mislabeled, labeling error, incorrect label
  lack of sterility assurance: sterility
  manufacturing practice: cgmp deviations, good manufacturing practice
  packaging defect
`);

const shortageStatus = vocabulary(`
  in shortage: currently in shortage, supply shortage, limited availability, shortage was declared
  resolved: shortage resolved, no longer in shortage, supply restored
  discontinued: discontinuation of manufacture
  no shortage: not in shortage, no shortage
`);

const actionsTaken = vocabulary(`
  label change: labelling change, labeling change, label was revised, required labeling changes, product information updated
  safety communication: drug safety communication, safety alert, direct healthcare professional communication, dear healthcare provider
  referral: article 31 referral, article 20 procedure, referral procedure
  restriction: restricted use, restricted
  withdrawal: withdrawn from the market
  no action: no regulatory action, no change required
`);

const recalls = "recall, recalled, recalls, voluntary recall, voluntarily recalled";
const acts =
  "safety communication, drug safety communication, announced, labeling changes, labelling change, label was revised, was revised, referral, concluded";

export const postmarketSafetySupply: CategoryDefinitionInput = {
  slug: "postmarket_safety_supply",
  name: "Postmarket safety and supply",
  description: "What happened after approval: safety communications and label changes, signals, recalls and shortages, with dates.",
  searchParameters: {
    queries: [
      "{subject} recall class date reason",
      "{subject} drug safety communication",
      "{subject} drug shortage status",
      "{subject} pharmacovigilance signal PRAC",
      "{subject} safety labeling changes",
    ],
    apis: ["openfda", "pubmed"],
    domains: ["fda.gov", "ema.europa.eu", "gov.uk", "ashp.org"],
    recencyDays: 3650,
    terms:
      phrases(`recall, recalled, recalls, safety communication, labeling changes, labelling change, postmarketing, post-marketing, signal, pharmacovigilance, shortage, nitrosamine, ndma,
      impurity, referral, prac, faers, safety alert, revised the warnings`),
    labelSections: ["recent_major_changes"],
  },
  processingRules: {
    facts: [
      setOf("recall_class", "Recall class", recalls, recallClasses, {
        section: "Recalls",
        comparability: ["jurisdiction", "as_of", "study"],
        safety: true,
      }),
      date("recall_date", "Recall date", `${recalls}, recall initiated`, {
        section: "Recalls",
        comparability: ["jurisdiction", "form"],
        strategy: "set_union",
      }),
      setOf("recall_reason", "Reason of the recall", `${recalls}, impurity, impurities`, recallReasons, {
        section: "Recalls",
        comparability: ["form"],
      }),
      identifier("recall_number", "Recall number", "\\b([DFBZ]-\\d{3,4}-20\\d{2})\\b", `${recalls}, recall number`, {
        section: "Recalls",
        strategy: "set_union",
      }),
      exactQuantity(
        "impurity_limit",
        "Limit of an impurity",
        "ng/d",
        "acceptable intake, acceptable daily intake limit, daily intake limit, intake limit, limit",
        {
          section: "Recalls",
          otherUnits: ["[ppm]", "[ppb]", "ng"],
          requireCue: phrases("ndma, nitrosamine, nitrosamines, impurity, nitrosodimethylamine"),
          comparability: ["jurisdiction", "analyte"],
          strategy: "authority",
          plausible: { low: 0.01, high: 1e7 },
        },
      ),
      oneOf("shortage_status", "Shortage", "shortage, shortages, supply, availability", shortageStatus, {
        section: "Supply",
        requireCue: phrases("shortage, shortages, supply"),
        comparability: ["jurisdiction", "form", "as_of"],
      }),
      date("shortage_date", "Date of the shortage", "shortage, shortages, shortage began, shortage resolved", {
        section: "Supply",
        comparability: ["jurisdiction", "form"],
      }),
      setOf("regulatory_action", "Regulatory action", `${acts}, required, recommended`, actionsTaken, {
        section: "Safety actions",
        comparability: ["jurisdiction"],
      }),
      date("action_date", "Date of the action", acts, {
        section: "Safety actions",
        comparability: ["jurisdiction", "definition"],
        strategy: "set_union",
      }),
      setOf(
        "signal",
        "Signals",
        "signal, signals, postmarketing, post-marketing, pharmacovigilance, case reports, spontaneous reports",
        adverseTerms,
        { section: "Signals", safety: true },
      ),
      quantity("report_count", "Number of reports", "1", "reports, case reports, cases reported, spontaneous reports, reports received", {
        section: "Signals",
        scale: "count",
        requireCue: phrases("reports, faers, eudravigilance, yellow card, spontaneous"),
        comparability: ["jurisdiction", "term", "as_of"],
        ignoreQualifiers: ["population"],
        plausible: { low: 1, high: 10_000_000 },
      }),
      prose("safety_summary", "Safety reviews", "safety review, postmarketing cases, post-marketing cases", { section: "Safety actions" }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "List safety communications, label changes, signals, recalls (class, date, reason, number) and shortages (status, date) by jurisdiction, newest first. Report counts are counts of reports, never rates.",
    extract:
      "Every event needs its date and jurisdiction. A recall concerns named lots of a named firm and form. A report count carries the database and its as-of date.",
    adjudicate:
      "The newest effective statement of the agency stands; older ones are history, not conflict. Recalls of different firms are different events.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 3650, strictGate: true },
  conflictResolutionStrategy: "newest_effective",
  priority: 150,
};
