import type { CategoryDefinitionInput, FactInput } from "@/server/research/categories/schema";
import { phrases, prompts, quantity } from "../define";

function effect(name: string, label: string, unit: string, synonyms: string, more: Partial<FactInput> = {}): FactInput {
  return quantity(name, label, unit, synonyms, {
    section: "Effects",
    comparability: ["endpoint", "population", "arm", "study"],
    tolerance: { rounding: 0.02, minor: 0.1 },
    ...more,
  });
}

export const effectSizes: CategoryDefinitionInput = {
  slug: "effect_sizes",
  name: "Effect sizes",
  description: "The results in numbers: ratios, differences, risks and correlations with their intervals, outcome by outcome.",
  searchParameters: {
    queries: [
      "{subject} pooled effect size confidence interval",
      "{subject} odds ratio hazard ratio relative risk",
      "{subject} mean difference standardised",
      "{subject} number needed to treat absolute risk",
    ],
    apis: ["pubmed", "europepmc", "clinicaltrials"],
    domains: ["cochranelibrary.com", "pubmed.ncbi.nlm.nih.gov", "clinicaltrials.gov"],
    terms:
      phrases(`odds ratio, hazard ratio, relative risk, risk ratio, mean difference, effect size, confidence interval, 95% ci, number needed to treat, correlation, absolute risk,
      relative risk reduction, pooled, p value, cohen's d`),
  },
  processingRules: {
    facts: [
      effect("odds_ratio", "Odds ratio", "1", "odds ratio, odds ratios, pooled odds ratio", { plausible: { low: 0.001, high: 1000 } }),
      effect("hazard_ratio", "Hazard ratio", "1", "hazard ratio, hazard ratios", { plausible: { low: 0.01, high: 100 } }),
      effect("relative_risk", "Relative risk", "1", "relative risk, risk ratio, rate ratio, relative risks", {
        exclude: phrases("relative risk reduction"),
        plausible: { low: 0.001, high: 1000 },
      }),
      effect(
        "standardised_difference",
        "Standardised mean difference",
        "1",
        "standardised mean difference, standardized mean difference, effect size, cohen's d, hedges' g, smd",
        {
          plausible: { low: -20, high: 20 },
        },
      ),
      effect("mean_difference", "Mean difference", "1", "mean difference, weighted mean difference, difference in means", {
        exclude: phrases("standardised mean difference, standardized mean difference"),
        otherUnits: ["%", "kg", "mm[Hg]", "mmol/L", "mg/dL", "d", "h", "min", "a", "cm"],
        plausible: { low: -1e6, high: 1e6 },
      }),
      effect(
        "risk_change",
        "Change of risk, as a ratio",
        "1",
        "relative risk reduction, risk reduction, reduced the risk, reduction in risk, lowered the risk, increased the risk",
        {
          scale: "ratio",
          exclude: phrases("absolute risk reduction"),
          plausible: { low: 0, high: 100 },
        },
      ),
      effect("absolute_difference", "Absolute difference", "%", "absolute risk reduction, risk difference, absolute difference, absolute risk", {
        scale: "percent",
        plausible: { low: -100, high: 100 },
      }),
      effect("nnt", "Number needed to treat", "1", "number needed to treat, nnt, number needed to harm, nnh", {
        tolerance: { rounding: 0.05, minor: 0.2 },
        plausible: { low: 1, high: 100_000 },
      }),
      effect("correlation", "Correlation", "1", "correlation coefficient, correlation, pearson's r, spearman's rho", {
        requireCue: phrases("correlation, correlated, coefficient"),
        plausible: { low: -1, high: 1 },
      }),
      effect("prevalence", "Prevalence", "%", "prevalence, proportion of, pooled prevalence", { scale: "percent", plausible: { low: 0, high: 100 } }),
      effect("sensitivity", "Sensitivity", "%", "sensitivity", {
        scale: "percent",
        exclude: phrases("sensitivity analysis, insulin sensitivity, sensitivity analyses"),
        plausible: { low: 0, high: 100 },
      }),
      effect("specificity", "Specificity", "%", "specificity", { scale: "percent", plausible: { low: 0, high: 100 } }),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "Collect effect estimates with 95% interval, outcome, population, comparison, follow-up and source, pooled estimates before single studies.",
    extract:
      "An estimate needs measure, outcome, population and comparison as stated. Do not convert measures. Intervals, p values and I² go with their estimate.",
    adjudicate:
      "Only estimates of one measure, outcome and population are comparable. Overlapping intervals agree even if one crosses the line of no effect.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 5, mustAnchorQuote: true, strictGate: true },
  conflictResolutionStrategy: "interval",
  priority: 50,
};
