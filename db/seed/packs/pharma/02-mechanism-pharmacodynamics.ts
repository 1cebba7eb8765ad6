import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary, yesNo } from "../define";

const actionTypes = vocabulary(`
  inhibitor: inhibits, inhibition of, inhibitory
  agonist: activates, agonism, full agonist
  partial agonist: partial agonism
  inverse agonist
  antagonist: antagonizes, antagonises, blocks, blocker, antagonism
  allosteric modulator: positive allosteric modulator, negative allosteric modulator
  activator: activation of
  substrate analogue: antimetabolite
  enzyme inducer
  binding agent: binds to, sequesters
  replacement: replaces, supplements
`);

const targets = vocabulary(`
  factor Xa: fxa, activated factor x, factor 10a
  prothrombinase
  thrombin: factor iia
  vitamin K epoxide reductase: vkor, vkorc1, vitamin k epoxide reductase complex
  vitamin K-dependent clotting factors: factors ii vii ix and x, vitamin k dependent clotting factors, proteins c and s
  AMP-activated protein kinase: ampk, amp kinase
  mitochondrial complex I: respiratory chain complex i, complex i, respiratory-chain complex 1
  hepatic glucose production: hepatic gluconeogenesis, hepatic glucose output, gluconeogenesis
  mitochondrial glycerophosphate dehydrogenase: mgpd
  GLP-1 receptor: glucagon-like peptide-1 receptor
  DPP-4: dipeptidyl peptidase-4
  SGLT2: sodium-glucose cotransporter 2
  HMG-CoA reductase
  cyclooxygenase: cox-1, cox-2
  angiotensin-converting enzyme
  angiotensin II receptor: at1 receptor
  beta adrenoceptor: beta-adrenergic receptor, beta receptors
  serotonin transporter: sert
  dopamine D2 receptor: d2 receptor
  histamine H1 receptor: h1 receptor
  opioid receptor: mu-opioid receptor
  P2Y12 receptor: p2y12
  EGFR kinase: epidermal growth factor receptor
  PD-1: programmed cell death protein 1
  HER2
  TNF alpha: tumour necrosis factor alpha, tumor necrosis factor alpha
  proton pump: h+/k+ atpase
`);

export const mechanismPharmacodynamics: CategoryDefinitionInput = {
  slug: "mechanism_pharmacodynamics",
  name: "Mechanism and pharmacodynamics",
  description: "What the drug acts on and how: targets, type of action, potency, onset and duration of effect, exposure and response.",
  searchParameters: {
    queries: [
      "{subject} mechanism of action molecular target",
      "{subject} pharmacodynamics onset and duration of effect",
      "{subject} IC50 Ki binding affinity selectivity",
      "{subject} exposure-response relationship",
    ],
    apis: ["openfda", "dailymed", "pubmed", "europepmc", "crossref"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "ebi.ac.uk", "guidetopharmacology.org"],
    terms:
      phrases(`mechanism of action, mechanism, pharmacodynamics, inhibits, inhibitor, agonist, antagonist, molecular target, receptor, binds, potency, ic50,
      onset of action, duration of action, anticoagulant effect, gluconeogenesis, insulin sensitivity, exposure-response, dose-response`),
    labelSections: ["mechanism_of_action", "pharmacodynamics", "clinical_pharmacology"],
  },
  processingRules: {
    facts: [
      setOf(
        "target",
        "Molecular targets",
        "inhibits, inhibitor of, target, targets, acts on, binds to, blocks, mechanism, activates, activation of, inhibition of, inhibiting, decreases, reduces, lowers, synthesis of",
        targets,
        {
          section: "Mechanism",
          exclude: phrases("target inr, inr target, target range, target dose, target population"),
        },
      ),
      setOf(
        "action_type",
        "Type of action",
        "mechanism of action, acts by, acts as, is a selective, is an oral, is a direct, selective, direct, is a potent, inhibits the, inhibits free",
        actionTypes,
        {
          section: "Mechanism",
        },
      ),
      prose("mechanism", "Mechanism", "mechanism of action, mechanism, acts by, is thought to", { section: "Mechanism" }),
      yesNo(
        "mechanism_established",
        "Mechanism fully understood",
        "mechanism is fully understood, mechanism is established, exact mechanism, precise mechanism",
        {
          section: "Mechanism",
          deniedBy: phrases("unknown, not known, not established, not understood, unclear, incompletely, not fully, debated, disputed"),
        },
      ),
      quantity(
        "ic50",
        "IC50",
        "nmol/L",
        "ic50, half-maximal inhibitory concentration, half maximal inhibitory concentration, 50% inhibitory concentration",
        {
          section: "Potency",
          otherUnits: ["ng/mL", "ug/mL"],
          comparability: ["species", "analyte", "matrix"],
          plausible: { low: 0.0001, high: 1e9 },
        },
      ),
      quantity(
        "ki",
        "Inhibition constant Ki",
        "nmol/L",
        "ki, inhibition constant, inhibitory constant, dissociation constant, kd, binding affinity",
        {
          section: "Potency",
          exclude: phrases("acid dissociation constant"),
          comparability: ["species", "analyte"],
          plausible: { low: 0.0001, high: 1e9 },
        },
      ),
      quantity("ec50", "EC50", "nmol/L", "ec50, half-maximal effective concentration, half maximal effective concentration", {
        section: "Potency",
        otherUnits: ["ng/mL", "ug/mL"],
        comparability: ["species", "endpoint"],
        plausible: { low: 0.0001, high: 1e9 },
      }),
      quantity("selectivity", "Selectivity ratio", "1", "selectivity, fold selective, times more selective, selectivity ratio", {
        section: "Potency",
        scale: "ratio",
        comparability: ["analyte"],
        plausible: { low: 1, high: 1e8 },
      }),
      quantity(
        "onset",
        "Onset of effect",
        "h",
        "onset of action, onset, onset of effect, effect begins, anticoagulant effect generally occurs, effect is apparent, begins to act",
        {
          section: "Time course",
          otherUnits: ["wk"],
          timeAfterEvent: true,
          comparability: ["route", "form", "dose", "endpoint"],
          tolerance: { rounding: 0.1, minor: 0.25 },
          plausible: { low: 0.005, high: 3000 },
        },
      ),
      quantity("peak_effect", "Time of peak effect", "h", "peak effect, maximal effect, maximum effect, full effect, peak anticoagulant effect", {
        section: "Time course",
        otherUnits: ["wk"],
        timeAfterEvent: true,
        comparability: ["route", "form", "endpoint"],
        tolerance: { rounding: 0.1, minor: 0.25 },
        plausible: { low: 0.01, high: 5000 },
      }),
      quantity(
        "duration_of_action",
        "Duration of effect",
        "h",
        "duration of action, duration of effect, effect lasts, effect persists, duration of a single dose",
        {
          section: "Time course",
          otherUnits: ["d", "wk"],
          comparability: ["route", "form", "dose", "endpoint"],
          tolerance: { rounding: 0.1, minor: 0.25 },
          plausible: { low: 0.01, high: 5000 },
        },
      ),
    ],
    comparability: ["species"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Explain what it acts on and how: targets, type of action, potency (IC50, Ki) with assay and species, onset, peak and duration of the effect, and whether the mechanism is settled or disputed.",
    extract:
      "A potency needs its target, species and assay as qualifiers. Keep apart the onset of the effect from the time of peak concentration. A mechanism given as a hypothesis carries the hedge flag.",
    adjudicate:
      "Potencies from different assays or species are not comparable. A regulator's cautious wording and a paper's newer hypothesis can stand side by side; name which is established and which is proposed.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 6, mustAnchorQuote: true, maxAgeDays: 5475 },
  conflictResolutionStrategy: "authority",
  priority: 20,
};
