// Bibliographic records of scholarly works in every field, with notices of retraction and correction where publishers register them.
import type { Answer, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { type ApiOptions, callJson } from "../record/call";
import { paperSource } from "../record/paper";
import { readRecords, unreadable } from "../record/read-records";
import { searchWords } from "../record/search-words";
import { workSchema, worksSchema } from "./wire";
import { paperOfWork } from "./work";

const id = "crossref";
const name = "Crossref";
const asked = 20;
const kept = 12;
const fields = "DOI,title,type,abstract,container-title,publisher,published,issued,license,updated-by,update-to";

/** Asks for works by the words of subject and category; keeps those that name the subject. Free. */
export async function askCrossref(question: Question, options: ApiOptions): Promise<Answer> {
  const words = searchWords(question);
  if (!words) return notAsked(id, name, "the subject has no word to search for.");
  // Its search is a bag of words ranked by relevance: few of them, or the topic drowns the name.
  const query = [...(words.names[0] ?? []), ...words.topics.slice(0, 3)].join(" ");
  const parameters = new URLSearchParams({ "query.bibliographic": query, rows: String(asked), select: fields });
  if (options.contact !== "") parameters.set("mailto", options.contact);
  const page = await callJson(name, `/v1/works?${parameters}`, worksSchema, options);
  if (!page.ok) return apiAnswer(id, { found: [], queries: [query], asked: 1, errors: [page.error], raw: [] });
  const { records, broken } = readRecords(page.value.message.items, workSchema);
  const found = records
    .map(paperOfWork)
    .flatMap((paper) => paperSource(paper, question) ?? [])
    .filter(({ source }) => names(source.text, words.names))
    .slice(0, kept);
  return apiAnswer(id, { found, queries: [query], asked: 1, errors: unreadable(name, records.length, broken), raw: [page.raw] });
}

/** Whether the text holds all parts of one of the names. */
function names(text: string, list: readonly (readonly string[])[]): boolean {
  const folded = text.toLowerCase();
  return list.some((parts) => parts.every((part) => folded.includes(part)));
}
