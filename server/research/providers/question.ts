import type { CategoryDefinition } from "../categories/schema";
import type { SubjectIdentity } from "../requests/schema";
import type { Question } from "./schema";

/** What a category asks about a subject. */
export function questionFor(definition: CategoryDefinition, subject: string, identity: SubjectIdentity | null): Question {
  const name = identity?.name ?? subject;
  const { queries, terms, labelSections, domains, recencyDays } = definition.searchParameters;
  return {
    subject: name,
    aliases: [...new Set([subject, ...(identity?.aliases ?? [])])].filter((alias) => alias !== name),
    queries: queries.map((query) => query.replaceAll("{subject}", name)),
    terms,
    labelSections,
    facts: definition.processingRules.facts.map(({ name, label, synonyms, kind, values }) => ({ name, label, synonyms, kind, values })),
    template: definition.promptTemplates.search,
    domains,
    ...(recencyDays === undefined ? {} : { recencyDays }),
  };
}
