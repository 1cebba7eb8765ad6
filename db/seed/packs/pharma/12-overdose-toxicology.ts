import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { incidence, phrases, prompts, prose, quantity, setOf, vocabulary, yesNo } from "../define";
import { adverseTerms } from "./vocabulary";

const antidotes = vocabulary(`
  vitamin K: vitamin k1, phytonadione, phytomenadione
  prothrombin complex concentrate: 4-factor pcc, four-factor prothrombin complex concentrate, pcc, prothrombin complex concentrates
  fresh frozen plasma: ffp, plasma
  recombinant factor VIIa: activated factor vii
  andexanet alfa: andexanet, coagulation factor xa (recombinant) inactivated-zhzo
  idarucizumab
  protamine: protamine sulfate, protamine sulphate
  activated charcoal: oral charcoal, charcoal
  gastric lavage
  haemodialysis: hemodialysis
  sodium bicarbonate: bicarbonate
  glucose: dextrose, intravenous glucose
  glucagon
  naloxone
  flumazenil
  acetylcysteine: n-acetylcysteine
  fomepizole
  atropine
  pralidoxime
  digoxin immune fab: digoxin-specific antibody fragments
  lipid emulsion: intravenous lipid emulsion
  calcium gluconate: calcium chloride
  methylene blue: methylthioninium chloride
  hydroxocobalamin
  supportive care: supportive treatment, symptomatic treatment, supportive measures
`);

export const overdoseToxicology: CategoryDefinitionInput = {
  slug: "overdose_toxicology",
  name: "Overdose and toxicology",
  description: "What happens after too much: toxic doses, animal lethal doses, signs, antidotes, and whether dialysis removes the drug.",
  searchParameters: {
    queries: [
      "{subject} overdose management antidote",
      "{subject} toxic dose human case series",
      "{subject} LD50 acute toxicity",
      "{subject} hemodialysis clearance removal",
      "{subject} carcinogenicity mutagenicity animal toxicology",
    ],
    apis: ["openfda", "dailymed", "pubmed"],
    domains: ["dailymed.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov", "ema.europa.eu"],
    terms:
      phrases(`overdose, overdosage, ingestion of amounts, poisoning, toxic dose, lethal dose, ld50, antidote, reversal agent, agent to reverse, hemodialysis, haemodialysis,
      dialyzable, dialysable, activated charcoal, supportive, carcinogenicity, mutagenic`),
    labelSections: ["overdosage", "nonclinical_toxicology", "carcinogenesis_and_mutagenesis_and_impairment_of_fertility"],
  },
  processingRules: {
    facts: [
      prose("overdose_signs", "Signs of overdose", "overdose, overdosage, signs of overdose, poisoning, ingestion of", {
        section: "Overdose",
        exclude: phrases("alcohol intoxication"),
        requireCue: phrases("overdose, overdosage, overdoses, ingestion, poisoning"),
      }),
      quantity(
        "ingested_amount",
        "Largest amounts reported",
        "g",
        "ingestion of amounts, ingested, amounts greater than, ingestion of, doses of up to, amounts up to",
        {
          section: "Overdose",
          otherUnits: ["mg/kg", "g/d", "mg/d"],
          requireCue: phrases("overdose, overdosage, ingestion, ingested, exceeding, greater than"),
          comparability: ["population", "study"],
          strategy: "manual",
          plausible: { low: 0.00001, high: 1000 },
        },
      ),
      incidence("overdose_outcome", "Outcome in overdose", "reported in, overdose cases, occurred in", adverseTerms, {
        section: "Overdose",
        requireCue: phrases("overdose, overdosage, intoxication, ingestion"),
        comparability: ["term", "population", "study"],
        strategy: "manual",
        safety: true,
      }),
      quantity(
        "toxic_dose",
        "Toxic dose",
        "mg/kg",
        "toxic dose, lethal dose, fatal dose, toxic dose in humans, minimum lethal dose, minimum toxic dose",
        {
          section: "Toxic dose",
          otherUnits: ["g", "mg"],
          comparability: ["species", "population", "route"],
          strategy: "manual",
          safety: true,
          plausible: { low: 0.00001, high: 50_000 },
        },
      ),
      quantity("ld50", "LD50", "mg/kg", "ld50, median lethal dose, lethal dose 50", {
        section: "Toxic dose",
        comparability: ["species", "route", "form"],
        tolerance: { rounding: 0.1, minor: 0.5 },
        plausible: { low: 0.00001, high: 100_000 },
      }),
      quantity(
        "toxic_concentration",
        "Toxic concentration",
        "ug/mL",
        "toxic concentration, toxic level, plasma levels above, plasma concentrations above, levels greater than, concentrations exceeding, plasma levels",
        {
          section: "Toxic dose",
          otherUnits: ["umol/L"],
          requireCue: phrases("toxic, toxicity, acidosis, overdose, intoxication, implicated"),
          comparability: ["matrix", "population"],
          tolerance: { rounding: 0.05, minor: 0.3 },
          plausible: { low: 0.00001, high: 10_000 },
        },
      ),
      setOf(
        "antidote",
        "Antidotes and treatment",
        "antidote, specific antidote, reversal, reverse, agent to reverse, reversed, reversing, overdose, overdosage, considered, reduces absorption",
        antidotes,
        {
          section: "Treatment",
          deniedBy: phrases("unlikely, ineffective"),
          exclude: phrases("reverse ischemic, reverse tissue"),
          safety: true,
        },
      ),
      prose("dialysis_text", "Dialysis", "haemodialysis, hemodialysis, peritoneal dialysis", {
        section: "Dialysis",
        excludeCue: phrases("recommended dose, should receive, not recommended"),
      }),
      yesNo("specific_antidote", "Specific antidote exists", "specific antidote, specific reversal agent, agent to reverse, antidote", {
        section: "Treatment",
        comparability: ["jurisdiction", "as_of"],
        strategy: "newest_effective",
        safety: true,
      }),
      yesNo(
        "dialysable",
        "Removed by dialysis",
        "dialyzable, dialysable, removed by hemodialysis, removed by haemodialysis, removal by hemodialysis, removed by dialysis, hemodialysis may be useful, haemodialysis is effective",
        {
          section: "Dialysis",
          deniedBy: phrases("unlikely, ineffective, not effective, little effect"),
          safety: true,
        },
      ),
      quantity(
        "dialysis_clearance",
        "Dialysis clearance",
        "mL/min",
        "dialysis clearance, hemodialysis clearance, haemodialysis clearance, clearance of up to, cleared by hemodialysis, clearance by dialysis",
        {
          section: "Dialysis",
          requireCue: phrases("dialysis, hemodialysis, haemodialysis, hemodynamic conditions, dialyzable"),
          comparability: ["population"],
          tolerance: { rounding: 0.05, minor: 0.3 },
          plausible: { low: 0.1, high: 1000 },
        },
      ),
      yesNo(
        "carcinogenic",
        "Carcinogenic in animals",
        "carcinogenic, carcinogenicity, tumorigenic, carcinogenic potential, evidence of carcinogenic potential, evidence of carcinogenicity",
        {
          section: "Animal toxicology",
          comparability: ["species"],
          deniedBy: phrases("no evidence of, no evidence"),
          safety: true,
        },
      ),
      yesNo(
        "mutagenic",
        "Mutagenic",
        "mutagenic, mutagenicity, mutagenic potential, genotoxic, clastogenic, evidence of a mutagenic potential, evidence of mutagenicity",
        {
          section: "Animal toxicology",
          deniedBy: phrases("no evidence of, no evidence, negative"),
          safety: true,
        },
      ),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Describe overdose: reported amounts and outcomes in people, toxic concentrations, animal LD50 with species and route, antidotes or reversal agents with their status, effect of dialysis with its clearance.",
    extract:
      "Species and route are obligatory qualifiers for an LD50. Keep amounts ingested apart from toxic doses; one case is not a threshold. Record 'no specific antidote' as polarity denied with its date.",
    adjudicate:
      "Animal values never decide about people. Human data that differ are left open for a person to judge. Whether an antidote exists may have changed with time: newest label first.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 5475, strictGate: true },
  conflictResolutionStrategy: "authority",
  priority: 120,
};
