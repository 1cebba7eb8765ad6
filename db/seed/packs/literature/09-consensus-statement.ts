import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";
import { certainty } from "./vocabulary";

const strengths = vocabulary(`
  strong: strong recommendation, class i, grade a, we recommend
  conditional: weak recommendation, conditional recommendation, we suggest, class iia, class iib, grade b
  against: recommends against, suggests against, not recommended, class iii
  no recommendation: no recommendation, insufficient evidence to recommend
`);

export const consensusStatement: CategoryDefinitionInput = {
  slug: "consensus_statement",
  name: "Consensus",
  description: "What guidelines, consensus panels and umbrella reviews hold, with strength, date and dissent.",
  searchParameters: {
    queries: [
      "{subject} guideline recommendation",
      "{subject} consensus statement expert panel",
      "{subject} umbrella review",
      "{subject} position statement society",
    ],
    apis: ["pubmed", "europepmc", "crossref"],
    domains: ["nice.org.uk", "who.int", "cochranelibrary.com"],
    recencyDays: 3650,
    terms: phrases(
      `guideline, guidelines, recommends, recommendation, suggests, consensus, position statement, expert panel, strong recommendation, class i, level of evidence, umbrella review, society`,
    ),
  },
  processingRules: {
    facts: [
      prose("recommendation", "Recommendation", "recommend, recommends, recommended, suggest, suggests, guideline, statement", {
        section: "Recommendations",
        requireCue: phrases(
          "guideline, guidelines, panel, society, college, association, consensus, position statement, task force, working group, recommendation grade, world health organization",
        ),
      }),
      setOf("strength", "Strength", "recommendation, recommend, recommends, class, grade, suggest, suggests", strengths, {
        section: "Recommendations",
        requireCue: phrases("guideline, recommendation, recommend, recommends, suggest, suggests, panel"),
        comparability: ["jurisdiction", "population", "as_of"],
      }),
      setOf("certainty", "Certainty", "certainty, level of evidence, quality of evidence, grade", certainty, {
        section: "Recommendations",
        requireCue: phrases("recommendation, recommendations, recommend, recommends, guideline, guidelines, panel"),
      }),
      date("statement_date", "Date", "guideline, statement, published, updated, consensus, edition", {
        section: "Bodies",
        requireCue: phrases("guideline, guidelines, statement, consensus, edition"),
        comparability: ["jurisdiction", "definition"],
        strategy: "set_union",
      }),
      yesNo("consensus_reached", "Consensus reached", "consensus was reached, consensus, agreement was reached, unanimous", {
        section: "Agreement",
        comparability: ["jurisdiction", "definition"],
      }),
      prose("dissent", "Dissent", "dissent, minority, disagreed, controversial, no agreement, did not reach", { section: "Agreement" }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Report recommendations of guideline bodies and consensus panels with body, date, population, strength and certainty, and any dissent; note which edition is in force.",
    extract: "Quote the recommendation and its grade exactly, with body and year. A suggestion is not a recommendation.",
    adjudicate: "Bodies may differ; show them side by side with date and method. A newer edition of the same body replaces its older one.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 4, mustAnchorQuote: true, maxAgeDays: 5475 },
  conflictResolutionStrategy: "evidence_level",
  priority: 90,
};
