import Link from "next/link";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { SectionHead } from "@/app/_ui/page/section-head";
import { quoteParts } from "@/app/_ui/reading/quote-parts";
import type { FoundPassage } from "@/server/library/search/schema";
import { counted, inSentenceCase, passageHref } from "./document-words";
import { snippetOf } from "./search-snippet";

type SearchResultsProps = { query: string; found: readonly FoundPassage[]; documents: number };

/** The passages that answer best, each with the words that were asked for and the way to its place. */
export const SearchResults = ({ query, found, documents }: SearchResultsProps) => (
  <section aria-labelledby="found">
    <SectionHead id="found" title={found.length === 0 ? "Nothing found" : counted(found.length, "passage")}>
      <p className="meta">
        {found.length === 0 ? null : "Best first. The search finds words and their endings, not meanings. "}
        <Link href="/library">Close the search</Link>
      </p>
    </SectionHead>
    {found.length === 0 ? (
      <EmptyState>
        No passage has these words in {counted(documents, "document")}. Try fewer words, or another name of the same thing: the search finds words,
        not meanings.
      </EmptyState>
    ) : (
      <ol className="found">
        {found.map((passage) => (
          <Found key={passage.passageId} passage={passage} query={query} />
        ))}
      </ol>
    )}
  </section>
);

const Found = ({ passage, query }: { passage: FoundPassage; query: string }) => {
  const { text, marks, cutBefore, cutAfter } = snippetOf(passage.text, query);
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
