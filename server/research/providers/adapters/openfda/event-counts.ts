// Counts of spontaneous reports. They are reports and never incidence: the text says so, and no percentage is ever made of them.
import { z } from "zod";
import type { Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed } from "../record/asked-facts";
import { isoDay } from "../record/dates";
import { countValue, type Line } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import { registerSource } from "../record/register";

export const eventCountSchema = z.object({ term: z.string(), count: z.number().int().nonnegative() });
export type EventCount = z.infer<typeof eventCountSchema>;

const mostTerms = 12;

/** Whether a category looks for counts of reports. A category that looks for incidence alone is never given them. */
export function asksEventCounts(question: Question): boolean {
  return factNamed(question, /\breport count\b|\bnumber of reports\b/) !== null;
}

/** The reactions named most often in reports about the drug as one source; null when there is none. */
export function eventCountSource(
  counts: readonly EventCount[],
  name: string,
  lastUpdated: string | null,
  question: Question,
  url: string,
): Found | null {
  const fact = factNamed(question, /\breport count\b|\bnumber of reports\b/, "quantity");
  const asOf = isoDay(lastUpdated);
  const lines = counts.slice(0, mostTerms).map(({ term, count }): Line => {
    const reaction = plainText(term).toLowerCase();
    return {
      text: `${asOf ? `As of ${asOf}, ` : ""}FAERS holds ${count} spontaneous reports on ${name} that name ${reaction}; a count of reports is no incidence.`,
      states: [{ fact, value: countValue(count), raw: String(count), qualifiers: { term: reaction, ...(asOf ? { as_of: asOf } : {}) } }],
    };
  });
  if (lines.length === 0) return null;
  return registerSource(
    [...lines, { text: "These are counts of spontaneous reports. They are no incidence, and a report does not show that the drug was the cause." }],
    {
      title: `FAERS: spontaneous reports on ${name}, counts by reaction (not incidence)`,
      tier: 5,
      date: asOf,
      jurisdiction: "US",
      publisher: "US Food and Drug Administration",
      licence: "Public domain (openFDA)",
      url,
      register: "https://open.fda.gov/data/faers/",
      heading: "Report counts",
    },
    question,
    { jurisdiction: "US" },
  );
}
