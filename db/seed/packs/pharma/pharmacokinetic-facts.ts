// The ADME parameters. Which conditions each needs before two values may be compared is the point of this file.
import type { FactInput } from "@/server/research/categories/schema";
import { phrases, quantity } from "../define";

// What another drug does to exposure is an interaction.
const withAnotherDrug = phrases(
  "coadministration, co-administration, coadministered, co-administered, concomitant, inhibitor, inhibitors, inducer, inducers, ketoconazole, rifampin, rifampicin, charcoal, dialysis, haemodialysis, hemodialysis",
);

export const absorptionFacts: FactInput[] = [
  quantity(
    "bioavailability",
    "Absolute bioavailability",
    "%",
    "absolute bioavailability, oral bioavailability, systemic bioavailability, bioavailability, bioavailable",
    {
      section: "Absorption",
      scale: "percent",
      exclude: phrases("relative bioavailability, fraction absorbed"),
      comparability: ["population", "route", "form"],
      plausible: { low: 0, high: 110 },
    },
  ),
  quantity("fraction_absorbed", "Fraction absorbed", "%", "fraction absorbed, extent of absorption, absorbed fraction, is absorbed, was absorbed", {
    section: "Absorption",
    scale: "percent",
    exclude: phrases("bioavailability"),
    comparability: ["population", "route", "form"],
    plausible: { low: 0, high: 110 },
  }),
  quantity(
    "tmax",
    "Time to peak (Tmax)",
    "h",
    `tmax, t max, cmax, maximum plasma concentration, time to peak, time to peak concentration, time to maximum concentration, peak plasma concentrations, peak plasma levels, peak plasma concentration,
     peak concentration, peak concentrations, maximum concentration, maximum concentrations, peak serum concentrations, maximum plasma concentrations, peak levels, maximal concentrations, maximal blood concentrations, maximal plasma concentrations, maximum plasma levels, peak blood concentrations, concentrations peak, levels peak`,
    {
      section: "Absorption",
      otherUnits: [],
      timeAfterEvent: true,
      exclude: phrases("peak effect"),
      excludeCue: withAnotherDrug,
      comparability: ["population", "route", "form", "analyte"],
      tolerance: { rounding: 0.05, minor: 0.25 },
      plausible: { low: 0.01, high: 1000 },
    },
  ),
  quantity(
    "cmax",
    "Peak concentration (Cmax)",
    "ng/mL",
    "cmax, c max, peak plasma concentration, peak plasma concentrations, peak concentration, maximum plasma concentration, maximum concentration, peak serum level, peak plasma levels, maximum plasma levels, peak blood concentrations, peak serum concentrations",
    {
      section: "Absorption",
      otherUnits: ["nmol/L"],
      excludeCue: [...withAnotherDrug, "increased cmax", "decreased cmax"],
      comparability: ["population", "matrix", "route", "dose", "form", "analyte"],
      plausible: { low: 0.0001, high: 1e7 },
    },
  ),
  quantity(
    "auc",
    "Exposure (AUC)",
    "ng.h/mL",
    "auc, auc0-inf, auc0-24, auc0-12, area under the curve, area under the concentration-time curve, systemic exposure",
    {
      section: "Absorption",
      otherUnits: ["nmol.h/L"],
      exclude: phrases("auc ratio, roc-auc, roc auc"),
      excludeCue: withAnotherDrug,
      comparability: ["population", "matrix", "route", "dose", "form", "analyte"],
      plausible: { low: 0.001, high: 1e9 },
    },
  ),
  quantity(
    "steady_state_time",
    "Time to steady state",
    "d",
    "steady state, steady-state, steady state plasma concentrations, steady-state concentrations",
    {
      section: "Absorption",
      timeAfterEvent: true,
      comparability: ["population", "route", "form"],
      tolerance: { rounding: 0.1, minor: 0.35 },
      plausible: { low: 0.05, high: 400 },
    },
  ),
  quantity("accumulation_ratio", "Accumulation ratio", "1", "accumulation ratio, accumulation factor, accumulation index, accumulates", {
    section: "Absorption",
    scale: "ratio",
    comparability: ["population", "dose", "form"],
    plausible: { low: 0.3, high: 100 },
  }),
];

export const dispositionFacts: FactInput[] = [
  quantity(
    "volume",
    "Volume of distribution",
    "L",
    "volume of distribution, apparent volume of distribution, distribution volume, vd, vss, vd/f, vz/f, v/f, vz",
    {
      section: "Distribution",
      otherUnits: ["L/kg", "L/m2"],
      comparability: ["population", "route", "analyte"],
      tolerance: { rounding: 0.05, minor: 0.25 },
      plausible: { low: 0.1, high: 100_000 },
    },
  ),
  quantity(
    "protein_binding",
    "Plasma protein binding",
    "%",
    `protein binding, plasma protein binding, bound to plasma proteins, bound to plasma protein, protein bound, protein-bound, bound to human plasma proteins,
     bound to serum proteins, bound to albumin, binding to plasma proteins, serum protein binding, binds * plasma proteins, bound to protein, bound to plasma`,
    {
      section: "Distribution",
      scale: "percent",
      complementSynonyms: phrases("unbound fraction, fraction unbound, free fraction, unbound, free drug"),
      complementAbove: 90,
      comparability: ["population", "analyte"],
      plausible: { low: 0, high: 100 },
    },
  ),
  quantity(
    "blood_plasma_ratio",
    "Blood to plasma ratio",
    "1",
    "blood-to-plasma ratio, blood to plasma ratio, blood/plasma ratio, blood-plasma concentration ratio",
    {
      section: "Distribution",
      comparability: ["population", "analyte"],
      plausible: { low: 0.1, high: 200 },
    },
  ),
];

export const eliminationFacts: FactInput[] = [
  quantity(
    "half_life",
    "Elimination half-life",
    "h",
    `half-life, half life, elimination half-life, terminal half-life, terminal elimination half-life, effective half-life, plasma elimination half-life, plasma half-life,
     apparent half-life, t1/2, t½, half-lives, half-time`,
    {
      section: "Elimination",
      otherUnits: [],
      exclude: phrases("five half-lives, several half-lives, shelf half-life"),
      comparability: ["population", "matrix", "phase", "analyte", "dose"],
      plausible: { low: 0.01, high: 10_000 },
    },
  ),
  quantity(
    "clearance",
    "Total clearance",
    "mL/min",
    "clearance, total clearance, oral clearance, apparent clearance, systemic clearance, total plasma clearance, plasma clearance, cl/f",
    {
      section: "Elimination",
      otherUnits: ["mL/min/kg", "L/h/m2"],
      exclude: phrases("renal clearance, creatinine clearance, hepatic clearance, dialysis clearance, clearance of creatinine, metabolic clearance"),
      excludeCue: phrases("dialysis, dialysate, hemodialysis, haemodialysis, dialyzable, dialysable"),
      comparability: ["population", "route", "analyte"],
      tolerance: { rounding: 0.05, minor: 0.25 },
      plausible: { low: 0.01, high: 20_000 },
    },
  ),
  quantity("renal_clearance", "Renal clearance", "mL/min", "renal clearance, clr, renal plasma clearance", {
    section: "Elimination",
    otherUnits: ["mL/min/kg"],
    comparability: ["population", "route", "analyte"],
    tolerance: { rounding: 0.05, minor: 0.25 },
    plausible: { low: 0.01, high: 5000 },
  }),
  quantity(
    "renal_excretion",
    "Renal excretion",
    "%",
    `excreted unchanged in the urine, excreted in the urine, excreted in urine, eliminated via the renal route, renal excretion, urinary excretion, urinary recovery, recovered in urine,
     recovered in the urine, eliminated in urine, excreted unchanged, excreted via the kidneys, eliminated renally, excretion in urine, of the absorbed drug is eliminated via the renal route, of the dose is excreted unchanged, of the dose was recovered in urine,
     of the dose is excreted in the urine, of a dose is excreted in urine, of an oral dose is excreted, of an orally administered dose is recovered in urine, of the dose is eliminated in the urine,
     of the administered dose is excreted, of the dose is recovered in the urine, in urine as unchanged drug`,
    {
      section: "Elimination",
      scale: "percent",
      comparability: ["population", "route", "analyte"],
      tolerance: { rounding: 0.05, minor: 0.15 },
      plausible: { low: 0, high: 100 },
    },
  ),
  quantity(
    "renal_clearance_share",
    "Renal share of clearance",
    "%",
    "of total clearance, of the total clearance, renal excretion accounts for, renal excretion accounts",
    {
      section: "Elimination",
      scale: "percent",
      requireCue: phrases("total clearance, total body clearance"),
      comparability: ["population", "route"],
      plausible: { low: 0, high: 100 },
    },
  ),
  quantity(
    "faecal_excretion",
    "Faecal excretion",
    "%",
    "recovered in feces, recovered in faeces, of the dose was recovered in feces, of the dose was recovered in faeces, excreted in feces, excreted in faeces, faecal excretion, fecal excretion, in the feces, in the faeces",
    {
      section: "Elimination",
      scale: "percent",
      comparability: ["population", "route", "analyte"],
      tolerance: { rounding: 0.05, minor: 0.15 },
      plausible: { low: 0, high: 100 },
    },
  ),
];
