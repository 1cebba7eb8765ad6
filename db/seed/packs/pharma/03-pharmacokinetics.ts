import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts } from "../define";
import { absorptionFacts, dispositionFacts, eliminationFacts } from "./pharmacokinetic-facts";

export const pharmacokinetics: CategoryDefinitionInput = {
  slug: "pharmacokinetics",
  name: "Pharmacokinetics",
  description:
    "Absorption, distribution and elimination in numbers: half-life, peak, exposure, bioavailability, volume, clearance, protein binding, excretion.",
  searchParameters: {
    queries: [
      "{subject} elimination half-life",
      "{subject} absolute bioavailability, Cmax, Tmax, AUC and food effect",
      "{subject} volume of distribution and plasma protein binding",
      "{subject} clearance and renal excretion",
      "{subject} pharmacokinetics review",
    ],
    apis: ["openfda", "dailymed", "pubmed", "europepmc"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`pharmacokinetics, absorption, distribution, elimination, half-life, half-lives, bioavailability, cmax, tmax, auc, peak plasma concentration,
      volume of distribution, protein binding, bound to plasma proteins, clearance, excretion, excreted unchanged, urine, faeces, feces, steady state, accumulation, food`),
    labelSections: ["pharmacokinetics", "clinical_pharmacology"],
  },
  processingRules: {
    facts: [...absorptionFacts, ...dispositionFacts, ...eliminationFacts],
    comparability: ["species"],
    maxSentences: 18,
  },
  promptTemplates: prompts({
    search:
      "Give its pharmacokinetic parameters in adults as labels and primary studies state them: half-life (say phase and matrix), Cmax, Tmax, AUC, absolute bioavailability, food effect, " +
      "volume, protein binding, clearance, renal and faecal excretion, time to steady state.",
    extract:
      "Every number needs its conditions if they are stated: population, species, dose, route, form, matrix (plasma or whole blood), phase (initial or terminal), analyte (parent, enantiomer, metabolite), " +
      "statistic (mean, median, range). Number of half-lives, creatinine clearance as a cut-off, and changes by food or by another drug are not parameter values.",
    adjudicate:
      "Most differences come from matrix, phase, analyte, population, dose, formulation or sampling time. Only if these match or are all unstated is it a real difference; then compare as intervals with their spread.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 6, mustAnchorQuote: true, maxAgeDays: 9125 },
  conflictResolutionStrategy: "interval",
  priority: 30,
};
