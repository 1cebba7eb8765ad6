import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { trialPhases } from "./vocabulary";

const trialStatus = vocabulary(`
  recruiting: currently recruiting, enrolling
  not yet recruiting
  active, not recruiting
  completed: has been completed, study completed
  terminated: stopped early, terminated early
  suspended
  withdrawn
  unknown: unknown status
`);

const designs = vocabulary(`
  systematic review: systematic review and meta-analysis, meta-analysis, metaanalysis
  randomized controlled trial: randomised controlled trial, randomized trial, randomised trial, randomly assigned, double-blind, randomized
  cohort study: cohort, observational study
  case-control study: case-control
  case series: case report, case reports
`);

// What a trial tells of harm belongs to adverse reactions.
const excludeCue = phrases("diarrhea, diarrhoea, nausea, vomiting, headache, rash, adverse, human milk, breast milk, nursing mothers");

const effect = { comparability: ["study", "endpoint", "population", "arm"], tolerance: { rounding: 0.02, minor: 0.1 } } as const;
const effectKeys = () => ({ comparability: [...effect.comparability], tolerance: { ...effect.tolerance }, section: "Effect" });

export const clinicalEfficacy: CategoryDefinitionInput = {
  slug: "clinical_efficacy",
  name: "Clinical efficacy",
  description: "What trials found: design, size, endpoints, effects with intervals, status of running studies; registry set against paper.",
  searchParameters: {
    queries: [
      "{subject} pivotal randomised controlled trial results",
      "{subject} systematic review meta-analysis efficacy",
      "{subject} hazard ratio primary endpoint",
      "{subject} ongoing phase 3 trials",
      "{subject} clinical studies label",
    ],
    apis: ["clinicaltrials", "pubmed", "europepmc", "crossref", "openfda"],
    domains: ["clinicaltrials.gov", "pubmed.ncbi.nlm.nih.gov", "cochranelibrary.com"],
    terms:
      phrases(`clinical studies, clinical trial, randomized trial, randomised trial, double-blind, efficacy, primary endpoint, primary outcome, hazard ratio, relative risk, odds ratio,
      confidence interval, risk reduction, hba1c, all-cause mortality, superiority, noninferiority, non-inferiority, meta-analysis, patients were assigned, phase 3, follow-up`),
    labelSections: ["clinical_studies"],
  },
  processingRules: {
    facts: [
      identifier("nct", "Trial registration", "\\b(NCT\\d{8})\\b", "", {
        section: "Trials",
        strategy: "set_union",
      }),
      setOf("phase", "Phase", "phase 1, phase 2, phase 3, phase 4, phase i, phase ii, phase iii, phase iv, pivotal trial", trialPhases, {
        section: "Trials",
        comparability: ["study"],
      }),
      setOf("design", "Design", "randomized, randomised, trial, study, cohort, review, meta-analysis, trials", designs, {
        section: "Trials",
        requireCue: phrases("trial, trials, study, studies, cohort, review, meta-analysis, patients, participants"),
        excludeCue,
        neverDenied: true,
        comparability: ["study"],
        strategy: "set_union",
      }),
      quantity("sample_size", "Participants", "1", "patients, participants, subjects, individuals", {
        section: "Trials",
        scale: "count",
        requireCue: phrases("randomized, randomised, enrolled, assigned, trial, study, randomly, included"),
        excludeCue,
        strategy: "set_union",
        comparability: ["study", "arm", "population", "endpoint"],
        tolerance: { rounding: 0.01, minor: 0.05 },
        plausible: { low: 1, high: 10_000_000 },
      }),
      prose("primary_endpoint", "Primary endpoint", "primary endpoint, primary outcome, primary efficacy endpoint, primary efficacy outcome", {
        section: "Trials",
      }),
      quantity("hazard_ratio", "Hazard ratio", "1", "hazard ratio, hazard ratios, hr", { ...effectKeys(), plausible: { low: 0.01, high: 50 } }),
      quantity("odds_ratio", "Odds ratio", "1", "odds ratio, odds ratios", { ...effectKeys(), plausible: { low: 0.001, high: 1000 } }),
      quantity("relative_risk", "Relative risk", "1", "relative risk, risk ratio, rate ratio, rr", {
        ...effectKeys(),
        exclude: phrases("relative risk reduction"),
        plausible: { low: 0.001, high: 100 },
      }),
      quantity(
        "risk_change",
        "Change of risk, as a ratio",
        "1",
        "risk reduction, relative risk reduction, reduced the risk, reduced the incidence, lowered the risk, risk was reduced, increased the risk",
        {
          ...effectKeys(),
          scale: "ratio",
          exclude: phrases("absolute risk reduction"),
          plausible: { low: 0, high: 100 },
        },
      ),
      quantity(
        "hba1c_change",
        "Change of HbA1c",
        "%",
        "hba1c, a1c, glycated haemoglobin, glycated hemoglobin, glycosylated hemoglobin, glycosylated haemoglobin",
        {
          ...effectKeys(),
          scale: "change",
          otherUnits: ["mmol/mol"],
          comparability: ["study", "endpoint", "population", "arm", "dose"],
          plausible: { low: -10, high: 20 },
        },
      ),
      quantity(
        "mean_difference",
        "Mean difference",
        "1",
        "mean difference, weighted mean difference, standardized mean difference, standardised mean difference",
        {
          ...effectKeys(),
          otherUnits: ["%", "kg", "mmol/L", "mg/dL", "mm[Hg]", "d"],
          plausible: { low: -10_000, high: 10_000 },
        },
      ),
      quantity("endpoint_rate", "Rate of the endpoint", "%/a", "at a rate of, occurred at a rate, event rate, rate of stroke, annual rate", {
        ...effectKeys(),
        otherUnits: ["%"],
        requireCue: phrases("per year, annual, per 100 patient-years, %/year, patient-years"),
        plausible: { low: 0, high: 100 },
      }),
      quantity(
        "follow_up",
        "Follow-up",
        "a",
        "follow-up, median follow-up, mean follow-up, followed for, median duration of follow-up, average follow-up",
        {
          section: "Trials",
          otherUnits: ["mo", "wk", "d"],
          timeAfterEvent: true,
          comparability: ["study"],
          plausible: { low: 0.001, high: 60 },
        },
      ),
      setOf("trial_status", "Status", "status, recruiting, completed, terminated, recruitment", trialStatus, {
        section: "Pipeline",
        comparability: ["study", "as_of"],
        strategy: "newest_effective",
      }),
      date("completion_date", "Completion date", "completion date, primary completion, study completion, estimated completion, completed in", {
        section: "Pipeline",
        comparability: ["study"],
        strategy: "source_of_record",
      }),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "Report pivotal trials and systematic reviews: registration number, design, size, population, primary endpoint and effect with 95% interval and p value; then running phase 3 studies with status. Flag where registry and publication differ.",
    extract:
      "An effect needs study, endpoint, comparator arm and population. Take the effect measure as written; do not convert between HR, OR and RR. Intervals and p values belong to the effect beside them.",
    adjudicate:
      "Compare only like endpoints of like populations. A systematic review outweighs a trial, a trial a cohort. Registry against paper of the same study is flagged and left open, whichever looks better.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 5, mustAnchorQuote: true, maxAgeDays: 7300 },
  conflictResolutionStrategy: "evidence_level",
  priority: 130,
};
