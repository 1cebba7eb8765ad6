import type { Drug } from "./drug";

export const apixaban: Drug = {
  name: "apixaban",
  salt: "apixaban",
  brand: "Eliquis",
  otherBrands: [],
  mixture: null,
  rxcui: { ingredient: "1364430", salt: "1364430", brand: "1364436" },
  atc: "B01AF02",
  unii: "3Z9Y7UWC1J",
  doseForms: ["Oral Tablet"],
  maker: "Stand-in Squibb",
  label: {
    setId: "5a11d000-0000-4000-8000-000000000021",
    date: "20210430",
    sections: {
      boxed_warning:
        "WARNING: (A) PREMATURE DISCONTINUATION INCREASES THE RISK OF THROMBOTIC EVENTS, (B) SPINAL/EPIDURAL HEMATOMA Premature discontinuation of any oral anticoagulant, including Eliquis, increases the risk of thrombotic events.",
      indications_and_usage:
        "1 INDICATIONS AND USAGE Eliquis is indicated to reduce the risk of stroke and systemic embolism in patients with nonvalvular atrial fibrillation, and for the treatment of deep vein thrombosis and pulmonary embolism.",
      dosage_and_administration:
        "2 DOSAGE AND ADMINISTRATION The recommended dose of Eliquis is 5 mg taken orally twice daily. The recommended dose is 2.5 mg twice daily in patients with at least two of the following: age of 80 years or more, body weight of 60 kg or less, serum creatinine of 1.5 mg/dL or more.",
      pharmacokinetics:
        "12.3 Pharmacokinetics The absolute bioavailability of apixaban is approximately 50% for doses up to 10 mg. Plasma protein binding in humans is approximately 87%. Apixaban has an apparent half-life of approximately 12 hours following oral administration. Renal excretion accounts for about 27% of total clearance.",
      drug_interactions:
        "7 DRUG INTERACTIONS Apixaban is a substrate of both CYP3A4 and P-gp. Ketoconazole, a strong inhibitor of both, increased apixaban AUC 2-fold. Rifampin decreased apixaban AUC by 54%.",
      clinical_studies:
        "14 CLINICAL STUDIES In a trial of 18201 patients with nonvalvular atrial fibrillation, stroke or systemic embolism occurred at 1.27% per year with apixaban and 1.60% per year with warfarin (hazard ratio 0.79; 95% CI 0.66 to 0.95).",
      description: "11 DESCRIPTION Apixaban has a molecular formula of C25H25N5O4 and a molecular weight of 459.5 g/mol.",
    },
  },
  copy: { setId: "5a11d000-0000-4000-8000-000000000022", maker: "Later Stand-in Generics", date: "20220901" },
  application: { number: "NDA202155", approved: "20121228", strengths: ["2.5MG", "5MG"] },
  ema: {
    category: "Human",
    name_of_medicine: "Eliquis",
    ema_product_number: "EMEA/H/C/002148",
    medicine_status: "Authorised",
    international_non_proprietary_name_common_name: "apixaban",
    active_substance: "apixaban",
    atc_code_human: "B01AF02",
    therapeutic_indication:
      "Prevention of stroke and systemic embolism in adult patients with non-valvular atrial fibrillation with one or more risk factors. Treatment of deep vein thrombosis and pulmonary embolism in adults.",
    generic: "No",
    biosimilar: "No",
    conditional_approval: "No",
    orphan_medicine: "No",
    marketing_authorisation_developer_applicant_holder: "Stand-in Squibb EEIG",
    marketing_authorisation_date: "18/05/2011",
    european_commission_decision_date: "12/02/2026",
    last_updated_date: "20/02/2026",
    medicine_url: "https://www.ema.europa.eu/en/medicines/human/EPAR/eliquis",
  },
  patents: [
    { number: "6967208", until: "20261121", substance: true },
    { number: "9326945", until: "20310224", substance: false },
  ],
  exclusivities: [{ code: "NCE", until: "20171228" }],
  recalls: [],
  shortage: null,
  events: [
    ["GASTROINTESTINAL HAEMORRHAGE", 8021],
    ["CEREBROVASCULAR ACCIDENT", 6420],
  ],
  papers: [
    {
      pmid: "990000031",
      doi: "10.5555/standin.apix.1",
      title: "Protein binding of apixaban revisited",
      journal: "Journal of Stand-in Pharmacology",
      date: [2021, 9],
      types: ["Journal Article"],
      abstract: [
        ["Results", "Plasma protein binding of apixaban was 93% in patients with normal renal function. The terminal half-life was 12.7 hours."],
      ],
    },
  ],
  trials: [
    {
      nct: "NCT99000011",
      title: "Apixaban Against Warfarin in Atrial Fibrillation",
      phases: ["PHASE3"],
      status: "COMPLETED",
      updated: "2014-10-02",
      start: "2006-12",
      completed: "2011-05",
      enrolled: 18201,
      actual: true,
      conditions: ["Atrial Fibrillation"],
      comparator: "Warfarin",
      endpoint: "Stroke or systemic embolism",
      effect: { kind: "Hazard Ratio (HR)", value: "0.79", low: "0.66", high: "0.95", p: "0.011" },
      events: [["Epistaxis", 560, 685]],
      atRisk: 9088,
    },
  ],
};
