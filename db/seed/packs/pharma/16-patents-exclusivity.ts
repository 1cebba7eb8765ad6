import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, identifier, oneOf, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";

const exclusivityCodes = vocabulary(`
  NCE: new chemical entity exclusivity, new chemical entity, five-year exclusivity
  ODE: orphan drug exclusivity, orphan exclusivity
  PED: pediatric exclusivity, paediatric exclusivity, six-month pediatric exclusivity
  NP: new product exclusivity
  NDF: new dosage form exclusivity
  I: new indication exclusivity
  180-day: 180-day exclusivity, first-filer exclusivity
  BPCIA: reference product exclusivity, 12-year exclusivity
  data protection: data exclusivity, regulatory data protection
  market protection: market exclusivity
  SPC: supplementary protection certificate
`);

const patentKinds = vocabulary(`
  compound: compound patent, composition of matter, substance patent
  formulation: formulation patent, drug product patent
  method of use: method-of-use patent, use patent
  polymorph: crystalline form
  process: process patent
`);

const generics = vocabulary(`
  available: generics are available, generic versions are marketed, generic launched
  approved, not marketed: approved but not launched, approved but are not marketed, approved but not marketed, approved but not yet marketed, not yet marketed, tentatively approved generics
  blocked: generic entry enjoined, infringement injunction
  none: no generic, no generics
`);

export const patentsExclusivity: CategoryDefinitionInput = {
  slug: "patents_exclusivity_competition",
  name: "Patents, exclusivity and competition",
  description: "What protects the drug and until when: patents, exclusivities, litigation outcomes, and generic or biosimilar entry.",
  searchParameters: {
    queries: [
      "{subject} Orange Book patents expiry",
      "{subject} regulatory exclusivity code expiration",
      "{subject} supplementary protection certificate expiry",
      "{subject} generic entry litigation settlement date",
      "{subject} number of approved generics biosimilars",
    ],
    apis: ["openfda"],
    domains: ["accessdata.fda.gov", "uspto.gov", "epo.org", "ema.europa.eu"],
    terms:
      phrases(`patent, patents, patent expiry, orange book, exclusivity, market exclusivity, data exclusivity, supplementary protection certificate, anda, biosimilar, generic entry,
      generic competition, paragraph iv, infringement, patent term extension, loss of exclusivity`),
    labelSections: [],
  },
  processingRules: {
    facts: [
      identifier(
        "patent_number",
        "Patent",
        "\\b(?:U\\.?S\\.?\\s)?(?:[Pp]atent\\s(?:[Nn]o\\.?\\s)?)((?:EP\\s?)?\\d{1,2},?\\d{3},?\\d{3})\\b",
        "patent, patent no, u.s. patent",
        {
          section: "Patents",
          strategy: "set_union",
          comparability: ["jurisdiction"],
        },
      ),
      setOf("patent_kind", "Kind of patent", "patent, patents, claims", patentKinds, {
        section: "Patents",
        strategy: "set_union",
        comparability: ["jurisdiction"],
      }),
      date(
        "patent_expiry",
        "Patent expiry",
        "patent expires, patent expiry, expires, patent expiration, expire, expiration date, patent protection until",
        {
          section: "Patents",
          requireCue: phrases("patent, patents, spc, supplementary protection certificate"),
          comparability: ["jurisdiction", "definition"],
        },
      ),
      setOf("exclusivity_code", "Exclusivity", "exclusivity, exclusivities, data protection, market protection, certificate", exclusivityCodes, {
        section: "Exclusivity",
        strategy: "set_union",
        comparability: ["jurisdiction", "indication"],
      }),
      date(
        "exclusivity_expiry",
        "Exclusivity ends",
        "exclusivity expires, exclusivity until, exclusivity expiry, exclusivity ends, exclusivity expired, exclusivity",
        {
          section: "Exclusivity",
          comparability: ["jurisdiction", "indication", "definition"],
        },
      ),
      exactQuantity("exclusivity_term", "Length of exclusivity", "a", "exclusivity, data protection, market protection", {
        section: "Exclusivity",
        otherUnits: ["mo", "d"],
        comparability: ["jurisdiction", "definition"],
        timeAfterEvent: true,
        plausible: { low: 0.1, high: 25 },
      }),
      oneOf("generic_status", "Generics", "generic, generics, biosimilar, biosimilars", generics, {
        section: "Competition",
        comparability: ["jurisdiction", "form", "as_of"],
        strategy: "newest_effective",
      }),
      quantity(
        "generic_count",
        "Number of generics",
        "1",
        "generics, generic versions, generic manufacturers, abbreviated new drug applications, andas, biosimilars, generic applicants",
        {
          section: "Competition",
          scale: "count",
          comparability: ["jurisdiction", "form", "as_of"],
          strategy: "newest_effective",
          plausible: { low: 0, high: 1000 },
        },
      ),
      date(
        "generic_entry",
        "First generic",
        "first generic, generic entry, generic launch, generic approval, generics were launched, first biosimilar",
        {
          section: "Competition",
          comparability: ["jurisdiction", "form"],
        },
      ),
      prose("litigation", "Litigation", "infringement, litigation, settlement, paragraph iv, invalidated, court upheld, court", {
        section: "Litigation",
      }),
    ],
    comparability: ["jurisdiction"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "List listed patents with kind and expiry, exclusivities with code and expiry, litigation or settlements that set entry dates, and generic or biosimilar status by jurisdiction with as-of date.",
    extract:
      "Keep a patent's own expiry apart from extensions and certificates (definition). A tentative approval is not an entry. Every count of generics needs jurisdiction, form and as-of date.",
    adjudicate:
      "The official register of the jurisdiction is the source of record. Show earliest and latest expiry. A settlement date and an expiry date are different facts.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "source_of_record",
  priority: 160,
};
