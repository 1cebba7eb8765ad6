// Abstracts of medicine: a search for identifiers, then the records themselves, which alone tell kind of publication and retraction.
import { z } from "zod";
import type { Answer, ProviderError, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { type ApiOptions, callJson, callText } from "../record/call";
import { paperSource } from "../record/paper";
import { searchQuery, searchWords } from "../record/search-words";
import { isWhole, parseXml } from "../record/xml";
import { papersOf } from "./article";

export type PubMedOptions = ApiOptions & { readonly apiKey: string | null };

const id = "pubmed";
const name = "PubMed";
const asked = 15;
const root = "PubmedArticleSet";

const searchSchema = z.union([
  z.object({ esearchresult: z.object({ idlist: z.array(z.string()) }) }),
  // Over the limit it may answer so with any status.
  z.object({ error: z.string() }),
]);

/** Asks for articles that name the subject and hold a word of the category. Free. */
export async function askPubMed(question: Question, options: PubMedOptions): Promise<Answer> {
  const words = searchWords(question);
  if (!words) return notAsked(id, name, "the subject has no word to search for.");
  const query = searchQuery(words, (phrase) => `"${phrase}"[Title/Abstract]`);
  const failed = (error: ProviderError, calls = 1) => apiAnswer(id, { found: [], queries: [query], asked: calls, errors: [error], raw: [] });
  const search = { term: query, retmode: "json", retmax: String(asked), sort: "relevance" };
  const ids = await callJson(name, `/esearch.fcgi?${parameters(search, options)}`, searchSchema, options);
  if (!ids.ok) return failed(ids.error);
  if ("error" in ids.value) return failed({ kind: "rate_limited", retryable: true, message: `${name} asked us to slow down.` });
  const list = ids.value.esearchresult.idlist.filter((pmid) => /^\d{1,9}$/.test(pmid)).slice(0, asked);
  if (list.length === 0) return apiAnswer(id, { found: [], queries: [query], asked: 1, errors: [], raw: [ids.raw] });
  const records = await callText(name, `/efetch.fcgi?${parameters({ id: list.join(","), retmode: "xml", rettype: "abstract" }, options)}`, options);
  if (!records.ok) return failed(records.error);
  const error = unreadableXml(records.value);
  if (error) return failed(error);
  const document = parseXml(records.value, root);
  const found = (document ? papersOf(document) : []).flatMap((paper) => paperSource(paper, question) ?? []);
  return apiAnswer(id, { found, queries: [query], asked: 1, errors: [], raw: [ids.raw, records.raw] });
}

function unreadableXml(text: string): ProviderError | null {
  if (!parseXml(text.slice(0, 2000), root)) return { kind: "schema", retryable: false, message: `${name} sent something other than its records.` };
  if (!isWhole(text, root)) return { kind: "truncated", retryable: true, message: `${name} sent records that stop in the middle.` };
  return null;
}

function parameters(own: Readonly<Record<string, string>>, { contact, apiKey }: PubMedOptions): URLSearchParams {
  const query = new URLSearchParams({ db: "pubmed", ...own, tool: "variorum" });
  if (contact !== "") query.set("email", contact);
  if (apiKey) query.set("api_key", apiKey);
  return query;
}
