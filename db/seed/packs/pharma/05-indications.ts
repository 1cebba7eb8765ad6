import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";
import { agencies } from "./vocabulary";

const conditions = vocabulary(`
  type 2 diabetes mellitus: type 2 diabetes, non-insulin-dependent diabetes, t2dm
  type 1 diabetes mellitus: type 1 diabetes
  prediabetes: impaired glucose tolerance, prevention of type 2 diabetes, impaired glucose regulation
  polycystic ovary syndrome: pcos, polycystic ovarian syndrome
  gestational diabetes
  stroke prevention in atrial fibrillation: nonvalvular atrial fibrillation, non-valvular atrial fibrillation, nvaf, atrial fibrillation
  deep vein thrombosis: dvt, deep venous thrombosis, venous thrombosis
  pulmonary embolism: pe
  venous thromboembolism: vte, venous thromboembolic events
  prophylaxis after hip or knee replacement: hip or knee replacement surgery, hip replacement, knee replacement
  cardiac valve replacement: mechanical heart valves, prosthetic heart valves, heart valve replacement
  myocardial infarction: recurrent myocardial infarction, after myocardial infarction
  acute coronary syndrome: acs
  hypertension: high blood pressure
  heart failure: chronic heart failure
  hyperlipidaemia: hyperlipidemia, hypercholesterolaemia, hypercholesterolemia
  angina
  asthma
  chronic obstructive pulmonary disease: copd
  pneumonia: community-acquired pneumonia
  urinary tract infection
  HIV infection: hiv-1 infection
  hepatitis B: chronic hepatitis b
  hepatitis C: chronic hepatitis c
  tuberculosis
  malaria
  COVID-19
  major depressive disorder: depression
  generalised anxiety disorder: generalized anxiety disorder
  bipolar disorder
  schizophrenia
  epilepsy: partial-onset seizures, seizures
  migraine
  Parkinson's disease
  Alzheimer's disease
  multiple sclerosis
  attention deficit hyperactivity disorder: adhd
  pain: moderate to severe pain
  rheumatoid arthritis
  psoriatic arthritis
  psoriasis: plaque psoriasis
  Crohn's disease
  ulcerative colitis
  gastro-oesophageal reflux disease: gastroesophageal reflux disease, gerd
  osteoporosis
  gout
  obesity: chronic weight management
  chronic kidney disease
  breast cancer
  non-small cell lung cancer: nsclc
  prostate cancer
  colorectal cancer
  melanoma
  multiple myeloma
  chronic lymphocytic leukaemia: chronic lymphocytic leukemia, cll
  lymphoma
`);

const lines = vocabulary(`
  first line: first-line, initial therapy, initial treatment
  second line: second-line
  third line or later: third-line, after two prior
  monotherapy: as monotherapy, alone
  combination: in combination with, add-on, adjunct
  adjunct to diet and exercise: as an adjunct to diet and exercise
  adjuvant
  prophylaxis: prophylactic, prevention of
`);

export const indications: CategoryDefinitionInput = {
  slug: "indications",
  name: "Indications",
  description: "What the drug is approved for and in whom, by agency and date, and what it is used for outside its label.",
  searchParameters: {
    queries: [
      "{subject} indications and usage",
      "{subject} therapeutic indications EU summary of product characteristics",
      "{subject} approved indications by agency and approval date",
      "{subject} off-label use evidence",
      "{subject} limitations of use",
    ],
    apis: ["openfda", "dailymed", "ema", "pubmed"],
    domains: ["dailymed.nlm.nih.gov", "accessdata.fda.gov", "ema.europa.eu", "medicines.org.uk"],
    terms:
      phrases(`indicated, indication, indications, indications and usage, therapeutic indications, is indicated for, for the treatment of, prophylaxis, off-label, off label, unlicensed use,
      limitations of use, adjunct, approved for, not recommended for use`),
    labelSections: ["indications_and_usage"],
  },
  processingRules: {
    facts: [
      setOf("indication", "Indication", "indicated, indication, indications, approved, licensed, authorised, limitations of use", conditions, {
        section: "Approved use",
        exclude: phrases("most indications, other indications, contraindicated"),
        comparability: ["jurisdiction", "population"],
        strategy: "jurisdiction_scoped",
      }),
      setOf("line_of_therapy", "Line of therapy", "indicated, first-line, second-line, adjunct, monotherapy, combination", lines, {
        section: "Approved use",
        neverDenied: true,
        requireCue: phrases("indicated, approved, licensed, authorised, authorized, may be used, first-line, second-line, recommended"),
        comparability: ["jurisdiction", "indication", "population"],
        strategy: "set_union",
      }),
      exactQuantity(
        "minimum_age",
        "Minimum age",
        "a",
        "years of age and older, years and older, aged, from the age of, age of, paediatric patients, pediatric patients, adolescents, children",
        {
          section: "Approved use",
          otherUnits: ["mo"],
          requireCue: phrases("indicated, approved, licensed, safety and effectiveness, authorised, may be used, can be used"),
          excludeCue: phrases("dose, doses, dosage, not been established, mg"),
          comparability: ["jurisdiction", "indication", "form"],
          strategy: "jurisdiction_scoped",
          plausible: { low: 0, high: 80 },
        },
      ),
      setOf("approving_agency", "Agency", "approved, first approved, authorised, first authorised, authorized, licensed, granted", agencies, {
        section: "Approvals",
        comparability: ["indication"],
      }),
      date(
        "approval_date",
        "Approval of the indication",
        "approved, approval, authorised, authorized, first approved, first authorised, licensed, was added",
        {
          section: "Approvals",
          excludeCue: phrases("refusal, refused, refuse, rejected, negative opinion, complete response letter, expires, expiry"),
          comparability: ["jurisdiction", "indication", "population", "form"],
          strategy: "jurisdiction_scoped",
        },
      ),
      yesNo("off_label_use", "Off-label use", "off-label, off label, unlicensed use, unlicensed indication, outside its label, not approved for", {
        section: "Off-label use",
        comparability: ["jurisdiction", "indication"],
      }),
      prose(
        "limitations_of_use",
        "Limitations of use",
        "limitations of use, limitation of use, not recommended for use, should not be used, not for use in",
        {
          section: "Limitations",
        },
      ),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "List the approved indications word for word with population, line of therapy and limitations of use, by agency with the date of each approval. Then list uses outside the label, each with the strength of its evidence.",
    extract:
      "An indication belongs to an agency: always take the jurisdiction if the passage states it. Off-label use is its own fact; never record it as an indication. A limitation of use is not an indication denied.",
    adjudicate:
      "Regulators may approve different uses; both are true in their own territory. Within one jurisdiction prefer the label in force and say since when.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 1825, strictGate: true },
  conflictResolutionStrategy: "jurisdiction_scoped",
  priority: 50,
};
