import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, oneOf, phrases, prompts, prose, setOf, vocabulary } from "../define";
import { translations } from "./vocabulary";

const approaches = vocabulary(`
  formal: formal equivalence, word-for-word, literal translation
  functional: dynamic equivalence, functional equivalence, thought-for-thought
  paraphrase: paraphrased
`);

const licences = vocabulary(`
  public domain: in the public domain
  crown copyright: letters patent
  copyrighted: under copyright
  open licence: creative commons
`);

export const translationComparison: CategoryDefinitionInput = {
  slug: "translation_comparison",
  name: "Translations compared",
  description: "How translations render the passage, side by side, with the underlying text and the choices that make the difference.",
  searchParameters: {
    queries: [
      "{subject} in several English translations",
      "{subject} translation differences",
      "{subject} King James and modern versions compared",
      "{subject} Septuagint Vulgate rendering",
    ],
    apis: ["bible-api", "sefaria"],
    domains: ["sefaria.org", "bible-api.com", "biblegateway.com"],
    terms: phrases(
      `translation, translations, version, versions, renders, rendered, rendering, translates, king james, world english bible, septuagint, vulgate, literally, paraphrase`,
    ),
  },
  processingRules: {
    facts: [
      setOf("translation", "Translations", "version, translation, translations, bible, renders, translates, reads, has, english", translations, {
        neverDenied: true,
        section: "Renderings",
      }),
      prose("rendering", "Rendering", "renders, rendered, translates, translated, rendering", { section: "Renderings" }),
      oneOf("approach", "Approach", "translation, version, equivalence, rendering", approaches, {
        section: "Choices",
        comparability: ["translation"],
        strategy: "manual",
      }),
      prose(
        "underlying_text",
        "Underlying text",
        "translate the shorter text, translates the longer text, follows the reading, based on the text, underlying text",
        { section: "Choices" },
      ),
      date("translation_year", "Year of the translation", "published, completed, issued, first published, translation, version, bible of", {
        section: "Editions",
        requireCue: phrases("translation, version, bible"),
        comparability: ["translation", "definition"],
        strategy: "authority",
      }),
      oneOf("licence", "Licence", "public domain, copyright, licence, license", licences, {
        section: "Editions",
        comparability: ["translation"],
        strategy: "authority",
      }),
    ],
    comparability: ["translation"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Set renderings of the passage side by side, translation by translation, naming the edition and licence of each, the text it translates, and the words on which they differ.",
    extract:
      "A rendering belongs to its translation (qualifier translation): quote it exactly and keep its verse numbers. Do not quote at length from translations under copyright.",
    adjudicate: "Translations do not conflict; they choose. Say which choice of text, grammar or sense makes the difference.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "tradition_scoped",
  priority: 30,
};
