import type { PackDefinitionInput } from "@/server/research/categories/schema";
import { questionScope } from "./01-question-scope";
import { searchCoverage } from "./02-search-coverage";
import { keyFindings } from "./03-key-findings";
import { methodsQuality } from "./04-methods-quality";
import { effectSizes } from "./05-effect-sizes";
import { contradictions } from "./06-contradictions";
import { gaps } from "./07-gaps";
import { retractionsCorrections } from "./08-retractions-corrections";
import { consensusStatement } from "./09-consensus-statement";

export const literature: PackDefinitionInput = {
  slug: "literature",
  name: "Literature review",
  description: "A topic through its literature: question, coverage, findings, quality, effects, contradictions, gaps, retractions and consensus.",
  subjectNoun: "topic",
  subjectKind: "topic",
  categories: [
    questionScope,
    searchCoverage,
    keyFindings,
    methodsQuality,
    effectSizes,
    contradictions,
    gaps,
    retractionsCorrections,
    consensusStatement,
  ],
};
