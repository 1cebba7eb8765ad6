// Labels as the National Library of Medicine publishes them, whole, in the agency's own XML.
import { z } from "zod";
import type { Answer, ProviderError, Question } from "../../schema";
import { labelSource } from "../openfda/label-sources";
import type { Label } from "../openfda/wire";
import { apiAnswer, type Found, notAsked } from "../record/api-answer";
import { type ApiOptions, callJson, callText } from "../record/call";
import { searchNames } from "../record/drug-names";
import { readRecords, unreadable } from "../record/read-records";
import { isWhole } from "../record/xml";
import { type Chosen, chooseSpls, listedSchema } from "./choose-spls";
import { isSpl, labelOfSpl } from "./spl";

const id = "dailymed";
const name = "DailyMed";
type ReadLabel = { readonly found: Found | null; readonly error: ProviderError | null; readonly raw: string | null };
const listSchema = z.object({ data: z.array(z.unknown()) });

/** Asks for labels, where the category has label sections. Free. */
export async function askDailyMed(question: Question, options: ApiOptions): Promise<Answer> {
  const names = searchNames([question.subject, ...question.aliases], 12);
  const [first] = names;
  if (!first) return notAsked(id, name, "the subject is not the name of a drug.");
  if (question.labelSections.length === 0) return notAsked(id, name, "labels have no section on what this category looks for.");
  const queries = [`drug_name: ${first}`];
  const list = await callJson(name, `/spls.json?${new URLSearchParams({ drug_name: first, pagesize: "100" })}`, listSchema, options);
  if (!list.ok) return apiAnswer(id, { found: [], queries, asked: 1, errors: list.status === 404 ? [] : [list.error], raw: [] });
  const { records, broken } = readRecords(list.value.data, listedSchema);
  const chosen = chooseSpls(records, names);
  const labels = await Promise.all(chosen.map((entry) => askLabel(entry, question, options)));
  return apiAnswer(id, {
    found: labels.flatMap((label) => label.found ?? []),
    queries,
    asked: Math.max(1, chosen.length),
    errors: [...unreadable(name, records.length, broken), ...labels.flatMap((label) => label.error ?? [])],
    raw: [list.raw, ...labels.map((label) => label.raw)],
  });
}

async function askLabel(chosen: Chosen, question: Question, options: ApiOptions): Promise<ReadLabel> {
  const xml = await callText(name, `/spls/${chosen.setId}.xml`, options);
  if (!xml.ok) return { found: null, error: xml.status === 404 ? null : xml.error, raw: null };
  if (!isSpl(xml.value)) return failed({ kind: "schema", retryable: false, message: `${name} sent something other than a label.` });
  if (!isWhole(xml.value, "document"))
    return failed({ kind: "truncated", retryable: true, message: `${name} sent a label that stops in the middle.` });
  const label = readLabel(xml.value, chosen);
  const source = label ? labelSource(label, question) : null;
  return { found: source ? { source: { ...source, licence: "Public domain (DailyMed)" } } : null, error: null, raw: xml.raw };
}

function failed(error: ProviderError): ReadLabel {
  return { found: null, error, raw: null };
}

/** Every category of a run reads the same labels, and reading one takes a tenth of a second. */
const mostKept = 8;
const read = new Map<string, Label | null>();

function readLabel(xml: string, chosen: Chosen): Label | null {
  const known = read.get(xml);
  if (known !== undefined) return known;
  const label = labelOfSpl(xml, chosen.setId, chosen);
  read.set(xml, label);
  for (const oldest of read.keys()) {
    if (read.size <= mostKept) break;
    read.delete(oldest);
  }
  return label;
}
