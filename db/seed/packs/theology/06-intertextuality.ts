import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, reference, setOf, vocabulary } from "../define";

const relations = vocabulary(`
  quotation: quotes, quoted, cites, citation, as it is written
  allusion: alludes, alludes to
  echo: echoes, recalls
  parallel: parallels, has a parallel, is parallel to, close to
  typology: type, antitype, prefigures
  fulfilment: fulfils, fulfilled, fulfillment
  contrast: contrasts, reverses
  dependence: depends on, literary dependence, draws on
`);

const corpora = vocabulary(`
  Torah: pentateuch, law of moses
  Prophets: former prophets, latter prophets
  Writings: ketuvim
  Septuagint: lxx, in the greek numbering
  Deuterocanonical books: apocrypha, wisdom of solomon, sirach, ben sira
  Pseudepigrapha: 1 enoch, jubilees, psalms of solomon
  Dead Sea Scrolls: qumran
  Philo: philo of alexandria
  Josephus
  New Testament
  Rabbinic literature: mishnah, midrash
  Greco-Roman literature: stoic, seneca, epictetus
  Ancient Near Eastern texts: ugaritic, enuma elish, akkadian
`);

export const intertextuality: CategoryDefinitionInput = {
  slug: "intertextuality",
  name: "Intertextuality",
  description: "Which other texts the passage quotes, echoes or answers, and where it is taken up later in scripture.",
  searchParameters: {
    queries: [
      "{subject} Old Testament quotation allusion echo",
      "{subject} cross references parallels",
      "{subject} Second Temple literature background",
      "{subject} use in the New Testament",
    ],
    apis: ["sefaria"],
    domains: ["sefaria.org", "openbible.info"],
    terms: phrases(
      `quotation, quotes, allusion, alludes, echo, echoes, parallel, parallels, recalls, cross-reference, fulfilled, typology, septuagint, old testament, hebrew bible, background`,
    ),
  },
  processingRules: {
    facts: [
      reference(
        "related_passage",
        "Related passages",
        "recalls, alludes, allusion, echo, echoes, quotes, quotation, parallel, parallels, close to, compare, background, fulfils, draws on, cross-reference",
        {
          section: "Related passages",
          strategy: "set_union",
        },
      ),
      setOf(
        "relation",
        "Kind of relation",
        "recalls, language of, phrase, image, psalm, firstborn, parallel, close to, quotation, allusion, echo, background, taken up",
        relations,
        { section: "Related passages" },
      ),
      setOf("corpus", "Corpora", "literature, writings, scripture, background, numbering, parallel, parallels, allusion, echo, quotes", corpora, {
        neverDenied: true,
        section: "Wider background",
        requireCue: phrases("parallel, parallels, background, allusion, echo, quotes, numbering, compare, literature"),
      }),
      prose("function", "What the link does", "recalls, takes up, transforms, applies to, shared vocabulary, echo", { section: "Wider background" }),
    ],
    maxSentences: 10,
  },
  promptTemplates: prompts({
    search:
      "List texts the passage quotes, alludes to or echoes and texts that take it up, with the kind of relation, the shared words, and who proposes it. Mark numbering differences between Hebrew and Greek.",
    extract: "Record references with their versification scheme. Separate quotation, allusion and proposed echo; an echo is somebody's proposal.",
    adjudicate: "A link that one source names and another omits is no contradiction. A denied dependence against a claimed one stays side by side.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "set_union",
  priority: 60,
};
