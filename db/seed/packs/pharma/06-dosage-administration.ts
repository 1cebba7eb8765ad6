import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { exactQuantity, phrases, prompts, prose, setOf, vocabulary, yesNo } from "../define";
import { routes } from "./vocabulary";

const frequencies = vocabulary(`
  once daily: once a day, once per day, every 24 hours, qd, daily with the evening meal
  twice daily: twice a day, two times a day, every 12 hours, bid, in two divided doses
  three times daily: three times a day, every 8 hours, tid, in three divided doses
  four times daily: four times a day, every 6 hours, qid
  once weekly: once a week, weekly
  every two weeks: every other week, fortnightly, biweekly
  once monthly: once a month, every 4 weeks
  as needed: when required, prn
`);

export const dosageAdministration: CategoryDefinitionInput = {
  slug: "dosage_administration",
  name: "Dosage and administration",
  description: "How the drug is given: starting, maintenance and maximum dose, titration, interval, duration, route and food, by jurisdiction.",
  searchParameters: {
    queries: [
      "{subject} recommended starting dose and titration",
      "{subject} maximum recommended daily dose",
      "{subject} dosage by indication",
      "{subject} posology and method of administration EU",
      "{subject} dose with or without food, missed dose",
    ],
    apis: ["openfda", "dailymed"],
    domains: ["dailymed.nlm.nih.gov", "ema.europa.eu", "medicines.org.uk"],
    terms:
      phrases(`dosage, dosage and administration, posology, recommended dose, starting dose, initial dose, maintenance dose, maximum dose, maximum daily dose, maximum recommended,
      titration, increments, twice daily, once daily, in divided doses, with meals, loading dose, missed dose, dose adjustment, target inr, therapeutic range, duration of treatment`),
    labelSections: ["dosage_and_administration"],
  },
  processingRules: {
    facts: [
      exactQuantity(
        "start_dose",
        "Starting dose",
        "mg",
        "starting dose, initial dose, usual starting dose, recommended starting dose, starting dosage, initial dosage, start with, initiate with, initiated at, start at",
        {
          section: "Starting",
          otherUnits: ["mg/kg", "mg/m2", "[iU]", "ug/kg"],
          exclude: phrases("maximum dose, loading dose"),
          comparability: ["population", "route", "form", "indication", "jurisdiction"],
          safety: true,
          plausible: { low: 0.0001, high: 20_000 },
        },
      ),
      exactQuantity(
        "titration_step",
        "Titration step",
        "mg",
        "increments of, increased by, increase the dose by, dose increments, increase in increments, titrated in steps of, increase the dosage in increments",
        {
          section: "Starting",
          otherUnits: ["[iU]", "mg/kg"],
          requireCue: phrases(
            "increment, increments, titrate, titrated, titration, increase the dose, increase the dosage, dose should be increased, weekly",
          ),
          comparability: ["population", "route", "form", "jurisdiction"],
          safety: true,
          plausible: { low: 0.0001, high: 10_000 },
        },
      ),
      exactQuantity("loading_dose", "Loading dose", "mg", "loading dose, loading doses, bolus dose", {
        section: "Starting",
        otherUnits: ["mg/kg", "[iU]"],
        comparability: ["population", "route", "indication", "jurisdiction"],
        safety: true,
        plausible: { low: 0.0001, high: 20_000 },
      }),
      exactQuantity(
        "maintenance_dose",
        "Maintenance dose",
        "mg",
        "maintenance dose, recommended dose, usual dose, usual maintenance dose, recommended dosage, maintenance dosage, maintained on, the dose is, effective dose",
        {
          section: "Maintenance",
          otherUnits: ["mg/kg", "mg/m2", "[iU]", "ug/kg"],
          exclude: phrases("maximum recommended dose, recommended starting dose, maximum recommended daily dose"),
          comparability: ["population", "route", "form", "indication", "jurisdiction"],
          safety: true,
          plausible: { low: 0.0001, high: 20_000 },
        },
      ),
      exactQuantity(
        "max_daily_dose",
        "Maximum daily dose",
        "mg/d",
        `maximum daily dose, maximum recommended daily dose, maximum recommended dose, maximum dose, maximum total daily dose, maximum dosage, maximum of, up to a maximum of,
         should not exceed, do not exceed, not exceed, daily dose should not exceed, total daily dose, max dose, max daily dose, maximal daily dose, not more than, no more than, not take more than, not use more than, must not exceed, not to exceed, limited to, doses above, doses in excess of, usual maximum, up to`,
        {
          section: "Maximum",
          otherUnits: ["mg/kg/d", "[iU]/d"],
          scale: "daily",
          requireCue: phrases("daily, per day, a day, day, in 24 hours, daily dose, mg/day, g/day, dosage, once daily, twice daily"),
          excludeCue: phrases(
            "coadministered, co-administered, receiving, single dose, single doses, ingested, overdose, healthy subjects, healthy volunteers, studied at, rats, mice, rabbits, dogs, monkeys, animals, animal, teratogenic, gfr, egfr, creatinine clearance, renal impairment, hepatic impairment",
          ),
          comparability: ["population", "route", "form", "jurisdiction"],
          safety: true,
          plausible: { low: 0.0001, high: 50_000 },
        },
      ),
      setOf(
        "frequency",
        "How often",
        "recommended dose, starting dose, recommended starting dose, usual starting dose, initial dose, maintenance dose, given, taken, administered, better tolerated",
        frequencies,
        {
          section: "Maintenance",
          comparability: ["population", "route", "form", "indication", "jurisdiction"],
          strategy: "jurisdiction_scoped",
        },
      ),
      exactQuantity("dosing_interval", "Dosing interval", "h", "dosing interval, interval between doses, every, dose interval", {
        section: "Maintenance",
        requireCue: phrases("dose, doses, dosing, dosage, administered"),
        excludeCue: phrases("increase, increased, increments, titrate, titrated"),
        timeAfterEvent: true,
        comparability: ["population", "route", "form", "indication", "jurisdiction"],
        plausible: { low: 0.25, high: 5000 },
      }),
      exactQuantity(
        "duration",
        "Duration of treatment",
        "d",
        "duration of treatment, treatment duration, duration of therapy, recommended duration, should be continued for, treated for, continue for",
        {
          section: "Duration",
          otherUnits: ["mo", "wk", "a"],
          timeAfterEvent: true,
          comparability: ["population", "indication", "jurisdiction"],
          plausible: { low: 0.04, high: 20_000 },
        },
      ),
      exactQuantity(
        "target_inr",
        "Target INR",
        "1",
        "target inr, inr target, inr of, target international normalized ratio, therapeutic inr, maintain an inr, inr range",
        {
          section: "Monitoring",
          comparability: ["indication", "jurisdiction"],
          safety: true,
          plausible: { low: 0.5, high: 8 },
        },
      ),
      setOf(
        "route",
        "Route",
        "administered, given, taken, route of administration, swallowed, recommended dose, recommended starting dose, starting dose",
        routes,
        {
          section: "Administration",
          exclude: phrases("administered dose, orally administered dose, dose administered"),
          neverDenied: true,
          comparability: ["form"],
        },
      ),
      yesNo(
        "with_food",
        "Given with food",
        "with meals, taken with food, given with food, with or after meals, with the evening meal, during or after meals",
        {
          section: "Administration",
          deniedBy: phrases("with or without food, regardless of food, independently of meals"),
          comparability: ["form", "jurisdiction"],
        },
      ),
      exactQuantity("body_weight_criterion", "Body weight that changes the dose", "kg", "body weight, body weight of, weighing, weight of", {
        section: "Maintenance",
        comparability: ["jurisdiction", "indication"],
        safety: true,
        plausible: { low: 0.5, high: 300 },
      }),
      prose("missed_dose", "Missed dose", "missed dose, dose is missed, dose is not taken, forgotten dose", { section: "Administration" }),
    ],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "Give the dosing regimens of the labels in force, by agency, indication, population and dosage form: starting dose, titration, maintenance, maximum daily dose, interval, duration, administration with food. Quote the figures exactly.",
    extract:
      "Never calculate or average doses; a dose times its frequency may be given per day only with both parts in the quote. Keep immediate and extended release apart. A dose used in a study, in an interaction trial or in an overdose is not a recommended dose.",
    adjudicate:
      "Different maxima by agency or by dosage form are both true. Within one agency the label in force replaces an older one. Never average doses, and never prefer the higher one.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 2, mustAnchorQuote: true, maxAgeDays: 1825, strictGate: true },
  conflictResolutionStrategy: "jurisdiction_scoped",
  priority: 60,
};
