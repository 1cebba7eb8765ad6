import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const gapKinds = vocabulary(`
  population: underrepresented, children, older people, pregnant women, low-income countries
  long-term outcomes: long-term, long term follow-up
  hard outcomes: mortality, patient-relevant outcomes, quality of life
  comparators: head-to-head, active comparator
  dose and duration: optimal dose, dose-finding
  mechanism: mechanism is unknown, mechanisms remain unclear
  safety: adverse effects, rare harms
  cost: cost-effectiveness, economic evaluation
  implementation: real-world, adherence
  methods: standardised definitions, core outcome set, larger trials, placebo-controlled trials
`);

export const gaps: CategoryDefinitionInput = {
  slug: "gaps",
  name: "Gaps",
  description: "What is not known: populations, outcomes and comparisons without evidence, and the research that authors call for.",
  searchParameters: {
    queries: [
      "{subject} research gaps",
      "{subject} further research needed",
      "{subject} limitations unanswered questions",
      "{subject} ongoing trials",
    ],
    apis: ["pubmed", "europepmc", "clinicaltrials"],
    domains: ["clinicaltrials.gov", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`further research, future research, further trials, further studies, unknown, unclear, remains to be, knowledge gap, evidence gap, insufficient evidence, lack of data, sparse, limited data,
      not been studied, ongoing`),
  },
  processingRules: {
    facts: [
      prose("gap", "Gap", "unknown, unclear, not known, lack of, sparse, no data, limited evidence, remains to be, insufficient, gap, leaves open", {
        section: "Unknown",
      }),
      setOf(
        "gap_kind",
        "Kind of gap",
        "further, needed, lack, sparse, unknown, unclear, insufficient, limited, is required, are required, studies",
        gapKinds,
        {
          section: "Unknown",
          neverDenied: true,
          requireCue: phrases("needed, lack, sparse, unknown, unclear, insufficient, limited, is required, are required, warranted, gap"),
        },
      ),
      prose(
        "call",
        "Research called for",
        "further research, further trials, future studies, are needed, is needed, is warranted, should investigate",
        { section: "Called for" },
      ),
      prose("ongoing", "Under way", "ongoing, recruiting, under way, in progress, registered", { section: "Under way" }),
      quantity("ongoing_trials", "Trials under way", "1", "ongoing trials, ongoing studies, registered trials, recruiting trials", {
        section: "Under way",
        scale: "count",
        comparability: ["as_of", "population"],
        strategy: "newest_effective",
        plausible: { low: 0, high: 100_000 },
      }),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search:
      "List what sources themselves call unknown or insufficiently studied, what research they call for, and trials under way that may answer it.",
    extract: "A gap is stated by a source at a date; later work may have filled it. Do not infer a gap from silence.",
    adjudicate: "A gap named in an older source and an answer in a newer one are no conflict: the newer stands, the older is shown with its date.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 6, mustAnchorQuote: true, maxAgeDays: 3650 },
  conflictResolutionStrategy: "newest_effective",
  priority: 70,
};
