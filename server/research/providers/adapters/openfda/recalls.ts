// Recalls as enforcement reports state them: class, date, firm, reason, product.
import { z } from "zod";
import type { Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed, termOf } from "../record/asked-facts";
import { compactDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import { dateValue, type Line, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import { registerSource } from "../record/register";
import { harmonisedSchema } from "./wire";

const text = z.string().optional().catch(undefined);
export const recallSchema = z.object({
  recall_number: z.string(),
  classification: text,
  status: text,
  recalling_firm: text,
  reason_for_recall: text,
  product_description: text,
  recall_initiation_date: text,
  report_date: text,
  openfda: harmonisedSchema,
});
export type Recall = z.infer<typeof recallSchema>;

const mostRecalls = 12;
const longestProduct = 160;

/** Whether a category looks for recalls. */
export function asksRecalls(question: Question): boolean {
  return factNamed(question, /\brecalls?\b/) !== null;
}

/** The newest recalls of the drug itself as one source; null when there is none. */
export function recallSource(recalls: readonly Recall[], names: readonly string[], question: Question, url: string): Found | null {
  const own = recalls
    .filter((recall) => isOwn(recall, names))
    .sort((a, b) => ((a.recall_initiation_date ?? "") < (b.recall_initiation_date ?? "") ? 1 : -1))
    .slice(0, mostRecalls);
  const [newest] = own;
  return registerSource(
    own.flatMap((recall) => recallLines(recall, question)),
    {
      title: `FDA enforcement reports: recalls of ${names[0] ?? "the drug"}`,
      tier: 1,
      date: compactDate(newest?.report_date) ?? compactDate(newest?.recall_initiation_date),
      jurisdiction: "US",
      publisher: "US Food and Drug Administration",
      licence: "Public domain (openFDA)",
      url,
      register: "https://www.accessdata.fda.gov/scripts/ires/",
      heading: "Recalls",
    },
    question,
    { jurisdiction: "US" },
  );
}

function isOwn({ openfda, product_description: described = "" }: Recall, names: readonly string[]): boolean {
  const product = plainText(described);
  const stated = [...openfda.generic_name, ...openfda.substance_name];
  if (stated.length > 0) return isNamed([...stated, ...openfda.brand_name], names) && !isMixture(openfda.generic_name, openfda.substance_name);
  return names.some((name) => product.toLowerCase().includes(name)) && !/\band\b|\/| with /i.test(product.split(/,|\d/)[0] ?? "");
}

function recallLines(recall: Recall, question: Question): Line[] {
  const classFact = factNamed(question, /\brecall class\b/, "set", "enumeration");
  const dateFact = factNamed(question, /\brecall date\b/, "date");
  const numberFact = factNamed(question, /\brecall number\b/, "identifier");
  const number = plainText(recall.recall_number);
  const level = plainText(recall.classification ?? "");
  const began = compactDate(recall.recall_initiation_date);
  const firm = plainText(recall.recalling_firm ?? "");
  const reason = plainText(recall.reason_for_recall ?? "").replace(/\.$/, "");
  const product = plainText(recall.product_description ?? "").slice(0, longestProduct);
  const study = { study: number };
  return [
    {
      text: `Recall ${number}${level ? ` (${level})` : ""}${firm ? ` by ${firm}` : ""}${began ? `, initiated ${began}` : ""}${reason ? `: ${reason}` : ""}.`,
      states: [
        { fact: numberFact, value: termValue(number), raw: number },
        {
          fact: classFact,
          value: termValue(classFact && level ? termOf(classFact, level) : null),
          raw: level,
          qualifiers: { ...study, ...(began ? { as_of: began } : {}) },
        },
        { fact: dateFact, value: dateValue(began), raw: began ?? "", qualifiers: study },
      ],
    },
    ...(product === "" ? [] : [{ text: `Product of recall ${number}: ${product}${product.length === longestProduct ? " …" : "."}` }]),
    ...(recall.status ? [{ text: `Status of recall ${number}: ${plainText(recall.status).toLowerCase()}.` }] : []),
  ];
}
