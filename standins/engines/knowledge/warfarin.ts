import type { Subject } from "./subject";

export const warfarin: Subject = {
  name: "Warfarin",
  match: /warfarin|coumadin/i,
  topics: [
    {
      slug: "elimination",
      words: /half-li|eliminat|pharmacokinetic|clearance/,
      says: {
        label:
          "The effective half-life of warfarin ranges from 20 to 60 hours, with a mean of about 40 hours. The half-life of R-warfarin ranges from 37 to 89 hours.",
        agency: "The half-life of S-warfarin is 21 to 43 hours.",
        review: "The elimination half-life of warfarin is about 40 hours.",
        blog: "The half-life of warfarin is 7 days.",
      },
    },
    {
      slug: "absorption",
      words: /bioavailab|absor|tmax|cmax/,
      says: {
        label:
          "Warfarin is essentially completely absorbed after oral administration, with peak concentration generally attained within the first 4 hours.",
        agency: "Peak concentrations of warfarin are reached after 1 to 8 hours.",
      },
    },
    {
      slug: "distribution",
      words: /volume of distribution|protein binding|distribution/,
      says: {
        label: "Warfarin has an apparent volume of distribution of about 0.14 L/kg. Approximately 99% of warfarin is bound to plasma proteins.",
        agency: "Protein binding of warfarin is 97% to 99%.",
      },
    },
    {
      slug: "metabolism",
      words: /metabol|enzyme|cyp|pharmacogen/,
      says: {
        label: "S-warfarin is metabolized mainly by CYP2C9. Variants of CYP2C9 and VKORC1 affect the dose of warfarin.",
        review: "S-warfarin is 2 to 5 times more active than R-warfarin.",
      },
    },
    {
      slug: "mechanism",
      words: /mechanism|targets?\b|pharmacodynamic/,
      says: { label: "Warfarin inhibits the vitamin K epoxide reductase complex and so the synthesis of clotting factors II, VII, IX and X." },
    },
    {
      slug: "dosage",
      words: /dos(?:e|age|ing)|titrat|inr/,
      says: {
        label: "The initial dose of warfarin is usually 2 to 5 mg once daily. The target INR for most indications is 2.5, with a range of 2 to 3.",
        agency: "The usual induction dose of warfarin is 10 mg daily for 2 days.",
        blog: "The initial dose of warfarin is 10 mg once daily for everybody.",
      },
    },
    {
      slug: "contraindications",
      words: /contraindicat|boxed warning|bleed/,
      says: {
        label: "Warfarin can cause major or fatal bleeding. Warfarin is contraindicated in pregnancy, except in women with mechanical heart valves.",
        agency: "Warfarin is contraindicated in haemorrhagic stroke and in pregnancy.",
      },
    },
    {
      slug: "interactions",
      words: /interact|co-?administ|amiodarone/,
      says: {
        label: "Amiodarone inhibits CYP2C9 and increases the effect of warfarin. Rifampin decreases the effect of warfarin.",
        review: "Amiodarone requires the dose of warfarin to be reduced by 30% to 50%.",
      },
    },
    {
      slug: "indications",
      words: /indicat|approved use/,
      says: {
        label: "Warfarin is indicated for prophylaxis and treatment of venous thrombosis and pulmonary embolism.",
        agency: "Warfarin is indicated for the prophylaxis of systemic embolism in atrial fibrillation.",
      },
    },
    {
      slug: "overdose",
      words: /overdos|vitamin k|reversal/,
      says: {
        label: "Overdose of warfarin is treated with vitamin K, which may be given orally or parenterally.",
        blog: "There is no antidote for warfarin.",
      },
    },
    {
      slug: "approval",
      words: /approv|regulat|patent|exclusiv/,
      says: { label: "Warfarin was first approved in the United States on June 8, 1954.", review: "Warfarin has been in clinical use since 1954." },
    },
    {
      slug: "identity",
      words: /molecular|cas (?:number|registry)|formula|chemical|dosage form|strength/,
      says: {
        label: "Warfarin sodium has a molecular weight of 330.31. Warfarin tablets are available in strengths of 1 mg to 10 mg.",
        portal: "The CAS registry number of warfarin is 81-81-2.",
      },
    },
    {
      slug: "adverse-reactions",
      words: /adverse|side effect|undesirable|necrosis/,
      says: {
        label:
          "The most common adverse reactions of warfarin are fatal and nonfatal hemorrhage from any tissue or organ. Tissue necrosis has been reported with warfarin.",
        agency: "Haemorrhage is the most common undesirable effect of warfarin.",
      },
    },
    {
      slug: "pregnancy",
      words: /pregnan|lactat|breast/,
      says: {
        label: "Warfarin can cause fetal harm when it is given to a pregnant woman. Warfarin was not detected in human milk.",
        agency: "Warfarin is not excreted in breast milk in harmful amounts.",
      },
    },
    {
      slug: "price",
      words: /price|cost|reimburse|guideline|formulary/,
      says: {
        portal: "The price of a warfarin 5 mg tablet is about 0.06 dollars.",
        review: "Guidelines prefer direct oral anticoagulants to warfarin in most patients with atrial fibrillation.",
      },
    },
  ],
};
