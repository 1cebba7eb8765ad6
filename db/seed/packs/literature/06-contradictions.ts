import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";

const causes = vocabulary(`
  population: different populations, patient selection, baseline risk
  intervention: dose, intensity of the intervention, adherence
  comparator: different comparators, active control
  outcome definition: definition of the outcome, outcome measurement
  follow-up: length of follow-up, duration of follow-up
  design: observational, open-label, methodological differences
  confounding: residual confounding, confounding by indication
  chance: small sample size, imprecision, wide confidence intervals
  heterogeneity: significant heterogeneity, inconsistency
  selective reporting: publication bias
`);

export const contradictions: CategoryDefinitionInput = {
  slug: "contradictions",
  name: "Contradictions",
  description: "Where studies or reviews disagree, which sides there are, and what explanations are offered.",
  searchParameters: {
    queries: [
      "{subject} conflicting results",
      "{subject} controversy debate",
      "{subject} contrary findings explanation",
      "{subject} heterogeneity between studies",
    ],
    apis: ["pubmed", "europepmc", "crossref"],
    domains: ["pubmed.ncbi.nlm.nih.gov", "europepmc.org"],
    terms:
      phrases(`in contrast, contrary to, conflicting, inconsistent, discrepancy, controversy, disagree, heterogeneity, did not confirm, failed to replicate, opposite direction, debated, by contrast,
      pointed the other way, whereas previous`),
  },
  processingRules: {
    facts: [
      prose(
        "disagreement",
        "Disagreement",
        "in contrast to earlier, in contrast to previous, in contrast with previous, in contrast to the trial, in contrast to other studies, contrary to, conflicting, inconsistent with, disagree, did not confirm, discrepancy, opposite, pointed the other way",
        { section: "Disagreements" },
      ),
      setOf(
        "explanation",
        "Explanations offered",
        "explained by, due to, may reflect, because of, differ, attributed to, heterogeneity, explanation",
        causes,
        { section: "Explanations" },
      ),
      yesNo("replicated", "Replicated", "replicated, replication, reproduced, confirmed in", {
        section: "Replication",
        deniedBy: phrases("failed to, could not be"),
        comparability: ["study", "endpoint"],
      }),
      yesNo("heterogeneity_reported", "Heterogeneity reported", "heterogeneity", {
        section: "Disagreements",
        comparability: ["study", "endpoint"],
      }),
      prose("reconciliation", "Reconciliation", "reconcile, reconciled, consistent with, taken together, overall", { section: "Explanations" }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Find where credible sources disagree on it. For each disagreement give both sides with design and size, and explanations with who offers them.",
    extract:
      "Record both sides; an explanation is a claim of its own with its author. Do not call a difference a contradiction if conditions differ.",
    adjudicate: "Lay out sides and conditions; name the study that could decide. Never settle by counting papers.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 6, mustAnchorQuote: true },
  conflictResolutionStrategy: "manual",
  priority: 60,
};
