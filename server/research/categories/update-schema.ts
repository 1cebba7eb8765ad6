// What an administrator sends to change a category, and the checks that a schema of one field cannot make.
import { z } from "zod";
import { type CategoryDefinition, categoryDefinitionSchema } from "./schema";

export const updateCategoryInput = z.object({
  categoryId: z.string().min(1).max(40),
  /** The version that the editor saw; another one in force means somebody else was quicker. */
  version: z.number().int().positive(),
  definition: categoryDefinitionSchema.superRefine((definition, issues) => {
    for (const message of definitionProblems(definition)) issues.addIssue({ code: "custom", message });
  }),
  reason: z.string().trim().min(1, "Say in a few words why the category changes.").max(500),
});
export type UpdateCategoryInput = z.input<typeof updateCategoryInput>;

/** What is wrong with a definition beyond the shape of its fields, one sentence each. */
export function definitionProblems(definition: CategoryDefinition): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const fact of definition.processingRules.facts) {
    if (seen.has(fact.name)) problems.push(`The fact “${fact.name}” stands twice.`);
    seen.add(fact.name);
    if (fact.pattern !== undefined && !compiles(fact.pattern)) problems.push(`The pattern of “${fact.name}” is not a regular expression.`);
    if (fact.kind === "quantity" && !fact.unit) problems.push(`The quantity “${fact.name}” needs a unit; use 1 for a pure number.`);
    if (fact.kind === "identifier" && !fact.pattern) problems.push(`The identifier “${fact.name}” needs a pattern.`);
    if ((fact.kind === "set" || fact.kind === "enumeration") && fact.values.length === 0)
      problems.push(`“${fact.name}” needs the values it can take.`);
    if (fact.tolerance.rounding > fact.tolerance.minor) problems.push(`“${fact.name}”: the rounding tolerance is above the minor one.`);
    if (fact.plausible && fact.plausible.low > fact.plausible.high) problems.push(`“${fact.name}”: the plausible range is upside down.`);
  }
  return problems;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false; // a SyntaxError is the answer
  }
}
