import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary, yesNo } from "../define";
import { cypEnzymes, transporters } from "./vocabulary";

const strengths = vocabulary(`
  strong: potent, strong inhibitor, strong inhibitors, strong inducer, strong inducers
  moderate: moderate inhibitor, moderate inhibitors, moderate inducer
  weak: weak inhibitor, weak inhibitors, minor, weak inducer
`);

const genes = vocabulary(`
  CYP2C9: cyp2c9*2, cyp2c9*3, cyp2c9 genotype
  CYP2C19: cyp2c19*2, cyp2c19*17
  CYP2D6: cyp2d6*4
  CYP3A5: cyp3a5*3
  CYP4F2
  VKORC1: vkorc1 -1639g>a, vkorc1 genotype
  SLC22A1: oct1 variants, slc22a1 variants
  SLC22A2: oct2 variants
  SLC47A1: mate1 variants
  SLCO1B1
  ABCB1
  TPMT
  NUDT15
  DPYD
  UGT1A1: ugt1a1*28
  HLA-B*57:01: hla-b*5701
  HLA-B*15:02: hla-b*1502
  G6PD: g6pd deficiency
  F5: factor v leiden
  protein C: protein c deficiency
`);

const phenotypes = vocabulary(`
  poor metabolizer: poor metabolisers, poor metaboliser, poor metabolizers
  intermediate metabolizer: intermediate metabolisers, intermediate metabolizers
  normal metabolizer: extensive metabolizers, extensive metabolisers, normal metabolisers
  rapid metabolizer: rapid metabolisers, rapid metabolizers
  ultrarapid metabolizer: ultrarapid metabolisers, ultrarapid metabolizers
`);

const cyp = {
  exclude: phrases("substrate reduction, lactate metabolism, glucose metabolism, lipid metabolism, energy metabolism, carbohydrate metabolism"),
};

export const metabolismPharmacogenomics: CategoryDefinitionInput = {
  slug: "metabolism_pharmacogenomics",
  name: "Metabolism and pharmacogenomics",
  description: "Enzymes and transporters that handle the drug, those it inhibits or induces, its metabolites, and genes that change its effect.",
  searchParameters: {
    queries: [
      "{subject} metabolism cytochrome P450 enzymes",
      "{subject} transporters P-gp BCRP OCT MATE substrate",
      "{subject} inhibitor or inducer of CYP enzymes",
      "{subject} pharmacogenomics genotype dose",
      "{subject} active metabolites",
    ],
    apis: ["openfda", "dailymed", "pubmed", "europepmc"],
    domains: ["dailymed.nlm.nih.gov", "cpicpgx.org", "pharmgkb.org", "ema.europa.eu"],
    terms:
      phrases(`metabolism, metabolized, metabolised, metabolite, metabolites, cytochrome p450, cyp3a4, cyp2c9, isozymes, p-glycoprotein, p-gp, transporter, transporters, substrate,
      inhibitor, inducer, genotype, variants, alleles, pharmacogenomics, poor metabolizers, vkorc1, biotransformation`),
    labelSections: ["pharmacokinetics", "clinical_pharmacology", "pharmacogenomics", "drug_interactions"],
  },
  processingRules: {
    facts: [
      setOf(
        "enzyme_substrate",
        "Metabolised by",
        "metabolized by, metabolised by, metabolized, metabolised, metabolism, hepatic metabolism, substrate of, substrate for, biotransformation, oxidized by",
        cypEnzymes,
        {
          ...cyp,
          section: "Enzymes",
          comparability: ["analyte"],
        },
      ),
      setOf("enzyme_inhibitor", "Inhibits enzymes", "inhibitor of, inhibits, inhibit, inhibition of", cypEnzymes, {
        section: "Enzymes",
        comparability: ["analyte"],
      }),
      setOf("enzyme_inducer", "Induces enzymes", "inducer of, induces, induce, induction of", cypEnzymes, {
        section: "Enzymes",
        comparability: ["analyte"],
      }),
      setOf(
        "inhibition_strength",
        "Strength of inhibition or induction",
        "strong inhibitor of, moderate inhibitor of, weak inhibitor of, potent inhibitor of, strong inducer of, moderate inducer of, weak inducer of",
        strengths,
        {
          section: "Enzymes",
          strategy: "authority",
          comparability: ["analyte", "partner"],
        },
      ),
      setOf(
        "transporter_substrate",
        "Transported by",
        "substrate of, substrate for, transported by, transporter, transporters, uptake, secretion, efflux",
        transporters,
        { section: "Transporters" },
      ),
      setOf("transporter_inhibitor", "Inhibits transporters", "inhibitor of, inhibits, inhibit, inhibition of", transporters, {
        section: "Transporters",
      }),
      yesNo(
        "hepatic_metabolism",
        "Metabolised in the liver",
        "hepatic metabolism, metabolized in the liver, metabolised in the liver, undergo hepatic metabolism, undergoes metabolism",
        {
          section: "Metabolites",
          comparability: ["species"],
        },
      ),
      yesNo(
        "active_metabolites",
        "Active metabolites",
        "active metabolites, active metabolite, active circulating metabolites, pharmacologically active metabolites",
        {
          section: "Metabolites",
          comparability: ["species"],
        },
      ),
      prose("metabolites", "Metabolites", "metabolite, metabolites, sulfate conjugate, hydroxylated, glucuronide, alcohol metabolites", {
        section: "Metabolites",
      }),
      quantity(
        "metabolised_fraction",
        "Share metabolised",
        "%",
        "metabolism accounts for, recovered as metabolites, of the dose is metabolized, of the dose is metabolised, of the dose was metabolized, as metabolites",
        {
          section: "Metabolites",
          scale: "percent",
          comparability: ["species", "route"],
          plausible: { low: 0, high: 100 },
        },
      ),
      setOf(
        "gene",
        "Genes that matter",
        "genotype, genotypes, variant, variants, polymorphism, polymorphisms, allele, alleles, carriers, gene, deficiency",
        genes,
        {
          section: "Pharmacogenomics",
          neverDenied: true,
          comparability: ["population"],
        },
      ),
      setOf("phenotype", "Phenotypes with advice", "metabolizer, metabolizers, metaboliser, metabolisers, phenotype", phenotypes, {
        section: "Pharmacogenomics",
      }),
    ],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "List the enzymes and transporters that handle it, those it inhibits or induces (with strength and whether in vitro or clinical), its metabolites and their activity, and gene variants for which a label or guideline changes treatment.",
    extract:
      "Keep the roles apart: substrate of, inhibitor of, inducer of. A statement about strong inhibitors as partners says what the drug is a substrate of, not what it inhibits. Mark in vitro findings. For enantiomers name the analyte.",
    adjudicate:
      "An enzyme named by one source and not by another is no contradiction; an explicit denial is. In vitro inhibition without clinical effect and a clinical effect are different statements.",
  }),
  verificationCriteria: { minIndependentSources: 2, minTier: 5, mustAnchorQuote: true, maxAgeDays: 5475 },
  conflictResolutionStrategy: "set_union",
  priority: 40,
};
