import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { exactQuantity, oneOf, phrases, prompts, prose, quantity, vocabulary, yesNo } from "../define";
import { pregnancyLetters } from "./vocabulary";

const pregnancyAdvice = vocabulary(`
  may be used: may be used, can be used, may be considered
  use only if needed: only if clearly needed, if the potential benefit justifies, benefit outweighs
  not recommended: is not recommended, should not be used, avoid use, preferable to avoid
  contraindicated: is contraindicated, contraindicated in women who are pregnant
`);

const lactationAdvice = vocabulary(`
  compatible: compatible with breastfeeding, may breastfeed, acceptable, no adverse effects have been observed
  weigh benefits: developmental and health benefits of breastfeeding should be considered
  not recommended: breastfeeding is not recommended, breast-feeding is not recommended, advise not to breastfeed, do not breastfeed, discontinue breastfeeding
`);

export const pregnancyLactation: CategoryDefinitionInput = {
  slug: "pregnancy_lactation",
  name: "Pregnancy and lactation",
  description: "Safety before and during pregnancy and in breastfeeding: human and animal data, legacy letters with their date, contraception.",
  searchParameters: {
    queries: [
      "{subject} pregnancy risk summary major birth defects",
      "{subject} pregnancy category",
      "{subject} lactation breast milk concentration infant dose",
      "{subject} contraception females of reproductive potential",
      "{subject} placental transfer fetal outcomes",
    ],
    apis: ["openfda", "dailymed", "pubmed"],
    domains: ["dailymed.nlm.nih.gov", "ncbi.nlm.nih.gov", "ema.europa.eu", "medicinesinpregnancy.org"],
    terms:
      phrases(`pregnancy, pregnant, pregnant women, lactation, breastfeeding, breast-feeding, breast milk, human milk, birth defects, miscarriage, fetal, foetal, fetus, placenta,
      contraception, reproductive potential, fertility, embryo-fetal, teratogenic, nursing mothers, pregnancy category`),
    labelSections: ["pregnancy", "lactation", "nursing_mothers", "teratogenic_effects", "nonteratogenic_effects", "use_in_specific_populations"],
  },
  processingRules: {
    facts: [
      prose(
        "pregnancy_narrative",
        "Risk summary",
        "risk summary, available data, published studies, pregnant women, pregnancy, animal reproduction studies",
        { section: "Pregnancy" },
      ),
      oneOf("pregnancy_letter", "Legacy letter", "pregnancy category, fda pregnancy category, category", pregnancyLetters, {
        section: "Pregnancy",
        requireCue: phrases("pregnancy, pregnant"),
        comparability: ["jurisdiction", "as_of", "indication"],
        safety: true,
      }),
      oneOf("pregnancy_advice", "Advice in pregnancy", "pregnancy, pregnant women, during pregnancy, pregnant", pregnancyAdvice, {
        section: "Pregnancy",
        comparability: ["jurisdiction", "indication", "as_of"],
        safety: true,
      }),
      quantity(
        "background_birth_defects",
        "Background risk of major birth defects",
        "%",
        "background risk of major birth defects, major birth defects, birth defects, background risk",
        {
          section: "Pregnancy",
          comparability: ["population", "definition"],
          tolerance: { rounding: 0.05, minor: 0.3 },
          plausible: { low: 0, high: 50 },
        },
      ),
      quantity("background_miscarriage", "Background risk of miscarriage", "%", "miscarriage, background risk of miscarriage, spontaneous abortion", {
        section: "Pregnancy",
        comparability: ["population"],
        tolerance: { rounding: 0.05, minor: 0.3 },
        plausible: { low: 0, high: 80 },
      }),
      yesNo(
        "crosses_placenta",
        "Crosses the placenta",
        "crosses the placenta, cross the placenta, placental transfer, crosses the placental barrier, placental passage, crosses the human placenta",
        {
          section: "Pregnancy",
          comparability: ["species"],
        },
      ),
      yesNo(
        "teratogenic",
        "Teratogenic",
        "teratogenic, teratogenicity, embryopathy, causes birth defects, congenital malformations, fetal malformations, malformations",
        {
          section: "Pregnancy",
          deniedBy: phrases("no evidence of, not associated with, did not cause, no clear association"),
          comparability: ["species"],
          strategy: "strictest_safety",
          safety: true,
        },
      ),
      yesNo(
        "in_milk",
        "Passes into human milk",
        "present in human milk, present in breast milk, excreted into human breast milk, excreted into human milk, excreted in human milk, excreted into breast milk, detected in human milk, detected in breast milk, in human breast milk, in milk",
        {
          section: "Lactation",
          comparability: ["species"],
        },
      ),
      quantity(
        "relative_infant_dose",
        "Relative infant dose",
        "%",
        "relative infant dose, weight-adjusted dosage, weight-adjusted maternal dose, infant dose, of the maternal weight-adjusted dosage",
        {
          section: "Lactation",
          scale: "percent",
          comparability: ["population"],
          tolerance: { rounding: 0.1, minor: 0.5 },
          plausible: { low: 0, high: 100 },
        },
      ),
      quantity(
        "milk_plasma_ratio",
        "Milk to plasma ratio",
        "1",
        "milk/plasma ratio, milk to plasma ratio, milk-to-plasma ratio, milk/plasma ratios",
        {
          section: "Lactation",
          comparability: ["species"],
          plausible: { low: 0, high: 100 },
        },
      ),
      oneOf("lactation_advice", "Advice in breastfeeding", "breastfeeding, breast-feeding, lactation, nursing, breastfed", lactationAdvice, {
        section: "Lactation",
        comparability: ["jurisdiction", "as_of"],
        safety: true,
      }),
      exactQuantity(
        "contraception_period",
        "Contraception after the last dose",
        "mo",
        "effective contraception, contraception, use contraception, after the last dose, after the final dose",
        {
          section: "Contraception",
          otherUnits: ["wk", "d"],
          requireCue: phrases("contraception, contraceptive"),
          timeAfterEvent: true,
          comparability: ["population", "jurisdiction"],
          strategy: "strictest_safety",
          safety: true,
          plausible: { low: 0.03, high: 60 },
        },
      ),
      yesNo(
        "ovulation_warning",
        "Unintended pregnancy possible",
        "unintended pregnancy, may result in ovulation, ovulation in some anovulatory women, ovulation",
        { section: "Contraception" },
      ),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "Summarise human and animal evidence for pregnancy, passage into milk with infant dose, advice of each agency, and contraception periods. If an old letter category is found, give its date and say that the narrative replaced it.",
    extract:
      "A letter category carries its date and jurisdiction. Background rates belong to the general population, not to the drug. Animal findings need species and exposure multiple.",
    adjudicate:
      "A letter and a narrative are different systems: never a conflict. Newer effective labelling replaces older; agencies may advise differently. Keep the most cautious advice visible.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 4, mustAnchorQuote: true, maxAgeDays: 3650, strictGate: true },
  conflictResolutionStrategy: "newest_effective",
  priority: 110,
};
