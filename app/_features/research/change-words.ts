// Causes and kinds of changes in the page's words.
import type { MarkName } from "@/app/_ui/marks/mark-shapes";
import type { Cause, Change, ChangeCounts } from "@/server/research/editions/changes/schema";

export const causeWords: Record<Cause, { readonly name: string; readonly mark: MarkName }> = {
  retraction: { name: "Source retracted", mark: "retracted" },
  source_changed: { name: "Source changed", mark: "edited" },
  override: { name: "Ruled by hand", mark: "hand" },
  new_source: { name: "New source", mark: "added" },
  provider_failed: { name: "No answer this time", mark: "failed" },
  source_lost: { name: "Source not brought again", mark: "lost" },
  method_changed: { name: "Method changed", mark: "method" },
  time_passed: { name: "Time passed", mark: "clock" },
  answered_otherwise: { name: "Answered otherwise", mark: "event" },
};

export const kindWords: Record<Change["kind"], string> = {
  value: "value",
  conflict: "what the sources are to each other",
  sentence: "sentence of the text",
  source: "source",
  confidence: "confidence",
  outcome: "outcome of the category",
};

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
const kindCounts: readonly (readonly [Change["kind"], string, string])[] = [
  ["outcome", "outcome", "outcomes"],
  ["value", "value", "values"],
  ["conflict", "conflict", "conflicts"],
  ["sentence", "sentence", "sentences"],
  ["source", "source", "sources"],
  ["confidence", "score", "scores"],
];

/** "2 values, 1 conflict and 3 sources". */
export function countWords({ byKind }: Pick<ChangeCounts, "byKind">): string {
  const parts = kindCounts.flatMap(([kind, one, more]) => {
    const count = byKind[kind] ?? 0;
    return count === 0 ? [] : [many(count, one, more)];
  });
  return parts.length < 2 ? (parts[0] ?? "nothing") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** The head of the page: nothing changed is said plainly. */
export function changedWords({ fields, compared }: Pick<ChangeCounts, "fields" | "compared">): { title: string; rest: string } {
  if (fields === 0) return { title: "Nothing changed", rest: `${many(compared, "field")} compared, every one the same.` };
  const same = compared - fields;
  return {
    title: `${fields} of ${many(compared, "field")} changed`,
    rest: `${same} ${same === 1 ? "is" : "are"} the same, word for word or within ${same === 1 ? "its" : "their"} unit.`,
  };
}
