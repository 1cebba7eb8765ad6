import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";

const methods = vocabulary(`
  historical-critical: historical criticism, historical-critical method
  form criticism: form-critical
  redaction criticism: redaction-critical
  source criticism: documentary hypothesis
  textual criticism: text-critical
  narrative criticism: narrative analysis
  rhetorical criticism: rhetorical analysis
  social-scientific: social-scientific criticism
  canonical approach: canonical criticism
  New Perspective on Paul: new perspective
  feminist: feminist interpretation
  liberation: liberation theology
  postcolonial: postcolonial reading
  reception history: wirkungsgeschichte
  theological interpretation
`);

export const modernScholarship: CategoryDefinitionInput = {
  slug: "modern_scholarship",
  name: "Modern scholarship",
  description: "The present discussion: positions, who holds them, since when, on what grounds, and what is disputed.",
  searchParameters: {
    queries: [
      "{subject} recent commentary scholarship",
      "{subject} scholarly debate",
      "{subject} exegesis journal article",
      "{subject} monograph interpretation since 1970",
    ],
    apis: ["crossref"],
    domains: ["jstor.org", "doi.org", "bookreviews.org"],
    terms: phrases(
      `scholars, scholarship, commentary of, exegesis, argues, argued, debate, monograph, article, consensus, disputed, interpretation, new perspective, modern, cranfield, dunn, barth`,
    ),
  },
  processingRules: {
    facts: [
      prose("position", "Position", "argues, argued, holds, takes, stresses, proposes, recasts, maintains, contends, prefers", {
        section: "Positions",
        requireCue: phrases(
          "scholar, scholars, modern, commentator, commentators, commentary of, article of, monograph, essay, cranfield, dunn, barth, käsemann, wright, sanders, moo, jewett, fitzmyer, keener, bultmann",
        ),
      }),
      setOf("method", "Method", "approach, method, criticism, reading, analysis, perspective, interpretation", methods, { section: "Methods" }),
      date("publication_year", "Year", "commentary of, article of, published, monograph, in his commentary, in her commentary, essay", {
        section: "Positions",
        comparability: ["study", "definition"],
        strategy: "set_union",
      }),
      identifier("doi", "DOI", '\\b(10\\.\\d{4,9}/[^\\s"<>]+[^\\s"<>.,;)])', "", { section: "Publications", strategy: "set_union" }),
      yesNo("disputed", "Disputed among scholars", "scholars differ, scholars disagree, is disputed, is debated, no consensus, debate continues", {
        section: "State of the debate",
        strategy: "manual",
      }),
      yesNo("consensus", "Consensus reported", "consensus, most scholars, widely agreed, majority of scholars, generally agreed", {
        section: "State of the debate",
        strategy: "weighted_consensus",
      }),
      prose("open_question", "Open questions", "remains open, unresolved, not settled, further research, differ on whether", {
        section: "State of the debate",
      }),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "Map the discussion of about the last fifty years: positions with author, work, year and grounds; what is widely agreed, by whom that is said; what is open. Include scholars of different confessions and of none.",
    extract:
      "A position needs author and work. A claim of consensus is itself a claim: record who makes it and when. Do not infer a scholar's view from reviews.",
    adjudicate: "Weigh by independent support and show minority positions with theirs. Publications that repeat one author's view are one voice.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "weighted_consensus",
  priority: 100,
};
