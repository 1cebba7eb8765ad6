import type { PackDefinitionInput } from "@/server/research/categories/schema";
import { identityFormulation } from "./01-identity-formulation";
import { mechanismPharmacodynamics } from "./02-mechanism-pharmacodynamics";
import { pharmacokinetics } from "./03-pharmacokinetics";
import { metabolismPharmacogenomics } from "./04-metabolism-pharmacogenomics";
import { indications } from "./05-indications";
import { dosageAdministration } from "./06-dosage-administration";
import { contraindicationsBoxedWarnings } from "./07-contraindications-boxed-warnings";
import { adverseReactions } from "./08-adverse-reactions";
import { drugInteractions } from "./09-drug-interactions";
import { specialPopulations } from "./10-special-populations";
import { pregnancyLactation } from "./11-pregnancy-lactation";
import { overdoseToxicology } from "./12-overdose-toxicology";
import { clinicalEfficacy } from "./13-clinical-efficacy";
import { regulatoryStatus } from "./14-regulatory-status";
import { postmarketSafetySupply } from "./15-postmarket-safety-supply";
import { patentsExclusivity } from "./16-patents-exclusivity";
import { priceAccessGuidelines } from "./17-price-access-guidelines";

export const pharma: PackDefinitionInput = {
  slug: "pharma",
  name: "Pharmaceutical intelligence",
  description: "A drug from identity to price: seventeen categories, each with the facts that labels, registries and papers state about it.",
  subjectNoun: "drug",
  subjectKind: "drug",
  categories: [
    identityFormulation,
    mechanismPharmacodynamics,
    pharmacokinetics,
    metabolismPharmacogenomics,
    indications,
    dosageAdministration,
    contraindicationsBoxedWarnings,
    adverseReactions,
    drugInteractions,
    specialPopulations,
    pregnancyLactation,
    overdoseToxicology,
    clinicalEfficacy,
    regulatoryStatus,
    postmarketSafetySupply,
    patentsExclusivity,
    priceAccessGuidelines,
  ],
};
