import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, namesIn, oneOf, phrases, prompts, prose, setOf, vocabulary } from "../define";
import { traditions } from "./vocabulary";

const documents = vocabulary(`
  Nicene Creed
  Apostles' Creed
  Second Council of Orange: council of orange, synod of orange
  Council of Trent: trent
  Augsburg Confession
  Formula of Concord: solid declaration, book of concord
  Heidelberg Catechism
  Canons of Dort: synod of dort
  Westminster Confession: westminster confession of faith
  Thirty-Nine Articles
  Remonstrance: five articles of remonstrance
  Articles of Religion
  Catechism of the Catholic Church
  Confession of Dositheus: synod of jerusalem
  Joint Declaration on Justification: joint declaration on the doctrine of justification
  Thirteen Principles: thirteen principles of faith
`);

const doctrines = vocabulary(`
  election: predestination, chosen, predestined
  foreknowledge: foreknew, foreknows
  free will: freedom of choice, free choice
  grace: prevenient grace, irresistible grace
  justification: justified, justifies
  sanctification: holiness, theosis, deification
  perseverance: persevere, fall away
  atonement
  Trinity: trinitarian
  Christology: two natures
  Eucharist: lord's supper
  baptism
  resurrection
  providence
  covenant
  authority of scripture
  messianic hope: messiah
`);

const conditionality = vocabulary(`
  conditional: on the basis of foreseen faith, foresaw would believe, foreknew would believe
  unconditional: without any foresight, good pleasure alone, not because they believe
  mystery: refuses to derive, mystery, not to be searched out
`);

// A position belongs to a tradition, to one of its documents or to a recognised teacher of it.
const taught = [
  ...namesIn(traditions, documents),
  ...phrases(
    "origen, chrysostom, john of damascus, augustine, aquinas, thomas aquinas, luther, melanchthon, calvin, arminius, wesley, council, confession, catechism, synod, church teaches, tradition",
  ),
];

export const doctrinalTraditions: CategoryDefinitionInput = {
  slug: "doctrinal_traditions",
  name: "Doctrinal traditions",
  description: "What traditions teach on the strength of the passage, each in its own words and documents; never harmonised, never ranked.",
  searchParameters: {
    queries: [
      "{subject} Catholic Orthodox Protestant interpretation",
      "{subject} Reformed and Arminian reading",
      "{subject} confession catechism council",
      "{subject} doctrine history of interpretation",
    ],
    apis: ["crossref"],
    domains: ["vatican.va", "ccel.org", "bookofconcord.org", "goarch.org"],
    terms:
      phrases(`tradition, teaches, doctrine, confession, council, catechism, reformed, lutheran, catholic, orthodox, arminian, wesleyan, predestination, election, foreknowledge, grace,
      justification, calvin, luther, aquinas, wesley, arminius, trent, westminster`),
  },
  processingRules: {
    facts: [
      setOf("tradition", "Traditions", "tradition, teaches, teaching, theology, church, follows, holds, confession", traditions, {
        section: "Traditions",
        neverDenied: true,
      }),
      setOf("document", "Documents", "teaches, states, teaching, tradition, chapter, article, session, confession, council, declaration", documents, {
        section: "Traditions",
        neverDenied: true,
        comparability: ["tradition"],
      }),
      setOf("doctrine", "Doctrines", "teaches, doctrine, holds, teaching, warns, refuses, understands", doctrines, {
        section: "Traditions",
        requireCue: taught,
        neverDenied: true,
        comparability: ["tradition"],
      }),
      oneOf(
        "conditionality",
        "Ground of election",
        "election, chosen, predestines, predestination, god decreed, those chosen, foreknowledge",
        conditionality,
        {
          section: "Traditions",
          requireCue: taught,
          comparability: ["tradition"],
        },
      ),
      prose("position", "Position", "teaches, holds, states, warns, rejects, reads, refuses, follows", {
        section: "Traditions",
        requireCue: taught,
      }),
      identifier(
        "locus",
        "Place in the document",
        "\\b((?:Institutes|Westminster Confession|Formula of Concord, Solid Declaration|Augsburg Confession|Canons of Dort|Church Dogmatics|Summa Theologiae) [IVX\\d][\\dIVX./,-]*(?:\\d|[IVX]))",
        "institutes, confession, declaration, article, chapter, dogmatics",
        { section: "Traditions", strategy: "set_union", comparability: ["tradition"] },
      ),
      date("document_date", "Date of the document", "adopted, council, confession, declaration, synod, catechism", {
        section: "Traditions",
        requireCue: phrases("council, confession, declaration, catechism, synod, adopted, promulgated"),
        comparability: ["tradition", "definition"],
        strategy: "authority",
      }),
    ],
    comparability: ["tradition"],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "For each tradition that has taught on this passage give its position in its own terms, from its own documents or recognised teachers with the place. Treat traditions equally, Jewish readings included where they apply.",
    extract:
      "Every record carries the qualifier tradition. Do not record what one tradition says of another as the other's teaching. Quote documents by article or section.",
    adjudicate:
      "Never resolve, rank or harmonise. State what each tradition holds, where they verbally agree, and where they part; one column for each.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "tradition_scoped",
  priority: 90,
};
