import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { oneOf, phrases, prompts, prose, quantity, setOf, vocabulary, yesNo } from "../define";
import { certainty, designs } from "./vocabulary";

const tools = vocabulary(`
  RoB 2: cochrane risk of bias tool, risk-of-bias tool, rob2
  ROBINS-I
  Newcastle-Ottawa Scale: newcastle-ottawa, nos
  AMSTAR 2: amstar
  QUADAS-2: quadas
  GRADE: grading of recommendations
  Jadad score: jadad
  CASP
  PRISMA: prisma statement
  CONSORT: consort statement
  STROBE
`);

const riskLevels = vocabulary(`
  low: low risk of bias
  some concerns: unclear risk of bias, moderate risk of bias
  high: high risk of bias, serious risk of bias, critical risk of bias
`);

const biasKinds = vocabulary(`
  selection bias: allocation concealment, selection of participants
  performance bias: open-label, not blinded, unblinded, lack of blinding
  detection bias: outcome assessment, unblinded assessors
  attrition bias: loss to follow-up, missing outcome data, dropouts
  reporting bias: selective reporting, selective outcome reporting
  publication bias: funnel plot, small-study effects, egger's test
  confounding: residual confounding, confounders
  conflict of interest: funding, sponsored by, industry-funded
`);

export const methodsQuality: CategoryDefinitionInput = {
  slug: "methods_quality",
  name: "Methods and quality",
  description: "How well the studies were done: design, risk of bias, blinding, heterogeneity, certainty of evidence, funding.",
  searchParameters: {
    queries: [
      "{subject} risk of bias assessment",
      "{subject} GRADE certainty of evidence",
      "{subject} study limitations blinding allocation",
      "{subject} heterogeneity publication bias",
    ],
    apis: ["pubmed", "europepmc"],
    domains: ["cochranelibrary.com", "pubmed.ncbi.nlm.nih.gov"],
    terms:
      phrases(`risk of bias, randomised, randomized, blinded, double-blind, open-label, allocation, heterogeneity, i2, certainty, grade, limitations, quality assessment, loss to follow-up,
      funding, conflict of interest, confounding, publication bias, sample size`),
  },
  processingRules: {
    facts: [
      setOf("design", "Design", "design, study, trial, review, conducted", designs, {
        neverDenied: true,
        section: "Design",
        comparability: ["study"],
      }),
      setOf("assessment_tool", "Tools", "assessed with, assessed using, risk of bias, quality, tool, scale, according to, rated", tools, {
        neverDenied: true,
        section: "Assessment",
      }),
      setOf("risk_of_bias", "Risk of bias", "risk of bias, judged, bias", riskLevels, { section: "Assessment", comparability: ["study"] }),
      setOf("bias_kind", "Kinds of bias", "bias, risk, limitation, limitations, trial was, study was, concern", biasKinds, { section: "Assessment" }),
      oneOf("certainty", "Certainty", "certainty, quality of evidence, grade", certainty, {
        section: "Certainty",
        comparability: ["study", "endpoint"],
      }),
      quantity("heterogeneity", "Heterogeneity I²", "%", "i2, i², i-squared, heterogeneity", {
        section: "Synthesis",
        comparability: ["study", "endpoint"],
        tolerance: { rounding: 0.02, minor: 0.1 },
        plausible: { low: 0, high: 100 },
      }),
      yesNo("blinded", "Blinded", "blinded, double-blind, single-blind, masked, triple-blind", {
        section: "Design",
        deniedBy: phrases("open-label, unblinded"),
        comparability: ["study"],
      }),
      quantity("follow_up", "Follow-up", "a", "follow-up, median follow-up, mean follow-up, followed for, duration of follow-up", {
        section: "Design",
        otherUnits: ["mo", "wk", "d"],
        timeAfterEvent: true,
        comparability: ["study"],
        plausible: { low: 0.001, high: 80 },
      }),
      quantity("attrition", "Loss to follow-up", "%", "loss to follow-up, lost to follow-up, dropout rate, attrition, dropped out, withdrew", {
        section: "Design",
        scale: "percent",
        comparability: ["study", "arm"],
        plausible: { low: 0, high: 100 },
      }),
      prose("limitation", "Limitations", "limitation, limitations, limited by, weakness, caution, small sample, open-label", {
        section: "Limitations",
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Report design, risk of bias with the tool used, blinding, attrition, heterogeneity, certainty of evidence and funding for the main studies and reviews.",
    extract: "A judgement belongs to a study and to the assessors who made it. Take ratings as written; do not rate anything yourself.",
    adjudicate: "Assessors may rate one study differently: show both ratings with their tool. Never turn a rating into a verdict on the result.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 6, mustAnchorQuote: true },
  conflictResolutionStrategy: "evidence_level",
  priority: 40,
};
