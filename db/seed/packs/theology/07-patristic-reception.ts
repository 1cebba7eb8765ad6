import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, namesIn, phrases, prompts, prose, reference, setOf, vocabulary } from "../define";
import { fathers } from "./vocabulary";

const senses = vocabulary(`
  literal: plain sense, historical sense
  allegorical: allegory, spiritual sense
  moral: tropological, ethical
  anagogical: eschatological sense
  typological: type of christ
  christological: refers to christ
`);

export const patristicReception: CategoryDefinitionInput = {
  slug: "patristic_reception",
  name: "Patristic reception",
  description: "How early Christian writers of East and West read the passage, each with the work and place.",
  searchParameters: {
    queries: [
      "{subject} church fathers commentary",
      "{subject} Origen Chrysostom homily",
      "{subject} Augustine Jerome Ambrosiaster",
      "{subject} Eastern and Latin patristic interpretation",
    ],
    apis: ["crossref"],
    domains: ["ccel.org", "newadvent.org", "tertullian.org"],
    terms:
      phrases(`origen, chrysostom, augustine, jerome, ambrose, ambrosiaster, athanasius, cyril, fathers, patristic, homily, homilies, commentary on, teaches, takes, reads, greek fathers, latin fathers,
      pelagius, john of damascus`),
  },
  processingRules: {
    facts: [
      setOf(
        "author",
        "Authors",
        "teaches, takes, reads, says, states, holds, discusses, explains, understands, argues, rejects, quotes, interprets, stresses, corrects, homily, commentary, in his, according to, writes",
        fathers,
        {
          section: "Readings",
          requireCue: namesIn(fathers),
          neverDenied: true,
          comparability: ["tradition"],
        },
      ),
      identifier(
        "locus",
        "Work and place",
        "\\b((?:Homily|Sermon|Letter) \\d+(?: on [A-Z][a-z]+)?|(?:Commentary|Against|City of God|Confessions|Propositions|Retractations|On (?:the )?[A-Z][A-Za-z ]+?)(?: (?:on|of) [A-Z][a-z]+)*,? (?:book )?\\d+(?:\\.\\d+|, chapter \\d+)*)",
        "homily, homilies, commentary, sermon, letter, work, propositions, retractations, teaches, holds, states",
        { section: "Readings", strategy: "set_union", requireCue: namesIn(fathers) },
      ),
      reference("interpreted_passage", "Passage interpreted", "reads, takes, interprets, teaches, comments on, homilies, says, commentary", {
        section: "Readings",
        requireCue: namesIn(fathers),
      }),
      prose("reading", "Reading", "teaches, takes, reads, holds, says, stresses, states, corrects", {
        section: "Readings",
        requireCue: namesIn(fathers),
      }),
      setOf("sense", "Sense of scripture", "sense, interprets, reading, reads, understands, allegory, literal", senses, {
        section: "Readings",
        requireCue: namesIn(fathers),
      }),
      date("author_date", "Date of the work", "wrote, preached, composed, written, died, late work, early work, about", {
        section: "Authors",
        requireCue: namesIn(fathers),
        comparability: ["definition", "tradition"],
        strategy: "weighted_consensus",
      }),
    ],
    comparability: ["tradition"],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "Report how Greek, Latin and Syriac writers of the first eight centuries read it: author, work, book and section, the reading in a sentence, and whether the author changed his mind.",
    extract:
      "Every reading needs author and locus. Keep a writer's early and late views apart. A modern summary of a father is that modern author's claim unless it quotes.",
    adjudicate:
      "Fathers who differ are set side by side, never reconciled. Only a false attribution or a wrong locus is a conflict to be settled, from the edition.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "tradition_scoped",
  priority: 70,
};
