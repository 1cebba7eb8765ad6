// Labels, application records and smaller registers of the United States, by name of the drug. What openFDA does wrong becomes part of the answer.
import type { Answer, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { searchNames } from "../record/drug-names";
import { applicationClaims, applicationSource, chooseApplications, recordFacts } from "./application-sources";
import { askRegisters } from "./ask-registers";
import { chooseLabels, labelSource } from "./label-sources";
import { anyOf, nothingAsked, type OpenFdaOptions, searchOpenFda } from "./search";
import { applicationSchema, labelSchema } from "./wire";

/** Labels come with 50 to 300 KB each: enough of the newest to find three of the drug itself, and the originals apart. */
const labelsAsked = { limit: "12", sort: "effective_time:desc" };
const originalsAsked = { limit: "5", sort: "effective_time:desc" };
const applicationsAsked = { limit: "50" };

/** Asks each endpoint that states what the category looks for, and no other. Free. */
export async function askOpenFda(question: Question, options: OpenFdaOptions): Promise<Answer> {
  const names = searchNames([question.subject, ...question.aliases]);
  if (names.length === 0) return refused();
  const facts = recordFacts(question);
  const labelQuery = anyOf(["openfda.generic_name", "openfda.brand_name"], names);
  const originalQuery = `(${labelQuery}) AND (openfda.application_number:NDA* OR openfda.application_number:BLA*)`;
  const applicationQuery = anyOf(["products.active_ingredients.name", "products.brand_name"], names);
  const wantsLabels = question.labelSections.length > 0;
  const wantsApplications = facts.approval !== null || facts.application !== null;
  const [newest, originals, records, registers] = await Promise.all([
    wantsLabels ? searchOpenFda("label", labelQuery, labelsAsked, labelSchema, options) : nothingAsked,
    wantsLabels ? searchOpenFda("label", originalQuery, originalsAsked, labelSchema, options) : nothingAsked,
    wantsApplications ? searchOpenFda("drugsfda", applicationQuery, applicationsAsked, applicationSchema, options) : nothingAsked,
    askRegisters(question, names, options),
  ]);
  if (!wantsLabels && !wantsApplications && registers.length === 0) return refused();
  const labels = chooseLabels([...newest.records, ...originals.records], names).flatMap((label) => labelSource(label, question) ?? []);
  const applications = chooseApplications(records.records, names).map((application, index) => {
    const source = applicationSource(application);
    return { source, claims: applicationClaims(application, source.text, question, index === 0) };
  });
  // The search for originals only adds to the other: alone, its failure is none.
  const errors = [newest.error, records.error, ...registers.map((register) => register.error)].flatMap((error) => error ?? []);
  const answer = apiAnswer("openfda", {
    found: [...labels.map((source) => ({ source })), ...applications, ...registers.flatMap((register) => register.found)],
    queries: [
      ...(wantsLabels ? [`label: ${labelQuery}`] : []),
      ...(wantsApplications ? [`drugsfda: ${applicationQuery}`] : []),
      ...registers.map((register) => register.query),
    ],
    asked: Number(wantsLabels) + Number(wantsApplications) + registers.length,
    errors,
    raw: [newest.raw, originals.raw, records.raw, ...registers.map((register) => register.raw)],
  });
  return { ...answer, usage: { calls: Number(wantsLabels) * 2 + Number(wantsApplications) + registers.length } };
}

function refused(): Answer {
  return notAsked("openfda", "openFDA", "its records do not state what this category looks for.");
}
