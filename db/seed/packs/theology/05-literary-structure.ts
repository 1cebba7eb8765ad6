import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, reference, setOf, vocabulary } from "../define";

const genres = vocabulary(`
  narrative: story, historical narrative
  law: legal code, legal material
  poetry: hymn, psalm, song
  lament
  wisdom: proverb, wisdom saying
  prophecy: oracle, prophetic oracle
  apocalyptic: apocalypse, vision report
  gospel
  parable: parables
  miracle story: healing story
  letter: epistle
  sermon: homily, discourse
  genealogy
  prayer: doxology, benediction
  creed: confession, hymn fragment
`);

const figures = vocabulary(`
  chiasm: chiasmus, chiastic
  inclusio: ring composition, envelope
  parallelism: synonymous parallelism, antithetic parallelism
  climax: gradation, gradatio, sorites, chain
  acrostic
  metaphor
  irony
  hyperbole
  rhetorical question: rhetorical questions, series of questions, diatribe
  repetition: refrain, keyword
  wordplay: pun, paronomasia
  merism
  typology
  midrash
`);

export const literaryStructure: CategoryDefinitionInput = {
  slug: "literary_structure",
  name: "Literary structure",
  description: "Genre, place in the book, boundaries of the unit, figures of speech and how the passage is built.",
  searchParameters: {
    queries: [
      "{subject} literary structure outline",
      "{subject} genre rhetoric figure of speech",
      "{subject} chiasm inclusio",
      "{subject} place in the argument of the book",
    ],
    apis: ["crossref"],
    domains: ["sefaria.org", "jstor.org"],
    terms: phrases(
      `structure, literary, genre, chiasm, inclusio, parallelism, rhetoric, rhetorical, chain, climax, gradation, unit, section, stanza, argument, outline, repetition, form criticism`,
    ),
  },
  processingRules: {
    facts: [
      setOf("genre", "Genre", "genre, literary form, type of text, written as, composed as", genres, { section: "Genre" }),
      setOf("figure", "Figures", "figure, figure of speech, forms a, structure, built, arranged, series of, pattern, rhetorical", figures, {
        section: "Figures",
        requireCue: phrases("figure, figures, figure of speech, forms a, structure, built, arranged, series of, pattern, rhetorical"),
        neverDenied: true,
      }),
      reference("unit", "Unit", "unit, pericope, forms a, structure, opened the section, closes with, answers it, the section", {
        section: "Place in the book",
      }),
      prose("structure", "Structure", "literary structure, outline, is arranged, falls into, closes with, opens with, centre, answers it", {
        section: "Structure",
      }),
      quantity("parts", "Number of parts", "1", "parts, stanzas, strophes, verbs, links, clauses", {
        section: "Structure",
        scale: "count",
        comparability: ["definition"],
        tolerance: { rounding: 0, minor: 0 },
        plausible: { low: 1, high: 200 },
      }),
      prose(
        "argument",
        "Place in the argument",
        "argument of the letter, argument of the book, context of the passage, prepares, answers it, turning point, series of questions",
        {
          section: "Place in the book",
        },
      ),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search: "Describe genre, limits of the unit, outline, figures and the place of the passage in the book; name who proposes which structure.",
    extract: "A proposed structure belongs to its author. Record unit limits as references in the versification of the source.",
    adjudicate: "Outlines may differ without error. Say on which signals in the text each rests, and keep them side by side.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "set_union",
  priority: 50,
};
