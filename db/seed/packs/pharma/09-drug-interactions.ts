import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { interactionPartners } from "./vocabulary";

const severity = vocabulary(`
  contraindicated: contraindicated, must not be used together
  major: serious, severe, life-threatening, avoid concomitant use
  moderate: use with caution, caution is advised, monitor closely
  minor: not clinically relevant, not clinically significant, no dose adjustment
`);

const actions = vocabulary(`
  avoid: avoid concomitant use, avoid use, should be avoided, is not recommended, not recommended, avoid
  reduce dose: reduce the dose, decrease the dose, dose reduction, reduce the dosage, by 50%
  increase dose: increase the dose, higher doses may be needed
  monitor: monitor, close monitoring, more frequent monitoring, monitored closely, monitor inr
  separate dosing: administer at least, separated by, hours apart, hours before or after, hours before or, hours after
  no adjustment: no dose adjustment, no dosage adjustment, no dose adjustment is needed, no dosage adjustment is required
  withhold: stop at the time of, discontinue at the time of, discontinued prior to, withhold
`);

const direction = vocabulary(`
  increases exposure or effect: increases, increased, potentiates, enhances, raises, higher exposure
  decreases exposure or effect: decreases, decreased, reduces, reduced, lowers, diminishes, lower exposure
  no effect: no effect, did not affect, no clinically relevant
  increases bleeding: increases the risk of bleeding, increased risk of bleeding, bleeding risk
`);

// The facts of this category are named by the same words: a phrase that one of them lacked would be taken from the others.
const joint =
  "concomitant use, concomitant, concomitantly, coadministration, co-administration, coadministered, co-administered, interaction, interactions";

const pairing =
  phrases(`coadministration, co-administration, coadministered, co-administered, concomitant, concomitantly, combined with, together with, given with, in the presence of,
  inhibitor, inhibitors, inducer, inducers, ketoconazole, rifampin, rifampicin, cimetidine, diltiazem`);
const notPairing = phrases("food, meal, fasting, charcoal, hemodialysis, haemodialysis, dialysis, renal impairment, hepatic impairment, elderly");

const ratio = {
  scale: "ratio",
  section: "Measured effect",
  comparability: ["partner", "analyte", "population"],
  ignoreQualifiers: ["route", "form", "dose"],
  tolerance: { rounding: 0.05, minor: 0.25 },
} as const;

export const drugInteractions: CategoryDefinitionInput = {
  slug: "drug_interactions",
  name: "Drug interactions",
  description: "Which drugs, foods and procedures change its effect or exposure, by how much, how serious that is, and what to do.",
  searchParameters: {
    queries: [
      "{subject} drug interactions",
      "{subject} AUC ratio with strong CYP3A4 and P-gp inhibitors",
      "{subject} cytochrome P450 inhibitor coadministration exposure",
      "{subject} food and alcohol interactions",
      "{subject} interaction management dose reduction avoid",
    ],
    apis: ["openfda", "dailymed", "pubmed", "europepmc"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`drug interactions, interaction, interactions, coadministration, co-administration, coadministered, concomitant use, concomitantly, inhibitors, inducers, exposure increased,
      auc increased, cmax increased, avoid concomitant use, monitor, iodinated contrast, alcohol, grapefruit, ketoconazole, rifampin, rifampicin, cimetidine, nsaids`),
    labelSections: ["drug_interactions", "clinical_pharmacology", "warnings_and_cautions"],
  },
  processingRules: {
    facts: [
      setOf("partner", "Interacts with", `${joint}, taken with, together with, combined with, exposure when`, interactionPartners, {
        section: "Partners",
        safety: true,
      }),
      quantity("auc_ratio", "AUC ratio", "1", "auc, area under the curve, exposure, systemic exposure, auc of", {
        ...ratio,
        comparability: [...ratio.comparability],
        ignoreQualifiers: [...ratio.ignoreQualifiers],
        requireCue: pairing,
        excludeCue: notPairing,
        exclude: phrases("roc auc, roc-auc"),
        plausible: { low: 0.01, high: 200 },
      }),
      quantity("cmax_ratio", "Cmax ratio", "1", "cmax, peak concentration, peak plasma concentration, maximum concentration", {
        ...ratio,
        comparability: [...ratio.comparability],
        ignoreQualifiers: [...ratio.ignoreQualifiers],
        requireCue: pairing,
        excludeCue: notPairing,
        plausible: { low: 0.01, high: 100 },
      }),
      prose(
        "interaction",
        "Interaction",
        "may increase the effect of, may decrease the effect of, may increase the risk of, interactions, drug interactions, potentiate, potentiates, inhibitors of, inducers of",
        {
          section: "Partners",
          requireCue: phrases(
            "interaction, interactions, inhibitors, inducers, inhibitor, inducer, potentiate, potentiates, potentiation, such as, concomitant, coadministration, wort, juice",
          ),
        },
      ),
      setOf("effect", "Effect of the combination", `${joint}, inhibitors, inducers, may increase, may decrease`, direction, {
        section: "Partners",
        comparability: ["partner"],
        safety: true,
      }),
      setOf("severity", "Severity", joint, severity, {
        section: "Management",
        comparability: ["partner", "jurisdiction"],
        strategy: "strictest_safety",
        safety: true,
      }),
      setOf("action", "What the label says to do", `${joint}, patients receiving, patients taking, inhibitors, inducers, procedure`, actions, {
        section: "Management",
        comparability: ["partner", "jurisdiction", "dose"],
        strategy: "strictest_safety",
        safety: true,
      }),
      prose("alcohol", "Alcohol", "alcohol, excessive alcohol intake, alcohol consumption", {
        section: "Food, alcohol, procedures",
        exclude: phrases("acute alcohol intoxication, alcoholism"),
      }),
      prose("contrast_media", "Contrast media", "iodinated contrast, contrast media, contrast agents, radiologic studies, intravascular contrast", {
        section: "Food, alcohol, procedures",
      }),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "List interactions pair by pair: partner (drug, class, food, procedure), mechanism, measured change of AUC and Cmax, severity, and the action each label asks for. Say where a study found no effect.",
    extract:
      "Name the partner and whose exposure changes (qualifiers partner and analyte). Store changes as ratios: +67% is 1.67, -54% is 0.46, two-fold is 2. Dose, route and form in such sentences usually belong to the study.",
    adjudicate:
      "Show the most cautious advice first and keep the others. A pair that one source leaves out is not denied by it. Ratios from different doses or designs are only comparable if the partner and the analyte match.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 3650, strictGate: true },
  conflictResolutionStrategy: "strictest_safety",
  priority: 90,
};
