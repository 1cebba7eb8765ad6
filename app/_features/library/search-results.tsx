import Link from "next/link";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { SectionHead } from "@/app/_ui/page/section-head";
import { quoteParts } from "@/app/_ui/reading/quote-parts";
import { inSentenceCase } from "@/app/_ui/reading/sentence-case";
import type { FoundHit, SearchResult } from "@/server/library/search/schema";
import { counted, passageHref } from "./document-words";
import { snippetOf } from "./search-snippet";
import { howSearched, searchHref } from "./search-words";

type SearchResultsProps = { found: SearchResult; documents: number };

/** The passages that answer best, each with the words that were asked for and the way to its place. */
export const SearchResults = ({ found: { passages, mode, notes, suggestion }, documents }: SearchResultsProps) => (
  <section aria-labelledby="found">
    <SectionHead id="found" title={passages.length === 0 ? "Nothing found" : counted(passages.length, "passage")}>
      <p className="meta">
        {passages.length === 0 ? null : `Best first. ${howSearched[mode]} `}
        <Link href="/library">Close the search</Link>
      </p>
    </SectionHead>
    {notes.length === 0 ? null : (
      <ul className="search-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    )}
    {passages.length === 0 ? (
      <EmptyState>
        {suggestion === null ? null : (
          <>
            Did you mean <Link href={searchHref(suggestion)}>{suggestion}</Link>?{" "}
          </>
        )}
        No passage has these words in {counted(documents, "document")}. Try fewer words, or another name of the same thing. {howSearched[mode]}
      </EmptyState>
    ) : (
      <ol className="found">
        {passages.map((passage) => (
          <Found key={passage.passageId} passage={passage} />
        ))}
      </ol>
    )}
  </section>
);

const Found = ({ passage }: { passage: FoundHit }) => {
  const { text, marks, cutBefore, cutAfter } = snippetOf(passage.text, passage.marks);
  const place = [
    passage.heading === null ? null : passage.heading.split(" › ").map(inSentenceCase).join(" › "),
    passage.page === null ? null : `page ${passage.page}`,
  ].filter((part) => part !== null && part !== "");
  return (
    <li>
      <h3 className="found__title">
        <Link href={passageHref(passage.documentId, passage)}>{passage.documentTitle}</Link>
      </h3>
      <p className="note">{[...place, `characters ${passage.start.toLocaleString("en")} to ${passage.end.toLocaleString("en")}`].join(", ")}</p>
      <blockquote className="quote">
        {cutBefore ? "\u2026 " : null}
        {quoteParts(text, marks).map((part) => (part.marked ? <mark key={part.start}>{part.text}</mark> : part.text))}
        {cutAfter ? " \u2026" : null}
      </blockquote>
    </li>
  );
};
