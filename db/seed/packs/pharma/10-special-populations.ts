import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { exactQuantity, oneOf, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { childPugh } from "./vocabulary";

const hepaticAdvice = vocabulary(`
  no adjustment: no dose adjustment is required, no dosage adjustment, no dose adjustment, no adjustment of the dose, dose adjustment is not required, dose adjustment is not needed, dosage adjustment is not required
  use with caution: with caution, caution
  not recommended: is not recommended, avoid use, should be avoided
  contraindicated: is contraindicated, must not be used
  not studied: has not been studied, not been studied, no data
`);

const renalUnits = [
  { phrase: "egfr", unit: "mL/min/{1.73_m2}" },
  { phrase: "gfr", unit: "mL/min" },
  { phrase: "crcl", unit: "mL/min" },
  { phrase: "clcr", unit: "mL/min" },
  { phrase: "creatinine clearance", unit: "mL/min" },
];

export const specialPopulations: CategoryDefinitionInput = {
  slug: "special_populations",
  name: "Special populations",
  description: "Use in renal and hepatic impairment, children, older people and by body weight: cut-offs and adjusted doses.",
  searchParameters: {
    queries: [
      "{subject} renal impairment eGFR cut-off dose adjustment",
      "{subject} hepatic impairment Child-Pugh",
      "{subject} paediatric use minimum age",
      "{subject} geriatric use elderly",
      "{subject} dose reduction age body weight serum creatinine",
    ],
    apis: ["openfda", "dailymed", "pubmed"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "medicines.org.uk"],
    terms:
      phrases(`renal impairment, renal function, egfr, creatinine clearance, crcl, serum creatinine, hepatic impairment, child-pugh, pediatric, paediatric, children, adolescents, geriatric,
      elderly, older patients, body weight, dialysis, end-stage renal disease, dose adjustment, dose reduction, years of age, asian patients`),
    labelSections: ["use_in_specific_populations", "pediatric_use", "geriatric_use", "dosage_and_administration", "warnings_and_cautions"],
  },
  processingRules: {
    facts: [
      exactQuantity(
        "renal_cutoff",
        "Renal cut-off",
        "mL/min/{1.73_m2}",
        "egfr, estimated glomerular filtration rate, gfr, glomerular filtration rate, creatinine clearance, crcl, clcr, estimated gfr",
        {
          section: "Renal impairment",
          otherUnits: ["mL/min"],
          exclude: phrases("clearance of"),
          assumedUnits: renalUnits,
          comparability: ["jurisdiction", "form", "indication", "population"],
          strategy: "jurisdiction_scoped",
          safety: true,
          plausible: { low: 5, high: 120 },
        },
      ),
      exactQuantity(
        "creatinine_cutoff",
        "Serum creatinine cut-off",
        "mg/dL",
        "serum creatinine, serum creatinine levels, serum creatinine concentration, plasma creatinine",
        {
          section: "Renal impairment",
          otherUnits: ["umol/L"],
          comparability: ["jurisdiction", "population", "indication"],
          strategy: "newest_effective",
          safety: true,
          plausible: { low: 0.5, high: 10 },
        },
      ),
      exactQuantity(
        "renal_max_dose",
        "Maximum dose in renal impairment",
        "mg/d",
        "maximum daily dose, maximum dose, total daily dose, not exceed, half of the maximum dose, dose reduction, reduced dose, recommended dose",
        {
          section: "Renal impairment",
          otherUnits: ["mg", "%"],
          scale: "daily",
          requireCue: phrases("gfr, egfr, creatinine clearance, crcl, renal impairment, renal function"),
          comparability: ["population", "jurisdiction", "form", "indication"],
          strategy: "jurisdiction_scoped",
          safety: true,
          plausible: { low: 0.0001, high: 20_000 },
        },
      ),
      setOf("hepatic_class", "Hepatic impairment", "hepatic impairment, child-pugh, child pugh, liver disease, hepatic disease", childPugh, {
        section: "Hepatic impairment",
      }),
      oneOf(
        "hepatic_advice",
        "Advice in hepatic impairment",
        "hepatic impairment, child-pugh, liver disease, hepatic disease, hepatic insufficiency",
        hepaticAdvice,
        {
          section: "Hepatic impairment",
          comparability: ["jurisdiction", "population", "definition"],
          strategy: "strictest_safety",
          safety: true,
        },
      ),
      exactQuantity(
        "paediatric_age",
        "Children: age",
        "a",
        "pediatric patients, paediatric patients, children, adolescents, pediatric use, paediatric population, below the age of, under the age of, younger than, years of age and older, of age and older",
        {
          section: "Children",
          otherUnits: ["mo"],
          requireCue: phrases("pediatric, paediatric, children, adolescents, safety and effectiveness, younger"),
          comparability: ["jurisdiction", "form", "indication"],
          strategy: "jurisdiction_scoped",
          safety: true,
          plausible: { low: 0, high: 21 },
        },
      ),
      exactQuantity(
        "paediatric_max_dose",
        "Children: maximum daily dose",
        "mg/d",
        "maximum daily dose, maximum recommended dose, maximum of, not exceed, maximum dose",
        {
          section: "Children",
          otherUnits: ["mg/kg/d"],
          scale: "daily",
          requireCue: phrases("pediatric, paediatric, children, adolescents, years of age"),
          comparability: ["jurisdiction", "form", "indication"],
          strategy: "jurisdiction_scoped",
          safety: true,
          plausible: { low: 0.0001, high: 20_000 },
        },
      ),
      exactQuantity(
        "older_age",
        "Older people: age",
        "a",
        "geriatric patients, elderly, elderly patients, older patients, geriatric use, aged, patients over, years of age or older, of age or older, age",
        {
          section: "Older people",
          requireCue: phrases("elderly, geriatric, older, age of 65, age of 75, age of 80, aged 65, aged 75, aged 80, 80 years, 75 years, 65 years"),
          exclude: phrases("pediatric patients"),
          comparability: ["jurisdiction", "indication"],
          strategy: "jurisdiction_scoped",
          plausible: { low: 50, high: 110 },
        },
      ),
      exactQuantity("weight_cutoff", "Body weight cut-off", "kg", "body weight, weight of, weighing, weighing less than, body weight of", {
        section: "Body weight",
        excludeCue: phrases("rise, rises, gain, gained, loss, lost, change, changed, increase, increased"),
        comparability: ["jurisdiction", "indication"],
        strategy: "jurisdiction_scoped",
        safety: true,
        plausible: { low: 0.5, high: 250 },
      }),
      exactQuantity(
        "adjusted_dose",
        "Adjusted dose",
        "mg",
        "reduced dose, adjusted dose, dose reduction, recommended dose is, reduce the dose, lower dose, dose to",
        {
          section: "Adjusted dose",
          otherUnits: ["mg/kg"],
          requireCue: phrases("renal, hepatic, elderly, age, body weight, creatinine, impairment, dialysis, years"),
          comparability: ["population", "jurisdiction", "form", "indication", "route"],
          strategy: "jurisdiction_scoped",
          safety: true,
          plausible: { low: 0.0001, high: 5000 },
        },
      ),
      quantity("exposure_ratio", "Change of exposure in the group", "1", "auc, exposure, half-life, auc was, clearance", {
        section: "Change of exposure",
        scale: "ratio",
        requireCue: phrases("renal impairment, hepatic impairment, elderly, end-stage, impaired renal function, dialysis"),
        comparability: ["population", "endpoint"],
        plausible: { low: 0.05, high: 50 },
      }),
      prose(
        "renal_advice",
        "Advice on renal function",
        "renal impairment, impaired renal function, renal insufficiency, assess renal function, gfr should be assessed, obtain an egfr, renal function should be, end-stage renal disease",
        { section: "Renal impairment", excludeCue: phrases("risk factors") },
      ),
      prose(
        "paediatric_advice",
        "Use in children",
        "pediatric patients, paediatric patients, paediatric population, pediatric use, children and adolescents",
        {
          section: "Children",
        },
      ),
      prose("geriatric_advice", "Use in older people", "elderly patients, geriatric patients, older patients, older people, geriatric use", {
        section: "Older people",
      }),
      prose("ancestry", "Ancestry", "asian patients, patients of asian ancestry, black patients, ethnic groups, race", { section: "Ancestry" }),
    ],
    maxSentences: 18,
  },
  promptTemplates: prompts({
    search:
      "Give cut-offs and adjusted doses by agency for renal impairment (eGFR or creatinine clearance: say which), hepatic impairment (Child-Pugh), children, older people and body weight, and say what is unknown.",
    extract:
      "Keep eGFR per 1.73 m2 apart from creatinine clearance in mL/min. Record for a cut-off what it triggers (contraindicated, do not start, reassess, reduce) in the quote, with jurisdiction, indication and form.",
    adjudicate:
      "Agencies set different limits; both stand. A rule based on serum creatinine that was replaced by eGFR is superseded. Where limits of one agency differ, show the strictest first and leave it open.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 4, mustAnchorQuote: true, maxAgeDays: 1825, strictGate: true },
  conflictResolutionStrategy: "jurisdiction_scoped",
  priority: 100,
};
