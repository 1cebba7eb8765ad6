import type { Drug } from "./drug";

export const metformin: Drug = {
  name: "metformin",
  salt: "metformin hydrochloride",
  brand: "Glucophage",
  otherBrands: ["Fortamet", "Riomet"],
  mixture: { brand: "Janumet", with: "sitagliptin" },
  rxcui: { ingredient: "6809", salt: "235743", brand: "151827" },
  atc: "A10BA02",
  unii: "9100L32L2N",
  doseForms: ["Oral Tablet", "Extended Release Oral Tablet", "Oral Solution"],
  maker: "Stand-in Laboratories",
  label: {
    setId: "5a11d000-0000-4000-8000-000000000001",
    date: "20230514",
    sections: {
      boxed_warning:
        "WARNING: LACTIC ACIDOSIS Postmarketing cases of metformin-associated lactic acidosis have resulted in death, hypothermia, hypotension and resistant bradyarrhythmias. Risk factors include renal impairment, age of 65 years or greater, and excessive alcohol intake.",
      indications_and_usage:
        "1 INDICATIONS AND USAGE Glucophage is indicated as an adjunct to diet and exercise to improve glycemic control in adults and pediatric patients 10 years of age and older with type 2 diabetes mellitus.",
      dosage_and_administration:
        "2 DOSAGE AND ADMINISTRATION The recommended starting dose of Glucophage is 500 mg orally twice a day or 850 mg once a day, with meals. The maximum recommended daily dose is 2550 mg in adults. Assess renal function before initiation: Glucophage is contraindicated in patients with an eGFR below 30 mL/min/1.73 m2, and initiation is not recommended in patients with an eGFR between 30 and 45 mL/min/1.73 m2.",
      contraindications:
        "4 CONTRAINDICATIONS Glucophage is contraindicated in patients with severe renal impairment (eGFR below 30 mL/min/1.73 m2), hypersensitivity to metformin, and acute or chronic metabolic acidosis, including diabetic ketoacidosis.",
      adverse_reactions:
        "6 ADVERSE REACTIONS In a placebo-controlled trial, diarrhea was reported in 53.2% of patients treated with Glucophage and in 11.7% of patients treated with placebo. Nausea or vomiting was reported in 25.5% of patients treated with Glucophage and in 8.3% of patients treated with placebo.",
      drug_interactions:
        "7 DRUG INTERACTIONS Cimetidine reduces the elimination of metformin and may increase its accumulation. Carbonic anhydrase inhibitors such as topiramate may increase the risk of lactic acidosis. Alcohol potentiates the effect of metformin on lactate metabolism.",
      pregnancy:
        "8.1 Pregnancy Published data from post-marketing studies have not reported a clear association of metformin with major birth defects, miscarriage, or adverse maternal or fetal outcomes.",
      geriatric_use: "8.5 Geriatric Use Assess renal function more frequently in elderly patients.",
      overdosage:
        "10 OVERDOSAGE Overdose of metformin hydrochloride has occurred, including ingestion of amounts greater than 50 grams. Lactic acidosis has been reported in approximately 32% of metformin overdose cases. Metformin is dialyzable with a clearance of up to 170 mL/min.",
      description:
        "11 DESCRIPTION Metformin hydrochloride is a white to off-white crystalline compound with a molecular formula of C4H11N5 • HCl and a molecular weight of 165.63 g/mol. It is freely soluble in water. The pKa of metformin is 12.4.",
      mechanism_of_action:
        "12.1 Mechanism of Action Metformin decreases hepatic glucose production, decreases intestinal absorption of glucose, and improves insulin sensitivity by increasing peripheral glucose uptake and utilization.",
      pharmacokinetics:
        "12.3 Pharmacokinetics The absolute bioavailability of a metformin 500 mg tablet given under fasting conditions is approximately 50% to 60%. Metformin is negligibly bound to plasma proteins. Following oral administration, approximately 90% of the absorbed drug is eliminated via the renal route within the first 24 hours, with a plasma elimination half-life of approximately 6.2 hours. In blood, the elimination half-life is approximately 17.6 hours.",
      how_supplied: "16 HOW SUPPLIED Glucophage tablets are supplied as 500 mg, 850 mg and 1000 mg film-coated tablets. Store at 20 °C to 25 °C.",
    },
  },
  copy: { setId: "5a11d000-0000-4000-8000-000000000002", maker: "Generic Stand-in Pharma", date: "20240220" },
  application: { number: "NDA020357", approved: "19950303", strengths: ["500MG", "850MG", "1GM"] },
  ema: null,
  patents: [],
  exclusivities: [],
  recalls: [
    {
      number: "D-9001-2020",
      level: "Class II",
      began: "20200529",
      firm: "Generic Stand-in Pharma",
      reason: "CGMP deviations: detection of N-nitrosodimethylamine (NDMA) impurity above the acceptable intake limit.",
      product: "Metformin Hydrochloride Extended-Release Tablets, USP, 500 mg, 100-count bottle",
    },
    {
      number: "D-9002-2022",
      level: "Class III",
      began: "20220111",
      firm: "Another Stand-in Inc.",
      reason: "Failed dissolution specifications.",
      product: "Metformin Hydrochloride Extended-Release Tablets, USP, 750 mg, 100-count bottle",
    },
  ],
  shortage: null,
  events: [
    ["LACTIC ACIDOSIS", 14231],
    ["DIARRHOEA", 12987],
    ["NAUSEA", 11804],
    ["BLOOD GLUCOSE INCREASED", 9120],
  ],
  papers: [
    {
      pmid: "990000001",
      pmcid: "PMC9900001",
      doi: "10.5555/standin.met.1",
      title: "Plasma and whole-blood kinetics of <i>metformin</i> in healthy adults",
      journal: "Journal of Stand-in Pharmacology",
      date: [2016, 4],
      types: ["Journal Article", "Randomized Controlled Trial"],
      abstract: [
        ["Background", "Published half-lives of metformin differ with the matrix in which the drug was measured."],
        [
          "Results",
          "In 24 healthy adults the plasma elimination half-life of metformin was 6.0 hours and the whole-blood elimination half-life was 18.2 hours. Oral bioavailability was 55% &#xb1; 16% (p &lt; 0.05).",
        ],
        ["Conclusions", "The matrix must be stated whenever a half-life of metformin is quoted."],
      ],
      open: "cc by",
    },
    {
      pmid: "990000002",
      doi: "10.5555/standin.met.2",
      title: "Metformin and cardiovascular outcomes: a systematic review and meta-analysis",
      journal: "Stand-in Reviews of Diabetes",
      date: [2019, 11],
      types: ["Journal Article", "Systematic Review", "Meta-Analysis"],
      abstract: [
        ["Methods", "We searched three databases and included 13 randomized trials with 2079 patients with type 2 diabetes mellitus."],
        [
          "Results",
          "Metformin was associated with an odds ratio of 0.83 (95% CI 0.60 to 1.14) for all-cause mortality. Diarrhea was reported in 12.0% of patients treated with metformin.",
        ],
      ],
    },
    {
      pmid: "990000003",
      doi: "10.5555/standin.met.3",
      title: "Metformin doubles life expectancy in a single centre",
      journal: "Annals of Stand-in Medicine",
      date: [2017, 2],
      types: ["Journal Article", "Retracted Publication"],
      abstract: [["", "In a cohort study of 40 patients metformin was associated with a hazard ratio of 0.20 for death."]],
      retractedBy: { doi: "10.5555/standin.met.3r", pmid: "990000013", date: [2018, 6, 12] },
    },
  ],
  trials: [
    {
      nct: "NCT99000001",
      title: "Metformin Against Placebo in Adults With Prediabetes",
      phases: ["PHASE3"],
      status: "COMPLETED",
      updated: "2021-03-15",
      start: "2014-01",
      completed: "2019-06-30",
      enrolled: 2155,
      actual: true,
      conditions: ["Prediabetes"],
      comparator: "Placebo",
      endpoint: "Incident type 2 diabetes mellitus",
      effect: { kind: "Hazard Ratio (HR)", value: "0.69", low: "0.57", high: "0.83", p: "<0.001" },
      events: [
        ["Diarrhoea", 412, 198],
        ["Nausea", 201, 96],
        ["Abdominal pain", 131, 88],
      ],
      atRisk: 1070,
    },
    {
      nct: "NCT99000002",
      title: "Metformin for Longevity in Older Adults",
      phases: ["PHASE2", "PHASE3"],
      status: "RECRUITING",
      updated: "2026-09-01",
      start: "2024-05",
      completed: "2029-12",
      enrolled: 3000,
      actual: false,
      conditions: ["Ageing"],
      comparator: "Placebo",
      endpoint: "Time to the first age-related disease",
      effect: null,
      events: [],
      atRisk: 0,
    },
  ],
};
