import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";

const places = vocabulary(`
  Jerusalem
  Galilee
  Samaria
  Antioch: syrian antioch
  Corinth
  Ephesus
  Rome: city of rome
  Philippi
  Thessalonica
  Alexandria
  Caesarea
  Babylon: babylonian exile
  Persia: persian period
  Egypt
  Asia Minor
  Qumran
`);

const periods = vocabulary(`
  patriarchal period
  monarchy: united monarchy, divided monarchy
  exilic: exile, babylonian exile
  Persian period: post-exilic, postexilic
  Hellenistic period: hellenistic
  Hasmonean period: maccabean
  Second Temple period: second temple
  Roman period: roman empire, early empire
  apostolic age: first generation
  sub-apostolic: post-apostolic
`);

export const historicalContext: CategoryDefinitionInput = {
  slug: "historical_context",
  name: "Historical context",
  description: "Author, date, place, first readers and circumstances, with the range of scholarly proposals.",
  searchParameters: {
    queries: [
      "{subject} date of composition and author",
      "{subject} historical background first readers",
      "{subject} place of writing occasion",
      "{subject} authorship debate",
    ],
    apis: ["crossref"],
    domains: ["sefaria.org", "jstor.org", "britannica.com"],
    terms:
      phrases(`wrote, written, author, authorship, date, dated, composed, composition, setting, historical, first readers, addressed to, audience, occasion, claudius, exile, century,
      winter, corinth, rome, jerusalem`),
  },
  processingRules: {
    facts: [
      date("composition_date", "Date of composition", "written, wrote, composed, date, dated, date of composition, composition, penned, proposals", {
        section: "Date",
        excludeCue: phrases("commentary, edition, translation, published"),
        comparability: ["definition"],
        strategy: "weighted_consensus",
      }),
      prose("authorship", "Author", "author, authorship, wrote, attributed, ascribed, pseudonymous", { section: "Author" }),
      yesNo(
        "authorship_disputed",
        "Authorship disputed",
        "authorship is disputed, disputed letter, disputed authorship, authorship is debated, pseudonymous, not by",
        {
          section: "Author",
          strategy: "manual",
        },
      ),
      setOf("place", "Place", "wrote, written from, addressed, sent to, house churches, community, place of writing, audience", places, {
        neverDenied: true,
        section: "Place and readers",
        requireCue: phrases("wrote, written, composed, addressed, sent, audience, community, churches, place of writing"),
      }),
      setOf("period", "Period", "period, historical setting, historical background, times of, era", periods, {
        neverDenied: true,
        section: "Circumstances",
      }),
      prose(
        "circumstances",
        "Circumstances",
        "occasion, circumstances, expelled, persecution, famine, return, situation, conflict between, addressed",
        { section: "Circumstances" },
      ),
      date("event_date", "Dated events", "expelled, edict, siege, fall of, reign, battle, destroyed, council, died", {
        section: "Circumstances",
        comparability: ["definition"],
        strategy: "weighted_consensus",
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Give proposals for author, date, place, first readers and occasion, each with who holds it and on what ground; name external evidence and what remains unknown.",
    extract:
      "A date is an interval with the proposal it belongs to. Distinguish the events told, the composition and the final redaction (qualifier definition). Keep traditional and critical attributions apart.",
    adjudicate:
      "Compare only dates of the same thing. Overlapping intervals agree. Where scholars divide, show the spread with support for each and leave it open.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "weighted_consensus",
  priority: 40,
};
