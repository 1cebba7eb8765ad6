import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { exactQuantity, identifier, phrases, prompts, prose, quantity, setOf } from "../define";
import { dosageForms } from "./vocabulary";

export const identityFormulation: CategoryDefinitionInput = {
  slug: "identity_formulation",
  name: "Identity and formulation",
  description: "What the drug is: names and identifiers, structure, salts, dosage forms and strengths, storage and shelf life.",
  searchParameters: {
    queries: [
      "{subject} chemical name molecular formula molecular weight",
      "{subject} dosage forms and strengths",
      "{subject} inactive ingredients and appearance",
      "{subject} storage conditions and shelf life",
      "{subject} INN ATC code CAS number",
    ],
    apis: ["rxnorm", "openfda", "dailymed", "ema"],
    domains: ["rxnav.nlm.nih.gov", "dailymed.nlm.nih.gov", "pubchem.ncbi.nlm.nih.gov", "ema.europa.eu"],
    terms:
      phrases(`molecular weight, molecular formula, chemical name, chemically, structural formula, empirical formula, inactive ingredients, excipients,
      tablets, capsules, dosage forms, strengths, store at, storage, shelf life, white to off-white, soluble in water, pka, salt, hydrochloride, atc code`),
    labelSections: [
      "description",
      "dosage_forms_and_strengths",
      "how_supplied",
      "storage_and_handling",
      "spl_product_data_elements",
      "active_ingredient",
      "inactive_ingredient",
    ],
  },
  processingRules: {
    facts: [
      prose("chemical_name", "Chemical name", "chemical name, chemically, designated chemically, described chemically, iupac name, inn", {
        section: "Identity",
      }),
      identifier("rxcui", "RxCUI", "\\b[Rr][Xx](?:CUI|cui|Cui):?\\s*(\\d{1,8})\\b", "", { section: "Identity" }),
      identifier("cas_number", "CAS number", "\\b(\\d{2,7}-\\d{2}-\\d)\\b", "cas, cas number, cas registry number", {
        section: "Identity",
        comparability: ["form"],
      }),
      identifier("unii", "UNII", "\\bUNII:?\\s*([0-9A-Z]{10})\\b", "", {
        section: "Identity",
        comparability: ["form"],
      }),
      identifier("atc_code", "ATC code", "\\b([A-V]\\d{2}[A-Z]{2}\\d{2})\\b", "atc, atc code, anatomical therapeutic chemical", {
        section: "Identity",
        strategy: "set_union",
      }),
      identifier(
        "molecular_formula",
        "Molecular formula",
        "\\b(C\\d{1,3}H\\d{1,3}(?:[A-Z][a-z]?\\d{0,3})*)\\b",
        "molecular formula, empirical formula",
        {
          section: "Structure",
          comparability: ["form"],
        },
      ),
      quantity(
        "molecular_weight",
        "Molecular weight",
        "g/mol",
        "molecular weight, molecular mass, molar mass, formula weight, relative molecular mass",
        {
          section: "Structure",
          otherUnits: ["u", "ku", "1"],
          comparability: ["form", "analyte"],
          tolerance: { rounding: 0.005, minor: 0.02 },
          plausible: { low: 1, high: 500_000 },
        },
      ),
      quantity("pka", "pKa", "1", "pka, dissociation constant, acid dissociation constant", {
        section: "Structure",
        strategy: "set_union",
        plausible: { low: -5, high: 20 },
      }),
      quantity("log_p", "log P", "1", "log p, logp, partition coefficient, octanol-water partition coefficient", {
        section: "Structure",
        plausible: { low: -12, high: 15 },
      }),
      quantity("aqueous_solubility", "Solubility in water", "mg/mL", "aqueous solubility, solubility in water, water solubility", {
        section: "Structure",
        otherUnits: ["g/L", "ug/mL", "%"],
        comparability: ["form"],
        plausible: { low: 0, high: 5000 },
      }),
      quantity("melting_point", "Melting point", "Cel", "melting point, melting range, melts at, mp", {
        section: "Structure",
        comparability: ["form"],
        plausible: { low: -150, high: 500 },
      }),
      setOf(
        "dosage_forms",
        "Dosage forms",
        "available as, available in strengths, supplied as, supplied in, dosage form, dosage forms, presented as, formulated as",
        dosageForms,
        {
          section: "Forms and strengths",
          comparability: ["jurisdiction"],
        },
      ),
      exactQuantity(
        "strengths",
        "Strengths",
        "mg",
        "strength, strengths, in strengths of, available in strengths, each tablet contains, each capsule contains, supplied as, supplied in, available as, available in",
        {
          section: "Forms and strengths",
          otherUnits: ["mg/mL", "ug", "g", "%", "[iU]", "ug/h"],
          comparability: ["form", "jurisdiction"],
          strategy: "set_union",
          excludeCue: phrases("daily, twice daily, once daily, maximum, recommended dose"),
          plausible: { low: 0.0001, high: 20_000 },
        },
      ),
      quantity(
        "storage_temperature",
        "Storage temperature",
        "Cel",
        "store at, store below, stored at, storage, store between, store in a refrigerator, room temperature",
        {
          section: "Storage",
          otherUnits: ["[degF]"],
          comparability: ["form", "jurisdiction"],
          excludeCue: phrases("excursions, excursions permitted"),
          plausible: { low: -90, high: 50 },
        },
      ),
      quantity("shelf_life", "Shelf life", "mo", "shelf life, shelf-life, expiry after, in-use stability, stable for", {
        section: "Storage",
        otherUnits: ["a", "d", "h"],
        comparability: ["form", "jurisdiction"],
        plausible: { low: 0.01, high: 120 },
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Establish its identity and its products: nonproprietary name, chemical name, formula, molecular weight (say of which salt), registry numbers, ATC codes, " +
      "dosage forms with strengths by market, storage and shelf life.",
    extract:
      "Say for every weight, formula and registry number whether it belongs to the free base or acid or to a named salt (qualifier form). A strength belongs to one dosage form; " +
      "a strength stated as the base differs from the same strength stated as the salt.",
    adjudicate:
      "Typical innocent causes: base against salt, anhydrous against hydrate, rounded atomic masses, products of different markets. The registry that owns an identifier is the source of record for it.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true, maxAgeDays: 5475 },
  conflictResolutionStrategy: "source_of_record",
  priority: 10,
};
