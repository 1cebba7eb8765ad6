import type { Drug } from "./drug";

export const warfarin: Drug = {
  name: "warfarin",
  salt: "warfarin sodium",
  brand: "Coumadin",
  otherBrands: ["Jantoven"],
  mixture: null,
  rxcui: { ingredient: "11289", salt: "114194", brand: "202421" },
  atc: "B01AA03",
  unii: "5Q7ZVV76EI",
  doseForms: ["Oral Tablet"],
  maker: "Stand-in Heritage Pharma",
  label: {
    setId: "5a11d000-0000-4000-8000-000000000011",
    date: "20170815",
    sections: {
      boxed_warning: "WARNING: BLEEDING RISK Warfarin can cause major or fatal bleeding. Perform regular monitoring of INR in all treated patients.",
      indications_and_usage:
        "1 INDICATIONS AND USAGE Coumadin is indicated for the prophylaxis and treatment of venous thrombosis and its extension, pulmonary embolism, and for the prophylaxis of thromboembolic complications associated with atrial fibrillation or cardiac valve replacement.",
      dosage_and_administration:
        "2 DOSAGE AND ADMINISTRATION Individualize the dosing regimen for each patient and adjust it by INR response. The usual initial dose is 2 mg to 5 mg once daily. The usual maintenance dose is 2 mg to 10 mg once daily.",
      contraindications:
        "4 CONTRAINDICATIONS Coumadin is contraindicated in pregnancy, except in women with mechanical heart valves, and in patients with hemorrhagic tendencies or blood dyscrasias.",
      drug_interactions:
        "7 DRUG INTERACTIONS Inhibitors of CYP2C9 such as amiodarone and fluconazole increase the effect of warfarin. Rifampin, an inducer of CYP2C9, CYP1A2 and CYP3A4, decreases its effect.",
      pharmacogenomics: "12.5 Pharmacogenomics Patients with CYP2C9*2 or CYP2C9*3 alleles have decreased clearance of S-warfarin.",
      pharmacokinetics:
        "12.3 Pharmacokinetics Warfarin is essentially completely absorbed, with peak concentration generally attained within 4 hours. Approximately 99% of the drug is bound to plasma proteins. The terminal half-life of warfarin after a single dose is approximately 1 week; however, the effective half-life ranges from 20 to 60 hours, with a mean of about 40 hours.",
      overdosage:
        "10 OVERDOSAGE The treatment of overdosage is based on discontinuance of warfarin and, if necessary, administration of oral or parenteral vitamin K1.",
      description: "11 DESCRIPTION Warfarin sodium has a molecular formula of C19H15NaO4 and a molecular weight of 330.31 g/mol.",
    },
  },
  copy: { setId: "5a11d000-0000-4000-8000-000000000012", maker: "Copied Stand-in Ltd.", date: "20180103" },
  application: { number: "NDA009218", approved: "19540608", strengths: ["1MG", "2MG", "5MG", "10MG"] },
  ema: null,
  patents: [],
  exclusivities: [],
  recalls: [],
  shortage: {
    status: "Resolved",
    posted: "02/10/2019",
    updated: "06/30/2020",
    firm: "Stand-in Heritage Pharma",
    reason: "Discontinuation of the manufacture of the drug",
  },
  events: [
    ["INTERNATIONAL NORMALISED RATIO INCREASED", 15002],
    ["HAEMORRHAGE", 9800],
  ],
  papers: [
    {
      pmid: "990000021",
      doi: "10.5555/standin.warf.1",
      title: "Half-life of warfarin enantiomers in routine care",
      journal: "Journal of Stand-in Pharmacology",
      date: [2008, 7],
      types: ["Journal Article"],
      abstract: [
        [
          "",
          "In patients on stable treatment the mean elimination half-life of R-warfarin was 45 hours and that of S-warfarin was 29 hours. Protein binding was 99%.",
        ],
      ],
    },
  ],
  trials: [],
};
