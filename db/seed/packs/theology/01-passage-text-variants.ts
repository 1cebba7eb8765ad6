import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, reference, setOf, vocabulary, yesNo } from "../define";
import { manuscripts } from "./vocabulary";

const variantKinds = vocabulary(`
  omission: omit, omits, omitted, lack, lacks
  addition: add, adds, added, insert, inserts
  substitution: read, reads, instead of, replaced by
  transposition: transpose, word order
  harmonisation: harmonization, assimilated to
  spelling: orthographic, itacism
  conjecture: conjectural emendation
`);

const editions = vocabulary(`
  Nestle-Aland: na28, na27, novum testamentum graece
  UBS: united bible societies, ubs5
  Westcott and Hort: westcott-hort
  SBL Greek New Testament: sblgnt
  Tyndale House: thgnt
  Biblia Hebraica Stuttgartensia: bhs
  Biblia Hebraica Quinta: bhq
  Robinson-Pierpont: byzantine textform
  Rahlfs: rahlfs-hanhart
  Göttingen Septuagint
`);

const textual = phrases(
  "manuscript, manuscripts, codex, papyrus, minuscule, minuscules, byzantine, variant, variants, longer reading, shorter reading, omit, omits, brackets, witnesses, edition, editions",
);

export const passageTextVariants: CategoryDefinitionInput = {
  slug: "passage_text_variants",
  name: "Text and variants",
  description: "The passage in its original language and where the manuscripts and editions differ, reading by reading with its witnesses.",
  searchParameters: {
    queries: [
      "{subject} Greek or Hebrew text",
      "{subject} textual variants manuscripts",
      "{subject} textual criticism reading omitted added",
      "{subject} critical apparatus witnesses",
    ],
    apis: ["sefaria", "bible-api"],
    domains: ["sefaria.org", "ntvmr.uni-muenster.de", "csntm.org", "tyndalehouse.com"],
    terms:
      phrases(`variant, variants, manuscript, manuscripts, codex, papyrus, reading, readings, omit, omits, witnesses, textual, apparatus, nestle-aland, byzantine, masoretic,
      septuagint, brackets, greek text, hebrew text`),
  },
  processingRules: {
    facts: [
      prose("text", "Text", "greek text, hebrew text, aramaic text, original text, consonantal text", { section: "Text" }),
      reference("passage", "Passage", "verse, verses, manuscripts, manuscript, reading, omit, omits, variant", {
        section: "Variants",
        requireCue: textual,
      }),
      setOf(
        "witness",
        "Witnesses named",
        "read, reads, reading, omit, omits, omitted, manuscripts, manuscript, witnesses, attested, supported by",
        manuscripts,
        {
          section: "Variants",
          requireCue: textual,
          neverDenied: true,
          comparability: ["manuscript"],
        },
      ),
      setOf("variant_kind", "Kind of variant", "reading, readings, variant, variants, manuscripts, witnesses, codex, text", variantKinds, {
        section: "Variants",
        requireCue: textual,
        neverDenied: true,
      }),
      setOf("edition", "Editions", "print, prints, edition, editions, follows", editions, {
        section: "Editions",
        requireCue: textual,
        neverDenied: true,
      }),
      prose("reading", "Readings", "longer reading, shorter reading, variant reading, words in brackets, manuscripts", {
        section: "Variants",
        requireCue: textual,
      }),
      date("manuscript_date", "Date of a witness", "dated, copied, written, century", {
        section: "Witnesses",
        requireCue: phrases("manuscript, codex, papyrus, copied, palaeographic"),
        comparability: ["manuscript"],
        strategy: "weighted_consensus",
      }),
      yesNo("original_agreed", "Original text agreed", "original wording, earliest attainable, initial text", {
        section: "Judgement",
        deniedBy: phrases("disputed, uncertain, debated"),
        strategy: "manual",
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Give the text in its original language from a named edition, list the variants with the witnesses for each reading, what editions print, and reasons given for either reading.",
    extract:
      "A reading belongs to its witnesses: one record per witness (qualifier manuscript). Keep the versification of the source and say which scheme it uses. Quote Greek and Hebrew exactly, accents included.",
    adjudicate:
      "Witnesses that differ are the matter itself, not a conflict to be settled. Two texts that report one witness differently are a conflict: name the edition or image that would settle it.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "set_union",
  priority: 10,
};
