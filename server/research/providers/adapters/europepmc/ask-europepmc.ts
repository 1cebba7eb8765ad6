// Abstracts of the life sciences, PubMed's and preprints, with licences. One page of the most relevant.
import type { Answer, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { type ApiOptions, callJson } from "../record/call";
import { paperSource } from "../record/paper";
import { readRecords, unreadable } from "../record/read-records";
import { searchQuery, searchWords } from "../record/search-words";
import { paperOfArticle } from "./article";
import { articleSchema, searchSchema } from "./wire";

const id = "europepmc";
const name = "Europe PMC";
const asked = 15;

/** Asks for articles that name the subject in title or abstract and hold a word of the category. Free. */
export async function askEuropePmc(question: Question, options: ApiOptions): Promise<Answer> {
  const words = searchWords(question);
  if (!words) return notAsked(id, name, "the subject has no word to search for.");
  const query = searchQuery(words, (phrase) => `(TITLE:"${phrase}" OR ABSTRACT:"${phrase}")`);
  const parameters = new URLSearchParams({ query, format: "json", resultType: "core", pageSize: String(asked), cursorMark: "*" });
  if (options.contact !== "") parameters.set("email", options.contact);
  const page = await callJson(name, `/search?${parameters}`, searchSchema, options);
  if (!page.ok) return apiAnswer(id, { found: [], queries: [query], asked: 1, errors: [page.error], raw: [] });
  const { records, broken } = readRecords(page.value.resultList.result, articleSchema);
  const found = records.flatMap((article) => paperSource(paperOfArticle(article), question) ?? []);
  return apiAnswer(id, { found, queries: [query], asked: 1, errors: unreadable(name, records.length, broken), raw: [page.raw] });
}
