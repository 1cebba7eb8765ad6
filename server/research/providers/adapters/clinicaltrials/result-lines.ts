// Posted results of a study as sentence-like lines: outcome values by group, effects with their intervals, adverse events by group.
import type { Question } from "../../schema";
import { factNamed } from "../record/asked-facts";
import { countValue, type Line } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import type { EventRow, OutcomeMeasure, Study } from "./wire";

const mostMeasures = 8;
const mostEvents = 15;
const mostGroups = 4;

/** Effect measures as registries name them, and the words of the facts they belong to. */
const effects: readonly (readonly [RegExp, RegExp, string])[] = [
  [/hazard ratio/i, /\bhazard ratio\b/, "hazard ratio"],
  [/odds ratio/i, /\bodds ratio\b/, "odds ratio"],
  [/risk ratio|relative risk/i, /\brelative risk\b|\brisk ratio\b/, "relative risk"],
  [/mean difference|difference in (?:ls |least squares )?means?/i, /\bmean difference\b/, "mean difference"],
];

/** What the results section states; primary outcomes first. */
export function resultLines({ protocolSection, resultsSection }: Study, question: Question): Line[] {
  const measures = [...(resultsSection?.outcomeMeasuresModule?.outcomeMeasures ?? [])]
    .sort((a, b) => Number(b.type === "PRIMARY") - Number(a.type === "PRIMARY"))
    .slice(0, mostMeasures);
  const events = resultsSection?.adverseEventsModule;
  const nct = protocolSection.identificationModule.nctId;
  const titles = new Map((events?.eventGroups ?? []).slice(0, mostGroups).map(({ id, title }) => [id, plainText(title)]));
  return [
    ...measures.flatMap((measure) => [...valueLines(measure, nct), ...effectLines(measure, nct, question)]),
    ...eventLines(events?.seriousEvents ?? [], titles, `Serious adverse event in ${nct}`),
    ...eventLines(events?.otherEvents ?? [], titles, `Adverse event in ${nct}`),
  ];
}

function valueLines(measure: OutcomeMeasure, nct: string): Line[] {
  const head = headOf(measure, nct);
  const groups = new Map(measure.groups.map(({ id, title }) => [id, plainText(title)]));
  const unit = plainText(measure.unitOfMeasure ?? "");
  // More classes than one are subgroups and visits; the first states the whole.
  const rows = measure.classes[0]?.categories[0]?.measurements ?? [];
  const values = rows.flatMap(({ groupId, value, spread, lowerLimit, upperLimit }) => {
    const group = groups.get(groupId);
    if (!group || !value || !/\d/.test(value)) return [];
    const range =
      lowerLimit && upperLimit
        ? ` (${lowerLimit} to ${upperLimit})`
        : spread
          ? ` (${plainText(measure.dispersionType ?? "spread").toLowerCase()} ${spread})`
          : "";
    return [`${value}${range}${unit === "" ? "" : ` ${unit}`} in the group ${group}`];
  });
  return values.length === 0 ? [] : [{ text: `${head}: ${values.slice(0, mostGroups).join("; ")}.` }];
}

function effectLines(measure: OutcomeMeasure, nct: string, question: Question): Line[] {
  return measure.analyses.slice(0, 3).flatMap(({ paramType = "", paramValue, ciPctValue, ciLowerLimit, ciUpperLimit, pValue }): Line[] => {
    const effect = effects.find(([words]) => words.test(paramType));
    const value = Number(paramValue);
    if (!effect || !paramValue || !Number.isFinite(value)) return [];
    const [, words, name] = effect;
    const interval = ciLowerLimit && ciUpperLimit ? ` (${ciPctValue ?? "95"}% CI ${ciLowerLimit} to ${ciUpperLimit})` : "";
    const fact = factNamed(question, words, "quantity");
    const endpoint = plainText(measure.title).toLowerCase().slice(0, 120);
    // A difference of means has the outcome's unit, which the record gives as free text.
    const states = name === "mean difference" ? [] : [{ fact, value: countValue(value), raw: paramValue, qualifiers: { study: nct, endpoint } }];
    return [{ text: `${headOf(measure, nct)}: ${name} ${paramValue}${interval}${pValue ? `, p ${plainText(pValue)}` : ""}.`, states }];
  });
}

function headOf(measure: OutcomeMeasure, nct: string): string {
  const kind = measure.type === "PRIMARY" ? "Primary outcome" : measure.type === "SECONDARY" ? "Secondary outcome" : "Outcome";
  return `${kind} of ${nct}, ${plainText(measure.title).replace(/[.:]$/, "")}`;
}

/** Most frequent first. Shares are counted from the numbers stated, to one decimal. */
function eventLines(rows: readonly EventRow[], titles: ReadonlyMap<string, string>, what: string): Line[] {
  const counted = rows.map((row) => {
    const groups = row.stats.flatMap(({ groupId, numAffected, numAtRisk }) => {
      const title = titles.get(groupId);
      return title && numAffected !== undefined && numAtRisk ? [{ title, affected: numAffected, atRisk: numAtRisk }] : [];
    });
    return { term: plainText(row.term), groups, most: Math.max(0, ...groups.map((group) => group.affected / group.atRisk)) };
  });
  return counted
    .filter(({ most, term }) => most > 0 && term !== "")
    .sort((a, b) => b.most - a.most || (a.term < b.term ? -1 : 1))
    .slice(0, mostEvents)
    .flatMap(({ term, groups }) =>
      groups.map(({ title, affected, atRisk }) => ({
        text: `${what}: ${term} in ${((affected / atRisk) * 100).toFixed(1)}% of patients in the group ${title} (${affected} of ${atRisk}).`,
      })),
    );
}
