// Names under which labels set their sections and what stands inside them (21 CFR 201.56, 201.57 and 201.80), as they are flattened into running text.

const sections = `Boxed Warning;Recent Major Changes;Indications and Usage;Indications & Usage;Dosage and Administration;Dosage & Administration;Dosage Forms and Strengths;
  Dosage Forms & Strengths;Contraindications;Warnings and Precautions;Warnings & Precautions;Warnings;Precautions;General Precautions;Adverse Reactions;Drug Interactions;
  Use in Specific Populations;Pregnancy;Lactation;Nursing Mothers;Labor and Delivery;Labor or Delivery;Females and Males of Reproductive Potential;Pediatric Use;Geriatric Use;
  Renal Impairment;Hepatic Impairment;Drug Abuse and Dependence;Overdosage;Description;Clinical Pharmacology;Mechanism of Action;Pharmacodynamics;Pharmacokinetics;
  Pharmacogenomics;Microbiology;Nonclinical Toxicology;Carcinogenesis, Mutagenesis, Impairment of Fertility;Carcinogenesis, Mutagenesis, and Impairment of Fertility;
  Animal Toxicology and/or Pharmacology;Clinical Studies;Clinical Trials Experience;Postmarketing Experience;Post-Marketing Experience;References;How Supplied;
  How Supplied/Storage and Handling;Storage and Handling;Patient Counseling Information;Information for Patients;Laboratory Tests;Immunogenicity`;
const parts = `Absorption;Distribution;Metabolism;Elimination;Excretion;Metabolism and Elimination;Metabolism and Excretion;Distribution and Metabolism;Bioavailability;
  Effect of Food;Food Effect;Specific Populations;Special Populations;Patients with Renal Impairment;Patients with Hepatic Impairment;Renal Insufficiency;Hepatic Insufficiency;
  Geriatrics;Geriatric Patients;Geriatric;Elderly;Pediatrics;Pediatric Patients;Pediatric;Gender;Sex;Race;Race/Ethnicity;Ethnicity;Body Weight;Age;
  Risk Summary;Clinical Considerations;Data;Human Data;Animal Data;Dose Adjustments During Pregnancy;Fetal/Neonatal Adverse Reactions;Maternal Adverse Reactions;
  Contraception;Infertility;Pregnancy Testing;Cardiac Electrophysiology;Drug Interaction Studies;Effect of Other Drugs;Teratogenic Effects;Nonteratogenic Effects;
  Mechanism of Action;Pharmacokinetics;Pharmacodynamics;Pharmacokinetics and Drug Metabolism`;

const list = (names: string): string[] => names.split(";").map((name) => name.trim());
const pattern = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("|");

/** Names of sections, which follow a number. */
export const sectionTitles = pattern([...new Set([...list(sections), ...list(parts)])]);
/** Names of parts, which stand before a sentence without any mark. */
export const partTitles = pattern(list(parts));
/** Names of sections in capitals. */
export const capitalTitles = pattern(list(sections).map((name) => name.toUpperCase()));
