// The edition as plain text for the terminal and as Markdown for files: the same parts in the same order.

import { tierNames } from "../../sources/schema";
import type { Edition, EditionCategory } from "../schema";

type Style = {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly part: (text: string) => string;
  readonly item: (text: string) => string;
};

const plain: Style = {
  title: (text) => `${text}\n${"=".repeat(text.length)}`,
  heading: (text) => `${text}\n${"-".repeat(text.length)}`,
  part: (text) => `${text}:`,
  item: (text) => `  - ${text}`,
};
const markdown: Style = {
  title: (text) => `# ${text}`,
  heading: (text) => `## ${text}`,
  part: (text) => `### ${text}`,
  item: (text) => `- ${text}`,
};

export function editionText(edition: Edition, format: "text" | "md", columns = 100): string {
  const style = format === "md" ? markdown : plain;
  const fold = (text: string) => (format === "md" ? text : wrap(text, columns));
  const numbers = new Map(edition.sources.map((source) => [source.id, source.number]));
  const { totals, request } = edition;
  const head = [
    style.title(request.subject),
    fold(
      `${request.packName}, version ${request.packVersion}. ${totals.found} of ${count(totals.categories, "category", "categories")} found something; ${count(totals.sources, "source")}, ${totals.independentSources} independent; ` +
        `${count(totals.conflictsOpen, "open conflict")}, ${totals.conflictsResolved} resolved, ${totals.setApart} set apart; ${count(totals.withheld, "sentence")} withheld. Cost $${edition.cost.usd.toFixed(2)}.`,
    ),
    request.note ?? "",
  ];
  const body = edition.categories.flatMap((category) => categoryLines(category, numbers, style, fold));
  const sources = edition.sources.map((source) => {
    const passed = source.verification.rungs.filter((rung) => rung.state === "passed").length;
    const about = [`tier ${source.tier}, ${tierNames[source.tier] ?? "unknown"}`, source.date, source.publisher, source.url].filter(
      (part) => part !== null,
    );
    return fold(`[${source.number}] ${bare(source.title)}. ${about.join("; ")}. Steps passed: ${passed} of ${source.verification.rungs.length}.`);
  });
  return [...head, ...body, style.heading("Sources"), ...sources].filter((line) => line !== "").join("\n\n");
}

/** Who ruled by hand, and why: a reader of the text alone must know that no rule did. */
function ruled(override: EditionCategory["conflicts"][number]["override"]): string {
  return override ? ` ${override.by ?? "An account that is gone"}, ${override.at.slice(0, 10)}: "${override.reason}"` : "";
}

function categoryLines(category: EditionCategory, numbers: ReadonlyMap<string, number>, style: Style, fold: (text: string) => string): string[] {
  const confidence = category.confidence === null ? "" : `, confidence ${category.confidence.value} of 100`;
  const lines = [style.heading(`${category.number}. ${category.name} (${endOf(category)}${confidence})`)];
  for (const [section, sentences] of bySection(category.summary.sentences)) {
    if (section !== null) lines.push(style.part(section));
    lines.push(fold(sentences.map((sentence) => `${sentence.text} ${marks(sentence.citations, numbers)}`).join(" ")));
  }
  const ledger = category.conflicts.map((conflict) =>
    style.item(`${labels[conflict.status]}: ${conflict.statement} ${conflict.rationale}${ruled(conflict.override)}`),
  );
  if (ledger.length > 0) lines.push([style.part("Where the sources differ"), ...ledger.map(fold)].join("\n"));
  if (category.summary.withheld > 0)
    lines.push(
      fold(
        `${count(category.summary.withheld, "sentence")} withheld: ${category.summary.withheldSentences.map((sentence) => sentence.reason).join(" ")}`,
      ),
    );
  const coverage = category.coverage;
  if (coverage) {
    const parts = [
      coverage.found.length > 0 ? `found ${coverage.found.map((entry) => `${entry.provider} ${entry.sources}`).join(", ")}` : "",
      coverage.empty.length > 0 ? `empty ${coverage.empty.join(", ")}` : "",
      coverage.blocked.length > 0 ? `no answer ${coverage.blocked.map((entry) => `${entry.provider} (${bare(entry.reason)})`).join(", ")}` : "",
      coverage.skipped.length > 0 ? `skipped ${coverage.skipped.map((entry) => entry.provider).join(", ")}` : "",
    ].filter((part) => part !== "");
    lines.push(fold(`Coverage: asked ${coverage.asked.join(", ") || "nobody"}; ${parts.join("; ")}.`));
  }
  return lines;
}

const labels = { open: "Open", resolved: "Resolved", set_apart: "Set apart" } as const;

function endOf(category: EditionCategory): string {
  if (category.outcome === null) return category.status;
  return category.outcome.replace("_", " ");
}

function marks(citations: readonly { sourceId: string }[], numbers: ReadonlyMap<string, number>): string {
  const cited = [...new Set(citations.map((citation) => numbers.get(citation.sourceId)))]
    .filter((number) => number !== undefined)
    .sort((a, b) => a - b);
  return `[${cited.join(", ")}]`;
}

function bySection<T extends { section: string | null }>(sentences: readonly T[]): [string | null, T[]][] {
  const groups: [string | null, T[]][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (last && last[0] === sentence.section) last[1].push(sentence);
    else groups.push([sentence.section, [sentence]]);
  }
  return groups;
}

/** Without its full stop: what follows brings one. */
function bare(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Folds at blanks; words longer than a line stay whole, and the lines of an item stand under its first word. */
function wrap(text: string, columns: number): string {
  const [mark = ""] = /^ *(?:- )?/.exec(text) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const word of text.slice(mark.length).split(/[ \n]+/)) {
    if (line !== "" && mark.length + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return mark + [...lines, line].join(`\n${" ".repeat(mark.length)}`);
}
