import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, setOf } from "../define";
import { designs } from "./vocabulary";

export const questionScope: CategoryDefinitionInput = {
  slug: "question_scope",
  name: "Question and scope",
  description:
    "What is asked: population, intervention or exposure, comparison, outcomes, study designs and limits, as reviews of the topic define them.",
  searchParameters: {
    queries: [
      "{subject} review question population intervention comparison outcome",
      "{subject} inclusion and exclusion criteria",
      "{subject} scoping review definitions",
      "{subject} protocol PROSPERO",
    ],
    apis: ["pubmed", "europepmc", "crossref"],
    domains: ["crd.york.ac.uk", "cochranelibrary.com", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`the objective, objectives, the aim, research question, population, intervention, comparator, outcome, outcomes, primary outcome, inclusion criteria, exclusion criteria, eligibility,
      we asked, asked whether, asked how, pico, scope, protocol`),
  },
  processingRules: {
    facts: [
      prose(
        "population",
        "Population",
        "study population, participants were, patients with, adults with, children with, included patients, eligible participants",
        {
          section: "Population",
          requireCue: phrases(
            "trial, trials, study, studies, participants, included, enrolled, randomised, randomized, review, eligible, recruited, asked",
          ),
        },
      ),
      prose("intervention", "Intervention or exposure", "intervention was, exposure was, were assigned to, was assigned to, effect of, effects of", {
        section: "Intervention",
        requireCue: phrases(
          "trial, trials, study, studies, review, assigned, intervention, exposure, randomised, randomized, asked, compared, assessed, evaluated, examined",
        ),
      }),
      prose(
        "comparison",
        "Comparison",
        "comparator was, comparators were, compared with, against placebo, usual care, control group, conventional treatment",
        {
          section: "Comparison",
          requireCue: phrases(
            "trial, trials, study, studies, review, assigned, randomised, randomized, comparator, comparators, control group, group, arm, arms, risk, ratio",
          ),
          excludeCue: phrases("further trials, further studies, future trials, are needed, is needed"),
        },
      ),
      prose("outcome", "Outcomes", "primary outcome, primary outcomes, secondary outcome, outcome measures, endpoint, primary endpoint", {
        section: "Outcomes",
        excludeCue: phrases("further trials, further studies, are needed, is needed"),
      }),
      setOf("eligible_design", "Designs that count", "included, inclusion, eligible, inclusion criteria, we included, considered", designs, {
        neverDenied: true,
        section: "Limits",
      }),
      date("search_window", "Period covered", "published between, published from, from inception, up to, since, search period", {
        section: "Limits",
        requireCue: phrases("published, search, searched, inception, studies"),
        comparability: ["study"],
      }),
      prose(
        "question",
        "Question",
        "research question, asked whether, asked how, the aim, our aim, the objective, our objective, aimed to, sought to",
        { section: "Question" },
      ),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search:
      "Establish how reviews define the question: population, intervention or exposure, comparison, outcomes, eligible designs, period. Name differences between their definitions.",
    extract: "Record each element with the review that defines it (qualifier study). Do not complete a missing element from general knowledge.",
    adjudicate: "Reviews with different scope answer different questions; say which element differs before any result is compared.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 6, mustAnchorQuote: true },
  conflictResolutionStrategy: "evidence_level",
  priority: 10,
};
