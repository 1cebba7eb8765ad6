// What differs between two editions as the terminal says it: the fields of the page of changes, in the same order.
import type { Change, EditionComparison, Reading } from "@/server/research/editions/changes/schema";
import type { Edition } from "@/server/research/editions/schema";

const kinds: Record<Change["kind"], string> = {
  value: "value",
  conflict: "what the sources are to each other",
  sentence: "sentence of the text",
  source: "source",
  confidence: "confidence",
  outcome: "outcome of the category",
};

/** Plain text or Markdown; `edition` is the later of the two. A field that was not there has no line of that side. */
export function changesText(comparison: EditionComparison, edition: Edition, format: "text" | "md"): string {
  const { changes, counts, notCompared, series, before, after } = comparison;
  const title = `${edition.request.subject}: what changed`;
  const head = format === "md" ? `# ${title}` : `${title}\n${"=".repeat(title.length)}`;
  if (before === null) return [head, "This is the only edition so far: there is nothing to compare it with."].join("\n\n");
  const dated = (id: string) =>
    `${
      series
        .find((entry) => entry.id === id)
        ?.at.slice(0, 16)
        .replace("T", " ") ?? "?"
    } UTC, ${id}`;
  const groups = [
    ...edition.categories.map(({ slug, name, number }) => ({ name: `${number}. ${name}`, own: changes.filter(({ category }) => category === slug) })),
    { name: "Sources of the edition", own: changes.filter(({ category }) => category === null) },
  ];
  const body = groups
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => [format === "md" ? `## ${name}\n` : `${name}\n${"-".repeat(name.length)}`, ...own.map(changeLines)].join("\n"));
  const left = notCompared.map(({ name, reason }) => `${name}: ${reason}`);
  return [
    head,
    `- ${dated(before)}\n+ ${dated(after)}`,
    counts.fields === 0 ? `Nothing changed: ${counts.compared} fields compared.` : `${counts.fields} of ${counts.compared} fields changed.`,
    ...body,
    ...(left.length > 0 ? [`Not compared. ${left.join(" ")}`] : []),
  ].join("\n\n");
}

function changeLines({ kind, label, before, after, because }: Change): string {
  const sides = [before && `  - ${printed(before)}`, after && `  + ${printed(after)}`].filter((line) => line !== null);
  return [`* ${label} (${kinds[kind]})`, ...sides, `    ${because}`].join("\n");
}

function printed({ text, sources, note }: Reading): string {
  const numbers = sources.length > 0 ? ` [${sources.join(", ")}]` : "";
  return `${text}${numbers}${note === null ? "" : ` (${note})`}`;
}
