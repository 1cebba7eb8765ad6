import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, phrases, prompts, setOf, yesNo } from "../define";
import { databases } from "./vocabulary";

const counted = {
  section: "Study flow",
  scale: "count",
  comparability: ["study"],
  plausible: { low: 0, high: 10_000_000 },
} as const;
const flow = () => ({ ...counted, comparability: [...counted.comparability] });

export const searchCoverage: CategoryDefinitionInput = {
  slug: "search_coverage",
  name: "Search coverage",
  description: "Where and when was searched, and how many records were found, screened and included.",
  searchParameters: {
    queries: [
      "{subject} systematic review databases searched",
      "{subject} PRISMA flow records screened studies included",
      "{subject} search strategy date of last search",
      "{subject} grey literature language restrictions",
    ],
    apis: ["pubmed", "europepmc", "crossref"],
    domains: ["cochranelibrary.com", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`searched, search strategy, databases, medline, embase, cochrane, records, screened, full-text, included studies, studies were included, prisma, grey literature, handsearching,
      date of last search, trials with`),
  },
  processingRules: {
    facts: [
      setOf("database", "Databases", "searched, search, databases, searches", databases, { neverDenied: true, section: "Where" }),
      date("search_date", "Last search", "searched, search, searches, up to, until, from inception to", {
        section: "When",
        requireCue: phrases("search, searched, searches"),
        comparability: ["study"],
      }),
      exactQuantity("records_found", "Records found", "1", "records, citations identified, records identified, references identified, titles", {
        ...flow(),
        exclude: phrases("records screened"),
      }),
      exactQuantity("records_screened", "Records screened", "1", "screened, titles and abstracts, abstracts screened, records screened", flow()),
      exactQuantity(
        "full_texts",
        "Full texts assessed",
        "1",
        "full-text articles, full texts, full-text, assessed for eligibility, full reports",
        flow(),
      ),
      exactQuantity(
        "studies_included",
        "Studies included",
        "1",
        "included, studies were included, trials were included, included studies, studies, trials, randomised controlled trials, randomized controlled trials",
        {
          ...flow(),
          requireCue: phrases("included, inclusion, met, eligible, meta-analysis, pooled"),
        },
      ),
      exactQuantity("participants", "Participants", "1", "participants, patients, individuals, subjects", {
        ...flow(),
        requireCue: phrases("included, pooled, trials, studies, review, meta-analysis, total"),
        comparability: ["study", "arm", "endpoint"],
      }),
      yesNo("language_restriction", "Limited by language", "language restriction, language restrictions, english-language, published in english", {
        section: "Limits",
        comparability: ["study"],
      }),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search:
      "For each review report databases, date of last search, and numbers of records found, screened, assessed and included, with limits of language or period.",
    extract: "Every count belongs to a review and a stage of the flow. Studies, reports and participants are different counts.",
    adjudicate: "Counts of different reviews do not conflict. Within one review, abstract against flow chart is a real difference: show both.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 6, mustAnchorQuote: true },
  conflictResolutionStrategy: "evidence_level",
  priority: 20,
};
