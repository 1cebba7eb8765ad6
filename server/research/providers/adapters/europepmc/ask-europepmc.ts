// Abstracts of the life sciences, PubMed's and preprints, with licences, the most relevant first; of open papers the full text as well.
import type { Answer, ProviderError, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { type ApiOptions, callJson } from "../record/call";
import { paperSource } from "../record/paper";
import { readRecords, unreadable } from "../record/read-records";
import { searchQuery, searchWords } from "../record/search-words";
import { paperOfArticle } from "./article";
import { isOpenToRead, readFullText } from "./full-text";
import { type Article, articleSchema, searchSchema } from "./wire";

const id = "europepmc";
const name = "Europe PMC";
const perPage = 15;
const mostPages = 3;
/** Enough for a category: no further page is asked for. */
const enough = 12;
/** Full texts of one answer; each is a call of its own. */
const mostFullTexts = 4;

/** Asks for articles that name the subject in title or abstract and hold a word of the category, page by page until there is enough. Free. */
export async function askEuropePmc(question: Question, options: ApiOptions): Promise<Answer> {
  const words = searchWords(question);
  if (!words) return notAsked(id, name, "the subject has no word to search for.");
  const query = searchQuery(words, (phrase) => `(TITLE:"${phrase}" OR ABSTRACT:"${phrase}")`);
  const pages = await readPages(query, question, options);
  const errors = [...pages.errors];
  const raw = [...pages.raw];
  const found = [];
  let read = 0;
  for (const article of pages.articles) {
    const paper = paperOfArticle(article);
    // Only what answers by its abstract is worth the whole.
    const brief = paperSource(paper, question);
    if (!brief) continue;
    const full = isOpenToRead(article) && read < mostFullTexts ? await readFullText(article.pmcid ?? "", options) : null;
    if (full) read += 1;
    if (full?.error) errors.push(full.error);
    if (full?.raw) raw.push(full.raw);
    found.push(full && full.paragraphs.length > 0 ? (paperSource({ ...paper, body: full.paragraphs }, question) ?? brief) : brief);
  }
  return apiAnswer(id, { found, queries: [query], asked: pages.asked, errors, raw });
}

type Pages = { articles: Article[]; errors: ProviderError[]; raw: (string | null)[]; asked: number };

async function readPages(query: string, question: Question, options: ApiOptions): Promise<Pages> {
  const pages: Pages = { articles: [], errors: [], raw: [], asked: 0 };
  let cursor = "*";
  let answering = 0;
  let broken = 0;
  while (pages.asked < mostPages) {
    const parameters = new URLSearchParams({ query, format: "json", resultType: "core", pageSize: String(perPage), cursorMark: cursor });
    if (options.contact !== "") parameters.set("email", options.contact);
    const page = await callJson(name, `/search?${parameters}`, searchSchema, options);
    pages.asked += 1;
    pages.raw.push(page.raw);
    if (!page.ok) {
      pages.errors.push(page.error);
      break;
    }
    const { result } = page.value.resultList;
    const read = readRecords(result, articleSchema);
    broken += read.broken;
    pages.articles.push(...read.records);
    answering += read.records.filter((article) => paperSource(paperOfArticle(article), question) !== null).length;
    const next = page.value.nextCursorMark;
    // The last page repeats its own mark.
    if (!next || next === cursor || result.length < perPage || answering >= enough) break;
    cursor = next;
  }
  pages.errors.push(...unreadable(name, pages.articles.length, broken));
  return pages;
}
