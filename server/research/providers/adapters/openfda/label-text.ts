// The text of a label: every section once, under its heading, in one order. It depends on the record alone, so that each category cites the same text.

import { cutPassages, type Passage, type Range, relevanceOf } from "../record/cut-passages";
import { layHeads } from "./label-heads";
import type { Label } from "./wire";

export type LabelText = { readonly text: string; readonly sections: ReadonlyMap<string, Range> };

/** Order of a label in the United States (21 CFR 201.56); other sections follow by name. */
const order =
  `boxed_warning recent_major_changes indications_and_usage dosage_and_administration dosage_forms_and_strengths contraindications warnings_and_cautions warnings precautions
  general_precautions adverse_reactions drug_interactions use_in_specific_populations pregnancy labor_and_delivery lactation nursing_mothers pediatric_use geriatric_use
  drug_abuse_and_dependence overdosage description clinical_pharmacology mechanism_of_action pharmacodynamics pharmacokinetics pharmacogenomics microbiology nonclinical_toxicology
  clinical_studies references how_supplied storage_and_handling information_for_patients`.split(/\s+/);
const noSections = new Set(["set_id", "id", "effective_time", "version", "openfda", "package_label_principal_display_panel"]);
const mostPassages = 40;

/** Lays the sections out. A section whose words stand inside a longer one is not repeated: its range lies there. */
export function labelText(label: Label): LabelText {
  const names = [...label.openfda.brand_name, ...label.openfda.generic_name, ...label.openfda.substance_name];
  const bodies = Object.entries(label)
    .flatMap(([field, value]) => (isSection(field, value) ? [{ field, body: layHeads(tidy(value), names) }] : []))
    .filter(({ body }) => body !== "")
    .sort((a, b) => rankOf(a.field) - rankOf(b.field) || (a.field < b.field ? -1 : 1));
  const sections = new Map<string, Range>();
  const inside: typeof bodies = [];
  let text = "";
  bodies.forEach((section, index) => {
    const repeated = bodies.some(
      (other, at) => (other.body.length > section.body.length || (other.body === section.body && at < index)) && other.body.includes(section.body),
    );
    if (repeated) {
      inside.push(section);
      return;
    }
    text += `${text === "" ? "" : "\n\n"}${headingOf(section.field)}\n\n`;
    sections.set(section.field, { start: text.length, end: text.length + section.body.length });
    text += section.body;
  });
  for (const { field, body } of inside) {
    const start = text.indexOf(body);
    sections.set(field, { start, end: start + body.length });
  }
  return { text, sections };
}

/** Passages of the sections asked for, best first: those that hold most of the words the category is about. No two overlap. */
export function passagesOf({ text, sections }: LabelText, asked: readonly string[], topics: readonly string[]): Passage[] {
  const wanted = asked.flatMap((field) => {
    const range = sections.get(field);
    return range ? [{ field, range }] : [];
  });
  // The narrow section names its words best; the wide one around it gives what is left.
  wanted.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start) || a.range.start - b.range.start);
  const taken: Range[] = [];
  const passages = wanted.flatMap(({ field, range }) => {
    const parts = without(range, taken);
    taken.push(range);
    return parts
      .flatMap((part) => cutPassages(text, part))
      .map((part) => ({ ...part, page: null, heading: headingOf(field), score: relevanceOf(text, part, topics) }));
  });
  return passages.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, mostPassages);
}

export function headingOf(field: string): string {
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isSection(field: string, value: unknown): value is string[] {
  return !noSections.has(field) && !field.endsWith("_table") && Array.isArray(value) && value.every((item) => typeof item === "string");
}

function tidy(items: readonly string[]): string {
  return items
    .map((item) =>
      item
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n[ \n]*/g, "\n")
        .trim(),
    )
    .filter((item) => item !== "")
    .join("\n");
}

function rankOf(field: string): number {
  const rank = order.indexOf(field);
  return rank < 0 ? order.length : rank;
}

function without(range: Range, taken: readonly Range[]): Range[] {
  const cuts = taken.filter((other) => other.start < range.end && other.end > range.start).sort((a, b) => a.start - b.start);
  const parts: Range[] = [];
  let from = range.start;
  for (const other of cuts) {
    if (other.start > from) parts.push({ start: from, end: other.start });
    from = Math.max(from, other.end);
  }
  if (from < range.end) parts.push({ start: from, end: range.end });
  return parts;
}
