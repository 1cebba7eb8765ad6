import type { Db } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import { dateRange, type ParsedQuery } from "./core/parse-query";
import { type DocumentFacts, readDocumentFacts } from "./found-store";

/** Documents that the fields of a query leave, newest first; null where it has none of these fields. */
export async function chooseDocuments(db: Db, owner: OwnerScope, query: ParsedQuery): Promise<string[] | null> {
  const { kinds, collections, languages, before, after } = query;
  if (kinds.length + collections.length + languages.length === 0 && !before && !after) return null;
  const documents = await readDocumentFacts(db, owner);
  return documents.filter((document) => isChosen(document, query)).map((document) => document.documentId);
}

/** Values of one field are alternatives; fields narrow each other. A document without a date is neither before nor after one. */
export function isChosen({ kind, collection, language, date }: DocumentFacts, query: ParsedQuery): boolean {
  const range = dateRange(date ?? "");
  const named = (collection ?? "").toLowerCase();
  return (
    (query.kinds.length === 0 || query.kinds.includes(kind ?? "")) &&
    (query.languages.length === 0 || query.languages.includes(language ?? "")) &&
    (query.collections.length === 0 || query.collections.some((each) => named !== "" && each.toLowerCase() === named)) &&
    (!query.before || (range !== null && range.last < query.before.first)) &&
    (!query.after || (range !== null && range.first > query.after.last))
  );
}
