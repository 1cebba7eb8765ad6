// Controlled vocabularies of the literature pack that several categories share.
import { vocabulary } from "../define";

export const designs = vocabulary(`
  systematic review: systematic reviews, systematic literature review
  meta-analysis: meta-analyses, metaanalysis, pooled analysis, network meta-analysis
  randomised controlled trial: randomized controlled trial, randomised trial, randomized trial, rct, rcts, randomised controlled trials, randomized controlled trials
  non-randomised trial: quasi-experimental, non-randomized, controlled before-after
  cohort study: cohort studies, prospective cohort, retrospective cohort, longitudinal study
  case-control study: case-control studies
  cross-sectional study: cross-sectional, prevalence study
  case series: case report, case reports
  qualitative study: interviews, focus groups, grounded theory
  modelling study: simulation, economic model
  diagnostic accuracy study: diagnostic accuracy
  animal study: in vivo, animal model
  in vitro study: in vitro, cell culture
  narrative review: narrative reviews, scoping review, review article
  guideline: consensus statement, position paper
`);

export const databases = vocabulary(`
  MEDLINE: pubmed, ovid medline
  Embase
  CENTRAL: cochrane central register of controlled trials, cochrane library
  CINAHL
  PsycINFO
  Scopus
  Web of Science
  Google Scholar
  ClinicalTrials.gov: trial registries, ictrp
  Europe PMC
  LILACS
  ERIC
  EconLit
  IEEE Xplore
  ACM Digital Library
  SSRN
  arXiv: biorxiv, medrxiv, preprint servers
  ProQuest
`);

export const certainty = vocabulary(`
  high: high certainty, high quality of evidence, high-certainty evidence, high confidence
  moderate: moderate certainty, moderate quality of evidence, moderate-certainty evidence
  low: low certainty, low quality of evidence, low-certainty evidence
  very low: very low certainty, very low quality of evidence, very low-certainty evidence
`);
