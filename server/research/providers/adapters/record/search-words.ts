// What a literature search is asked: any of the subject's names, and any of the words the category is about. Quotes and operators of the names never reach the query.
import type { Question } from "../../schema";

/** More names widen nothing; the first are the name itself and what was typed. */
const mostNames = 4;
/** Longer queries are refused by some services. */
const mostTopics = 14;

/** Of each name all parts must be there: one phrase, or the words of a longer subject. */
export type SearchWords = { readonly names: readonly (readonly string[])[]; readonly topics: readonly string[] };

/** Longer subjects are topics or questions, which nobody writes word for word. */
const mostWordsOfName = 3;
const stopWords = new Set(
  "a an and are as at by can do does for from has have how in into is it its of on or than that the their there to vs versus was were what when which who why with".split(
    " ",
  ),
);

/** Names and topics as plain phrases; null when the subject has no word to search for. */
export function searchWords(question: Question): SearchWords | null {
  const names = unique([question.subject, ...question.aliases].map(phrase)).slice(0, mostNames);
  if (names.length === 0) return null;
  const topics = unique([...question.terms, ...question.facts.map((fact) => fact.label)].map(phrase)).filter((topic) => topic.length <= 40);
  return { names: names.map(partsOf), topics: topics.slice(0, mostTopics) };
}

/** The words of the search in a service's own syntax. */
export function searchQuery({ names, topics }: SearchWords, term: (phrase: string) => string): string {
  const named = names.map((parts) => (parts.length === 1 ? parts.map(term).join("") : `(${parts.map(term).join(" AND ")})`)).join(" OR ");
  const about = topics.map(term).join(" OR ");
  return about === "" ? `(${named})` : `(${named}) AND (${about})`;
}

function partsOf(name: string): string[] {
  const words = name.split(" ");
  if (words.length <= mostWordsOfName) return [name];
  const telling = [...new Set(words.filter((word) => word.length > 2 && !stopWords.has(word)))].slice(0, 8);
  return telling.length > 0 ? telling : [name];
}

/** Letters, digits and inner hyphens only; at most 100 characters. */
export function phrase(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, " ")
    .replace(/(?<![\p{L}\p{N}])-+|-+(?![\p{L}\p{N}])/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100)
    .trim();
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => /[\p{L}\p{N}]{2}/u.test(word));
}
