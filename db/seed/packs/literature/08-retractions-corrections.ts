import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";

const notices = vocabulary(`
  retraction: retracted, retraction notice
  expression of concern: expressions of concern
  correction: corrected, corrigendum, erratum
  withdrawal: withdrawn
  removal: removed from the literature
  reinstatement: reinstated
  update: updated review, replaced by a new version
`);

const reasons = vocabulary(`
  fabrication: fabricated data, falsification, falsified
  error: honest error, calculation error, coding error
  plagiarism: duplicate publication, text overlap
  image manipulation: manipulated images, image duplication
  ethics: no ethical approval, lack of consent
  unreliable data: data could not be verified, data not available
  peer review: compromised peer review, paper mill
  authorship: authorship dispute
`);

export const retractionsCorrections: CategoryDefinitionInput = {
  slug: "retractions_corrections",
  name: "Retractions and corrections",
  description: "Works in this field that were retracted, corrected or put under concern, with date and reason, and who still relies on them.",
  searchParameters: {
    queries: [
      "{subject} retracted study",
      "{subject} erratum correction expression of concern",
      "{subject} research misconduct",
      "{subject} superseded review update",
    ],
    apis: ["crossref", "pubmed", "europepmc"],
    domains: ["retractiondatabase.org", "crossref.org", "pubmed.ncbi.nlm.nih.gov"],
    terms: phrases(
      `retracted, retraction, erratum, corrigendum, expression of concern, withdrawn, misconduct, fabricated, corrected, notice, replaced by`,
    ),
  },
  processingRules: {
    facts: [
      setOf("notice", "Notice", "article, paper, study, notice, journal, published, retracted, corrected", notices, {
        section: "Notices",
        requireCue: phrases("retracted, retraction, concern, correction, corrected, erratum, corrigendum, withdrawn, withdrawal, reinstated"),
        safety: true,
      }),
      date("notice_date", "Date of the notice", "retracted, retraction, corrected, erratum, expression of concern, withdrawn", {
        section: "Notices",
        comparability: ["study"],
      }),
      setOf(
        "reason",
        "Reason",
        "because, reason, due to, retracted, retraction, owing to, concerns about, expression of concern, concern over",
        reasons,
        {
          section: "Reasons",
          requireCue: phrases("retracted, retraction, concern, correction, withdrawn, erratum"),
        },
      ),
      identifier("doi", "DOI", '\\b(10\\.\\d{4,9}/[^\\s"<>]+[^\\s"<>.,;)])', "", { section: "Works", strategy: "set_union" }),
      yesNo("retracted", "Retracted", "retracted", {
        section: "Notices",
        comparability: ["study"],
        safety: true,
      }),
      prose("impact", "Impact", "excluding, after exclusion, sensitivity analysis, cited, conclusions changed", { section: "Impact" }),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search:
      "Find retractions, expressions of concern, corrections and replacements of works on it, with date, reason and notice, and reviews whose result depends on them.",
    extract:
      "A notice and the work it concerns are two records. An erratum is not a retraction. Never record misconduct beyond the words of the notice.",
    adjudicate: "The notice of the journal is the record. Where sources differ on the reason, quote the notice and leave the rest open.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 6, mustAnchorQuote: true, strictGate: true },
  conflictResolutionStrategy: "source_of_record",
  priority: 80,
};
