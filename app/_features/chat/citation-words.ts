// Where a citation opens, and how its place is told.
import { inSentenceCase } from "@/app/_ui/reading/sentence-case";
import type { ChatCitation } from "@/server/chat/answers/schema";
import type { ChatSource } from "@/server/chat/answers/turn-view";

/** The passage in the reader, the sentence in the edition; null for a source that is gone. */
export function placeHref(source: ChatSource | undefined, citation: ChatCitation | undefined): string | null {
  if (!source) return null;
  if (source.documentId) return `/library/${source.documentId}${citation ? `?start=${citation.start}&end=${citation.end}` : ""}`;
  if (source.requestId && source.slug)
    return `/research/${source.requestId}/text/${source.slug}${citation?.sentence ? `?s=${citation.sentence}` : ""}`;
  return null;
}

const count = (value: number): string => value.toLocaleString("en");

/** "Dosage, page 4, characters 702 to 829". */
export function placeWords({ heading, page, start, end, sentence }: ChatCitation): string {
  return [
    heading === null ? null : heading.split(" › ").map(inSentenceCase).join(" › "),
    page === null ? null : `page ${page}`,
    sentence === null ? `characters ${count(start)} to ${count(end)}` : `sentence ${sentence} of the edition`,
  ]
    .filter((part) => part !== null && part !== "")
    .join(", ");
}

/** The words of the question that stand in the quote, each once. */
export function matchWords({ quote, matches }: ChatCitation): string {
  return [...new Set(matches.map(({ start, end }) => quote.slice(start, end).toLowerCase()))].join(", ");
}

/** What a source is: who made it, when, under which licence. */
export function sourceWords({ publisher, date, licence }: ChatSource): string {
  return [publisher, date, licence].filter((part) => part !== null && part !== "").join(", ");
}
