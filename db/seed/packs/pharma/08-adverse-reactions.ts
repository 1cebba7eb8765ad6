import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { incidence, phrases, prompts, quantity, setOf, vocabulary } from "../define";
import { adverseTerms } from "./vocabulary";

const frequencyClasses = vocabulary(`
  very common: very common (≥1/10), ≥1/10, very commonly
  common: common (≥1/100 to <1/10), ≥1/100 to <1/10
  uncommon: uncommon (≥1/1,000 to <1/100), ≥1/1000 to <1/100
  rare: rare (≥1/10,000 to <1/1,000), rarely
  very rare: very rare (<1/10,000), <1/10,000, very rarely
  not known: frequency not known, cannot be estimated
`);

export const adverseReactions: CategoryDefinitionInput = {
  slug: "adverse_reactions",
  name: "Adverse reactions",
  description:
    "What harm the drug does, how often against control, how seriously, and with which frequency class. Counts of reports are never incidence.",
  searchParameters: {
    queries: [
      "{subject} adverse reactions incidence versus placebo",
      "{subject} serious adverse reactions",
      "{subject} undesirable effects frequency very common common uncommon",
      "{subject} discontinuation due to adverse reactions",
      "{subject} long-term safety",
    ],
    apis: ["openfda", "dailymed", "clinicaltrials", "pubmed"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "clinicaltrials.gov"],
    terms:
      phrases(`adverse reactions, adverse reaction, adverse events, undesirable effects, side effects, incidence, very common, uncommon, rare, placebo, discontinued due to,
      nausea, diarrhea, diarrhoea, bleeding, hypoglycemia, lactic acidosis, vitamin b12, postmarketing, adverse effects`),
    labelSections: ["adverse_reactions", "warnings_and_cautions", "warnings"],
  },
  processingRules: {
    facts: [
      incidence(
        "adverse_incidence",
        "Incidence",
        "occurred in, reported in, incidence of, experienced by, incidence, was reported, observed in, developed, were reported, versus, vs",
        adverseTerms,
        {
          section: "Frequency",
          comparability: ["term", "population", "arm", "study", "dose", "form"],
          excludeCue: phrases("reports received, spontaneous reports, faers, overdose, overdosage"),
          tolerance: { rounding: 0.05, minor: 0.25 },
        },
      ),
      quantity("event_rate", "Event rate", "%/a", "event rate, at a rate of, occurred at a rate, annual rate, annualised rate, incidence rate", {
        section: "Frequency",
        otherUnits: ["%", "/a"],
        requireCue: phrases("per year, per 100 patient-years, annual, patient-years, per patient-year, %/year, annually"),
        comparability: ["term", "population", "arm", "study", "indication"],
        tolerance: { rounding: 0.05, minor: 0.25 },
        plausible: { low: 0, high: 100 },
      }),
      setOf(
        "frequency_class",
        "Frequency class",
        "very common, common, uncommon, rare, very rare, undesirable effects, frequency",
        frequencyClasses,
        {
          section: "Frequency",
          requireCue: phrases("≥1/10, ≥1/100, ≥1/1,000, ≥1/1000, <1/10, <1/100, <1/1,000, <1/10,000, 1/10, 1/100, frequency, undesirable effects"),
          comparability: ["term", "jurisdiction"],
          strategy: "authority",
        },
      ),
      setOf(
        "adverse_reaction",
        "Reactions named",
        "adverse reactions, adverse reaction, undesirable effects, side effects, adverse events, most common, reported",
        adverseTerms,
        {
          section: "Reactions",
          excludeCue: phrases("overdose, overdosage"),
        },
      ),
      setOf(
        "serious_reaction",
        "Serious reactions",
        "serious, fatal, life-threatening, deaths, hospitalization, major or fatal, resulted in death",
        adverseTerms,
        {
          section: "Serious reactions",
          strategy: "strictest_safety",
          safety: true,
        },
      ),
      quantity(
        "discontinuation_rate",
        "Stopped because of adverse reactions",
        "%",
        "discontinued due to adverse reactions, discontinued because of, discontinuation due to, discontinued treatment due to, led to discontinuation, discontinuation of",
        {
          section: "Discontinuation",
          scale: "percent",
          comparability: ["population", "arm", "study", "dose"],
          tolerance: { rounding: 0.05, minor: 0.25 },
          plausible: { low: 0, high: 100 },
        },
      ),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "List adverse reactions with incidence on the drug and on control, naming the trial, dose and duration; then serious reactions, frequency classes of the EU label, and postmarketing reactions. Never turn report counts into rates.",
    extract:
      "An incidence needs its term and, where there is one, its control arm and study. Percentages of spontaneous reports are not incidence. A frequency class is a record of its own.",
    adjudicate:
      "Incidences differ by trial, dose, duration and how events were asked for. Compare only like arms of like studies; otherwise show them side by side by study.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 5, mustAnchorQuote: true, maxAgeDays: 3650, strictGate: true },
  conflictResolutionStrategy: "interval",
  priority: 80,
};
