// Shortages as the agency's list states them, one line for each maker and presentation.
import { z } from "zod";
import type { Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed, termOf } from "../record/asked-facts";
import { americanDate } from "../record/dates";
import { isNamed } from "../record/drug-names";
import { dateValue, type Line, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import { registerSource } from "../record/register";

const text = z.string().optional().catch(undefined);
export const shortageSchema = z.object({
  generic_name: z.string(),
  status: text,
  availability: text,
  company_name: text,
  presentation: text,
  dosage_form: text,
  initial_posting_date: text,
  update_date: text,
  shortage_reason: text,
});
export type Shortage = z.infer<typeof shortageSchema>;

const mostShortages = 10;

/** Whether a category looks for shortages. */
export function asksShortages(question: Question): boolean {
  return factNamed(question, /\bshortages?\b/) !== null;
}

/** The entries of the drug itself as one source; null when there is none. */
export function shortageSource(shortages: readonly Shortage[], names: readonly string[], question: Question, url: string): Found | null {
  const own = shortages
    .filter(
      (shortage) =>
        isNamed([shortage.generic_name.replace(/\b(?:injection|tablets?|capsules?|oral|solution|suspension)\b.*$/i, "")], names) ||
        isNamed([shortage.generic_name], names),
    )
    .sort((a, b) => ((americanDate(a.update_date) ?? "") < (americanDate(b.update_date) ?? "") ? 1 : -1))
    .slice(0, mostShortages);
  return registerSource(
    own.map((shortage) => shortageLine(shortage, question)),
    {
      title: `FDA drug shortages: ${names[0] ?? "the drug"}`,
      tier: 1,
      date: americanDate(own[0]?.update_date),
      jurisdiction: "US",
      publisher: "US Food and Drug Administration",
      licence: "Public domain (openFDA)",
      url,
      register: "https://www.accessdata.fda.gov/scripts/drugshortages/",
      heading: "Shortages",
    },
    question,
    { jurisdiction: "US" },
  );
}

/** The list's words, and what they are called here. */
const states: Readonly<Record<string, string>> = {
  current: "in shortage",
  resolved: "resolved",
  "to be discontinued": "discontinued",
  discontinued: "discontinued",
};

function shortageLine(shortage: Shortage, question: Question): Line {
  const statusFact = factNamed(question, /\bshortage status\b|^shortage$/, "enumeration", "set");
  const dateFact = factNamed(question, /\bdate of the shortage\b|\bshortage date\b/, "date");
  const listed = plainText(shortage.status ?? "");
  const status = states[listed.toLowerCase()] ?? listed.toLowerCase();
  const posted = americanDate(shortage.initial_posting_date);
  const updated = americanDate(shortage.update_date);
  const form = plainText(shortage.dosage_form ?? "").toLowerCase();
  const what = plainText(shortage.generic_name).toLowerCase();
  const firm = plainText(shortage.company_name ?? "");
  const reason = plainText(shortage.shortage_reason ?? "");
  const more = [posted ? `posted ${posted}` : "", updated ? `updated ${updated}` : "", plainText(shortage.availability ?? ""), reason].filter(
    (part) => part !== "",
  );
  const qualifiers = { ...(form ? { form } : {}), ...(updated ? { as_of: updated } : {}) };
  return {
    text: `Supply of ${what}${firm ? ` from ${firm}` : ""}: ${status === "" ? "listed as a shortage" : `${status} (shortage list)`}${more.length > 0 ? `; ${more.join("; ")}` : ""}.`,
    states: [
      { fact: statusFact, value: termValue(statusFact && status ? termOf(statusFact, status, listed) : null), raw: status, qualifiers },
      { fact: dateFact, value: dateValue(posted), raw: posted ?? "", qualifiers: form ? { form } : {} },
    ],
  };
}
