import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";
import { certainty, designs } from "./vocabulary";

const directions = vocabulary(`
  benefit: improved, reduces, reduced the risk, superior, favoured the intervention, beneficial, effective, associated with a lower
  harm: increased the risk, worse, harmful, inferior, associated with a higher
  no difference: no difference, no significant difference, did not differ, not statistically significant, no effect, similar between groups
  mixed: mixed results, inconsistent, conflicting results
  uncertain: uncertain, inconclusive, insufficient evidence, limited evidence
`);

// A finding is what a study found, not what a label advises.
const studied = phrases(
  "trial, trials, study, studies, review, meta-analysis, cohort, participants, randomised, randomized, randomisation, randomization, pooled, significant, significantly, 95% ci, confidence interval, we found, authors, results, versus, compared with",
);

export const keyFindings: CategoryDefinitionInput = {
  slug: "key_findings",
  name: "Key findings",
  description: "What the body of work found, in order of strength of evidence, with the direction of each result.",
  searchParameters: {
    queries: [
      "{subject} main results systematic review",
      "{subject} findings meta-analysis conclusion",
      "{subject} randomised trial results",
      "{subject} evidence summary",
    ],
    apis: ["pubmed", "europepmc", "crossref", "clinicaltrials"],
    domains: ["cochranelibrary.com", "pubmed.ncbi.nlm.nih.gov", "europepmc.org"],
    terms: phrases(
      `results, findings, found that, we found, conclude, conclusion, concluded, associated with, significant, significantly, reduced, increased, improved, no difference, evidence`,
    ),
  },
  processingRules: {
    facts: [
      prose("finding", "Finding", "found, we found, results, showed, demonstrated, was associated with, conclude, concluded, reduced, increased", {
        section: "Findings",
      }),
      setOf("direction", "Direction", "results, effect, risk, difference, outcome, evidence, found, treatment", directions, {
        section: "Findings",
        requireCue: studied,
        neverDenied: true,
        comparability: ["endpoint", "population", "study"],
        strategy: "evidence_level",
      }),
      setOf("evidence_type", "Kind of evidence", "review, trial, study, analysis, studies, included", designs, {
        neverDenied: true,
        section: "Evidence",
      }),
      setOf("certainty", "Certainty", "certainty, grade, quality of evidence, confidence in", certainty, {
        section: "Evidence",
        comparability: ["endpoint", "study"],
      }),
      yesNo("statistically_significant", "Statistically significant", "statistically significant, significantly", {
        section: "Findings",
        comparability: ["endpoint", "study", "population"],
        strategy: "evidence_level",
      }),
      prose("conclusion", "Conclusion of authors", "conclude, concludes, conclusion, authors conclude, in conclusion, suggest that", {
        section: "Conclusions",
      }),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "Report the main findings from strongest to weakest evidence, each with design, population, outcome, direction and size, and the authors' own conclusion.",
    extract:
      "Result and conclusion are different records. Absence of significance is not absence of effect. Take direction only for the outcome that is named.",
    adjudicate: "Order by design and size; look for differences in population, comparator, outcome and follow-up before calling findings opposed.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 6, mustAnchorQuote: true },
  conflictResolutionStrategy: "evidence_level",
  priority: 30,
};
