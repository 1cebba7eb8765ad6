import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { identifier, namesIn, phrases, prompts, prose, quantity, setOf, vocabulary, yesNo } from "../define";

const languages = vocabulary(`
  Hebrew: biblical hebrew, classical hebrew
  Aramaic: biblical aramaic
  Greek: koine greek, koine
  Syriac
  Latin
`);

const forms = vocabulary(`
  present: present tense
  imperfect: imperfect tense
  aorist: aorist tense, in the aorist
  perfect: perfect tense
  pluperfect
  future: future tense
  qal
  niphal: nifal
  piel
  pual
  hiphil: hifil
  hophal
  hithpael: hitpael
  wayyiqtol: waw-consecutive
  imperative
  subjunctive
  optative
  infinitive
  participle: participial
  active voice
  middle voice
  passive voice: divine passive
  genitive: subjective genitive, objective genitive
  construct state: construct chain
`);

export const originalLanguage: CategoryDefinitionInput = {
  slug: "original_language",
  name: "Original language",
  description: "The decisive words: lemma, Strong's number, form, range of meaning, and where lexica differ about the sense.",
  searchParameters: {
    queries: [
      "{subject} key Greek or Hebrew words meaning",
      "{subject} lemma Strong's number lexicon",
      "{subject} grammar syntax verb tense",
      "{subject} word study semantic range",
    ],
    apis: ["sefaria"],
    domains: ["sefaria.org", "logeion.uchicago.edu", "tyndalehouse.com"],
    terms: phrases(
      `lemma, verb, noun, greek, hebrew, aramaic, aorist, participle, lexicon, strong's, root, meaning, means, semantic, syntax, grammar, hapax, cognate, idiom`,
    ),
  },
  processingRules: {
    facts: [
      identifier("strongs", "Strong's number", "\\b([GH]\\d{1,5})\\b", "strong's, strong's number, strongs", {
        section: "Words",
        strategy: "set_union",
      }),
      identifier("lemma", "Lemma", "lemma\\s+([\\u0370-\\u03FF\\u1F00-\\u1FFF\\u0590-\\u05FF]+)", "lemma, lexical form, dictionary form", {
        section: "Words",
        strategy: "set_union",
      }),
      setOf("language", "Language", "written in, original language, language, verb, noun, lemma", languages, {
        section: "Words",
        requireCue: namesIn(languages),
      }),
      prose("sense", "Sense", "means, meaning, can mean, sense, range of meaning, is used for, translated", { section: "Meaning" }),
      setOf("form", "Grammatical form", "verb, verbs, form, tense, stands in, voice, mood, stem, parsed, participle, genitive", forms, {
        section: "Grammar",
        requireCue: namesIn(forms),
      }),
      yesNo("hapax", "Occurs once only", "hapax legomenon, hapax, occurs only here, only occurrence", { section: "Usage" }),
      quantity("occurrences", "Occurrences", "1", "occurs, occurrences, appears, is found, times in", {
        section: "Usage",
        scale: "count",
        requireCue: phrases("times, occurrences, occurs, appears"),
        comparability: ["definition", "translation"],
        tolerance: { rounding: 0, minor: 0.02 },
        plausible: { low: 1, high: 100_000 },
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Explain the decisive words: lemma, Strong's number, grammatical form, range of meaning in this author and elsewhere, and the points on which lexica or grammars differ.",
    extract:
      "Copy words in their own script. A sense is what a source says, not a truth about the word: record who says it. Parsing needs the exact form in the text.",
    adjudicate:
      "A lexicon that gives several senses does not contradict one that gives fewer. If sources choose different senses for this passage, set them side by side with their grounds.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "set_union",
  priority: 20,
};
