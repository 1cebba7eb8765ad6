import type { FoundSource } from "../../../sources/schema";
import type { Question } from "../../schema";
import { compactDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import { labelText, passagesOf } from "./label-text";
import type { Label } from "./wire";

/** Labels of copies repeat their original; three show whether they do. */
const mostLabels = 3;

/** The labels to read: of the drug itself, the reference product's first, then the most recent. Which they are does not depend on the category. */
export function chooseLabels(labels: readonly Label[], names: readonly string[]): Label[] {
  const bySet = new Map<string, Label>();
  for (const label of labels) {
    const known = bySet.get(label.set_id);
    if (!known || (label.effective_time ?? "") > (known.effective_time ?? "")) bySet.set(label.set_id, label);
  }
  const named = [...bySet.values()].filter(({ openfda }) =>
    isNamed([...openfda.generic_name, ...openfda.substance_name, ...openfda.brand_name], names),
  );
  const single = named.filter(({ openfda }) => !isMixture(openfda.generic_name, openfda.substance_name));
  // A brand may itself be a mixture; then its labels are what was asked for.
  const fitting = single.length > 0 ? single : named.filter(({ openfda }) => isNamed(openfda.brand_name, names));
  return fitting
    .sort(
      (a, b) =>
        Number(isReference(b)) - Number(isReference(a)) || compare(b.effective_time ?? "", a.effective_time ?? "") || compare(a.set_id, b.set_id),
    )
    .slice(0, mostLabels);
}

/** One source per label; null when the label has none of the sections asked for. */
export function labelSource(label: Label, question: Question): FoundSource | null {
  const laid = labelText(label);
  const topics = [...new Set([...question.terms, ...question.facts.flatMap((fact) => fact.synonyms)].map((word) => word.toLowerCase()))];
  const passages = passagesOf(laid, question.labelSections, topics);
  if (passages.length === 0) return null;
  const { brand_name: brands, generic_name: generics, manufacturer_name: makers } = label.openfda;
  const name = [...new Set([brands[0], generics[0]].flatMap((part) => (part ? [part.toLowerCase()] : [])))].map(capital).join(", ");
  return {
    identity: { scheme: "setid", value: label.set_id.toLowerCase() },
    aliases: [],
    title: `${name === "" ? "Drug" : name}: prescribing information${makers[0] ? `, ${makers[0]}` : ""}`.slice(0, 600),
    url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${label.set_id.toLowerCase()}`,
    tier: 1,
    date: compactDate(label.effective_time),
    jurisdiction: "US",
    publisher: makers[0]?.slice(0, 200) ?? null,
    licence: "Public domain (openFDA)",
    role: "retrieved",
    text: laid.text,
    passages,
    upstream: null,
    superseded: false,
  };
}

function isReference(label: Label): boolean {
  return label.openfda.application_number.some((number) => /^(?:NDA|BLA)\d/i.test(number));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
