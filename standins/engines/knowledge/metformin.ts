import type { Subject } from "./subject";

export const metformin: Subject = {
  name: "Metformin",
  match: /metformin|glucophage/i,
  topics: [
    {
      slug: "elimination",
      words: /half-li|eliminat|pharmacokinetic|clearance/,
      says: {
        label:
          "The plasma elimination half-life of metformin is approximately 6.2 hours. In blood, the elimination half-life is approximately 17.6 hours.",
        agency:
          "Following an oral dose, the apparent terminal elimination half-life of metformin is approximately 6.5 hours. Renal clearance of metformin is above 400 mL/min.",
        review: "The plasma elimination half-life of metformin is 4 to 8.7 hours in adults with normal renal function.",
        blog: "The elimination half-life of metformin is 12 hours.",
      },
    },
    {
      slug: "absorption",
      words: /bioavailab|absor|food effect|tmax|cmax/,
      says: {
        label:
          "The absolute bioavailability of a metformin 500 mg tablet given under fasting conditions is approximately 50% to 60%. Food decreases the extent of absorption of metformin.",
        agency: "The absolute bioavailability of a 500 mg or 850 mg metformin tablet is approximately 50% to 60% in healthy subjects.",
        review: "The bioavailability of metformin is about 55%.",
      },
    },
    {
      slug: "distribution",
      words: /volume of distribution|protein binding|distribution/,
      says: {
        label:
          "Metformin is negligibly bound to plasma proteins. The apparent volume of distribution of metformin following single oral doses of 850 mg averaged 654 L.",
        agency: "The plasma protein binding of metformin is negligible. The mean volume of distribution of metformin ranged between 63 and 276 L.",
      },
    },
    {
      slug: "metabolism",
      words: /metabol|enzyme|transporter|cyp/,
      says: {
        label:
          "Metformin is excreted unchanged in the urine and does not undergo hepatic metabolism. No metabolites of metformin have been identified in humans.",
        agency: "Metformin is excreted unchanged in the urine. Metformin is a substrate of the transporters OCT1 and OCT2.",
        blog: "Metformin is broken down in the liver.",
      },
    },
    {
      slug: "mechanism",
      words: /mechanism|targets?\b|pharmacodynamic/,
      says: {
        label: "Metformin decreases hepatic glucose production, decreases intestinal absorption of glucose, and improves insulin sensitivity.",
        review: "Metformin may act through activation of AMP-activated protein kinase, but other mechanisms have been proposed.",
      },
    },
    {
      slug: "indications",
      words: /indicat|approved use|licensed for/,
      says: {
        label:
          "Metformin is indicated as an adjunct to diet and exercise to improve glycemic control in adults and pediatric patients 10 years of age and older with type 2 diabetes mellitus.",
        agency:
          "Metformin is indicated for the treatment of type 2 diabetes mellitus in adults, particularly in overweight patients, when dietary management and exercise alone do not result in adequate glycaemic control.",
      },
    },
    {
      slug: "dosage",
      words: /dos(?:e|age|ing)|maximum daily|titrat/,
      says: {
        label:
          "The recommended starting dose of metformin is 500 mg orally twice a day or 850 mg once a day. The maximum daily dose of metformin is 2550 mg in adults.",
        agency: "The maximum recommended daily dose of metformin is 3000 mg, taken as 3 divided doses.",
        review: "The maximum daily dose of metformin differs between agencies.",
        blog: "The maximum daily dose of metformin is 2000 mg.",
      },
    },
    {
      slug: "contraindications",
      words: /contraindicat|boxed warning|lactic acidosis/,
      says: {
        label:
          "Metformin is contraindicated in patients with an eGFR below 30 mL/min/1.73 m2. Postmarketing cases of metformin-associated lactic acidosis have resulted in death.",
        agency: "Metformin is contraindicated in severe renal failure with a GFR below 30 mL/min and in any type of acute metabolic acidosis.",
      },
    },
    {
      slug: "adverse-reactions",
      words: /adverse|side effect|undesirable|tolerab/,
      says: {
        label:
          "The most common adverse reactions of metformin are diarrhea, nausea, vomiting, flatulence, asthenia, indigestion, abdominal discomfort and headache.",
        agency: "Gastrointestinal disorders such as nausea, vomiting, diarrhoea, abdominal pain and loss of appetite are very common with metformin.",
      },
    },
    {
      slug: "interactions",
      words: /interact|co-?administ|cimetidine/,
      says: {
        label:
          "Carbonic anhydrase inhibitors may increase the risk of lactic acidosis with metformin. Cimetidine increased the peak plasma concentration of metformin by 60%.",
        agency: "Iodinated contrast agents must lead to discontinuation of metformin prior to or at the time of the imaging procedure.",
      },
    },
    {
      slug: "populations",
      words: /renal impairment|hepatic impairment|geriatric|elderly|p(?:a)?ediatric|special population/,
      says: {
        label:
          "Initiation of metformin is not recommended in patients with an eGFR between 30 and 45 mL/min/1.73 m2. Metformin is not recommended in patients with hepatic impairment.",
        agency: "With a GFR of 30 to 44 mL/min the maximum daily dose of metformin is 1000 mg.",
      },
    },
    {
      slug: "pregnancy",
      words: /pregnan|lactat|breast/,
      says: {
        label:
          "Limited data with metformin in pregnant women are not sufficient to determine a drug-associated risk for major birth defects or miscarriage.",
        agency: "The use of metformin may be considered during pregnancy, if clinically needed.",
      },
    },
    {
      slug: "overdose",
      words: /overdos|toxic|h(?:a)?emodialysis/,
      says: {
        label:
          "Overdose of metformin has occurred, including ingestion of amounts greater than 50 g. Metformin is dialyzable with a clearance of up to 170 mL/min under good hemodynamic conditions.",
      },
    },
    {
      slug: "approval",
      words: /approv|authoris|authoriz|regulat|patent|exclusiv/,
      says: {
        label: "Metformin was first approved in the United States on March 3, 1995.",
        review: "Metformin was first approved in the United States in December 1994.",
      },
    },
    {
      slug: "identity",
      words: /molecular|cas (?:number|registry)|formula|chemical|dosage form|strength|solub/,
      says: {
        label:
          "Metformin hydrochloride has a molecular weight of 165.63. It is freely soluble in water. Metformin tablets are available in strengths of 500 mg, 850 mg and 1000 mg.",
        portal: "The CAS registry number of metformin is 657-24-9. Metformin hydrochloride has a molecular weight of 165.63.",
        review: "The molecular weight of metformin hydrochloride is 165.62 g/mol.",
        blog: "The molecular weight of metformin is 129 g/mol.",
      },
    },
    {
      slug: "efficacy",
      words: /efficacy|trial|hba1c|a1c|endpoint|outcome/,
      says: {
        label: "In a 29-week trial, metformin lowered HbA1c by 1.4% compared with an increase of 0.4% with placebo.",
        review: "In a pooled analysis of 35 trials, metformin lowered HbA1c by 1.1% compared with placebo.",
        blog: "Metformin lowers HbA1c by 3%.",
      },
    },
    {
      slug: "after-approval",
      words: /recall|shortage|post-?market|withdraw|pharmacovigilance/,
      says: {
        label: "Some lots of extended-release metformin were recalled in 2020 because of an impurity. Metformin is not in shortage.",
        portal: "Lots of extended-release metformin were recalled in 2020. No shortage of metformin is recorded.",
        review: "The recalls of 2020 did not concern immediate-release metformin.",
      },
    },
    {
      slug: "patents",
      words: /patent|exclusiv|generic competition/,
      says: {
        label: "No unexpired patents are listed for metformin tablets.",
        review: "Generic metformin has been available in the United States since January 2002.",
      },
    },
    {
      slug: "price",
      words: /price|cost|reimburse|guideline|formulary/,
      says: {
        portal: "The price of a metformin 500 mg tablet is about 0.02 dollars.",
        review: "Guidelines name metformin as a first-line treatment of type 2 diabetes.",
        blog: "Metformin costs 4 dollars a month.",
      },
    },
  ],
};
