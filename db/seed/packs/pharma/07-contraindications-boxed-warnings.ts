import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, oneOf, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";

const contraindicationTerms = vocabulary(`
  hypersensitivity: known hypersensitivity, severe hypersensitivity reaction, hypersensitivity to the active substance, allergy
  severe renal impairment: severe renal failure, egfr below 30, severe renal disease
  renal impairment: renal disease, renal dysfunction, renal failure
  acute metabolic acidosis: metabolic acidosis, acute or chronic metabolic acidosis
  lactic acidosis
  diabetic ketoacidosis: ketoacidosis, diabetic pre-coma
  hepatic impairment: hepatic insufficiency, severe hepatic disease, hepatic disease associated with coagulopathy
  acute alcohol intoxication: alcoholism, excessive alcohol intake
  tissue hypoxia: cardiac or respiratory failure, decompensated heart failure, recent myocardial infarction, shock
  dehydration: severe infection
  active pathological bleeding: active bleeding, clinically significant active bleeding, active clinically significant bleeding, hemorrhagic tendencies, haemorrhagic tendencies
  haemorrhagic stroke: hemorrhagic stroke
  blood dyscrasias: hemorrhagic tendencies or blood dyscrasias
  recent or contemplated surgery: surgery of the central nervous system, surgery of the eye, recent brain surgery, traumatic surgery
  threatened abortion: eclampsia, preeclampsia
  pregnancy: pregnant women, women who are pregnant
  lactation: breast-feeding, breastfeeding
  malignant hypertension: severe uncontrolled hypertension
  spinal puncture: major regional or lumbar block anesthesia, lumbar block
  unsupervised patients: unsupervised patients with conditions associated with high potential for noncompliance
  concomitant anticoagulant: concomitant treatment with any other anticoagulant
  concomitant MAO inhibitor: use of maois
  QT prolongation: congenital long qt syndrome
  porphyria
  myasthenia gravis
  narrow-angle glaucoma: angle-closure glaucoma
  bowel obstruction: paralytic ileus
`);

const topics = vocabulary(`
  lactic acidosis
  bleeding: bleeding risk, major or fatal bleeding, haemorrhage, hemorrhage
  thrombotic events on discontinuation: premature discontinuation, increased risk of thrombotic events, discontinuation increases the risk
  spinal or epidural hematoma: spinal/epidural hematoma, epidural or spinal hematomas, spinal or epidural haematoma
  embryo-fetal toxicity: embryofetal toxicity, fetal toxicity
  hepatotoxicity: hepatic failure, liver failure
  suicidality: suicidal thoughts and behaviors
  cardiovascular events: cardiovascular thrombotic events
  addiction, abuse and misuse: addiction, abuse and misuse
  respiratory depression
  serious infections
  malignancy: lymphoma
  thyroid C-cell tumors: thyroid c-cell tumours
  mortality in elderly patients with dementia: increased mortality in elderly patients with dementia-related psychosis
  bone marrow suppression: myelosuppression
  anaphylaxis
`);

export const contraindicationsBoxedWarnings: CategoryDefinitionInput = {
  slug: "contraindications_boxed_warnings",
  name: "Contraindications and boxed warnings",
  description: "The absolute limits: boxed warnings with text and date, contraindications, and risk-management programmes.",
  searchParameters: {
    queries: [
      "{subject} boxed warning",
      "{subject} contraindications",
      "{subject} contraindications EU summary of product characteristics",
      "{subject} REMS risk evaluation and mitigation strategy",
    ],
    apis: ["openfda", "dailymed"],
    domains: ["dailymed.nlm.nih.gov", "accessdata.fda.gov", "ema.europa.eu"],
    terms:
      phrases(`boxed warning, black box warning, contraindicated, contraindication, contraindications, must not be used, rems, risk evaluation and mitigation strategy, hypersensitivity,
      warning: lactic acidosis, fatal, increases the risk of`),
    labelSections: ["boxed_warning", "contraindications", "warnings"],
  },
  processingRules: {
    facts: [
      yesNo("boxed_warning", "Boxed warning", "boxed warning, black box warning, black-box warning, boxed warnings", {
        section: "Boxed warning",
        deniedBy: phrases("removed, withdrawn, deleted, eliminated"),
        comparability: ["jurisdiction", "as_of"],
        safety: true,
      }),
      setOf("boxed_warning_topic", "Subject of the boxed warning", "boxed warning, black box warning, boxed warnings, warning", topics, {
        section: "Boxed warning",
        requireCue: phrases("boxed, black box, boxed warning"),
        comparability: ["jurisdiction"],
        safety: true,
      }),
      date("boxed_warning_date", "Date of the boxed warning", "boxed warning, black box warning", {
        section: "Boxed warning",
        comparability: ["jurisdiction"],
        strategy: "newest_effective",
      }),
      setOf(
        "contraindication",
        "Contraindications",
        "contraindicated, contraindication, contraindications, must not be used, should not be used in patients with, must not be given",
        contraindicationTerms,
        { section: "Contraindications", comparability: ["jurisdiction"], strategy: "strictest_safety", safety: true },
      ),
      exactQuantity(
        "renal_contraindication",
        "Contraindicated below (renal function)",
        "mL/min/{1.73_m2}",
        "egfr, estimated glomerular filtration rate, gfr, glomerular filtration rate, creatinine clearance, crcl, clcr, renal failure, renal impairment",
        {
          section: "Contraindications",
          otherUnits: ["mL/min"],
          requireCue: phrases("contraindicated, contraindication, contraindications, must not be used"),
          excludeCue: phrases("not recommended, starting, initiation, reassess"),
          assumedUnits: [
            { phrase: "egfr", unit: "mL/min/{1.73_m2}" },
            { phrase: "crcl", unit: "mL/min" },
            { phrase: "creatinine clearance", unit: "mL/min" },
            { phrase: "gfr", unit: "mL/min" },
          ],
          comparability: ["jurisdiction", "form"],
          strategy: "strictest_safety",
          safety: true,
          plausible: { low: 5, high: 90 },
        },
      ),
      exactQuantity(
        "creatinine_contraindication",
        "Contraindicated from (serum creatinine)",
        "mg/dL",
        "serum creatinine, serum creatinine levels, creatinine level, plasma creatinine",
        {
          section: "Contraindications",
          otherUnits: ["umol/L"],
          requireCue: phrases("contraindicated, contraindication, contraindications, must not be used"),
          comparability: ["jurisdiction", "population"],
          strategy: "newest_effective",
          safety: true,
          plausible: { low: 0.5, high: 10 },
        },
      ),
      oneOf(
        "rems",
        "Risk-management programme",
        "rems, risk evaluation and mitigation strategy, pregnancy prevention programme, restricted program",
        vocabulary("required: is required, only available through, has been approved with\nnot required: no rems, not required, released from"),
        {
          section: "Risk management",
          comparability: ["jurisdiction"],
          strategy: "newest_effective",
          safety: true,
        },
      ),
      prose("warning_text", "Warning", "fatal, hospitalization, hospitalisation, risk factors, discontinue, premature discontinuation", {
        section: "Boxed warning",
        requireCue: phrases("boxed, boxed warning, black box"),
      }),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "Report whether the label in force carries a boxed warning (quote its heading and date), list every contraindication of each agency with its exact limits, and name any risk-management programme. Say so if a warning was removed and when.",
    extract:
      "Only what is stated as contraindicated is a contraindication; a precaution is not. A removed, revised or absent boxed warning is a record with polarity denied. Copy renal and laboratory limits with comparator and unit.",
    adjudicate:
      "Show the most cautious position first and keep all others. A limit that an agency has replaced is superseded, not wrong. Nothing here is settled automatically.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 2, mustAnchorQuote: true, maxAgeDays: 1825, strictGate: true },
  conflictResolutionStrategy: "strictest_safety",
  priority: 70,
};
