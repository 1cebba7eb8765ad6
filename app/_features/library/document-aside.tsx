import Link from "next/link";
import { Fragment } from "react";
import { DataList } from "@/app/_ui/data/data-list";
import { Quote } from "@/app/_ui/reading/quote";
import { inSentenceCase } from "@/app/_ui/reading/sentence-case";
import { formatPartialDate, formatTimestamp } from "@/app/_ui/time/format-time";
import { tierNames } from "@/server/research/sources/schema";
import type { DocumentDetail } from "./document-words";

type DocumentAsideProps = {
  document: DocumentDetail;
  /** The cited stretch with its page. */
  passage: { text: string; start: number; end: number; page: number | null; heading: string | null } | null;
  themes: readonly string[];
  /** Numbers of pages with almost no words. */
  sparsePages: readonly number[];
};

const longestQuote = 600;
const mostThemes = 12;
const mostPages = 30;

/** What stands beside the text: the cited passage, what is known about the document, what to keep in mind. */
export const DocumentAside = ({ document, passage, themes, sparsePages }: DocumentAsideProps) => (
  <>
    {passage ? (
      <section aria-labelledby="cited">
        <h2 className="aside-title" id="cited">
          <a href="#passage">Cited passage</a>
        </h2>
        <Quote
          text={passage.text.length > longestQuote ? `${passage.text.slice(0, longestQuote)}\u2026` : passage.text}
          foot={[
            passage.heading === null ? null : passage.heading.split(" › ").map(inSentenceCase).join(" › "),
            passage.page === null ? null : `page ${passage.page}`,
            `characters ${passage.start.toLocaleString("en")} to ${passage.end.toLocaleString("en")}`,
          ]
            .filter((part) => part !== null && part !== "")
            .join(", ")}
        />
      </section>
    ) : null}
    <section aria-labelledby="about">
      <h2 className="aside-title" id="about">
        About the document
      </h2>
      <DataList form="lines" items={factsOf(document)} />
      {document.metadata.detected.length > 0 ? (
        <p className="note mt-3">
          Read off the text rather than stated by the file: {document.metadata.detected.map((key) => key.replaceAll("_", " ")).join(", ")}.
        </p>
      ) : null}
    </section>
    {themes.length > 0 ? (
      <section aria-labelledby="themes">
        <h2 className="aside-title" id="themes">
          About, in its own words
        </h2>
        <ul className="themes">
          {themes.slice(0, mostThemes).map((theme) => (
            <li key={theme}>
              <Link href={`/library?q=${encodeURIComponent(`"${theme.replaceAll('"', "")}"`)}`}>{theme}</Link>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    {document.warnings.length + sparsePages.length > 0 ? (
      <section aria-labelledby="warnings">
        <h2 className="aside-title" id="warnings">
          Keep in mind
        </h2>
        <ul className="plain-list">
          {document.warnings.map((warning) => (
            <li key={warning} className="meta">
              {warning}
            </li>
          ))}
          {sparsePages.length > 0 ? (
            <li className="meta">
              Almost no words on page{sparsePages.length === 1 ? "" : "s"}{" "}
              {sparsePages.slice(0, mostPages).map((page, index) => (
                <Fragment key={page}>
                  {index > 0 ? ", " : null}
                  <Link href={`/library/${document.id}?page=${page}#page-${page}`}>{page}</Link>
                </Fragment>
              ))}
              {sparsePages.length > mostPages ? ` and ${sparsePages.length - mostPages} more` : null}.
            </li>
          ) : null}
        </ul>
      </section>
    ) : null}
    <p className="note">
      The search over this text is lexical: it finds words and their endings, not meanings. Offsets count the characters of the stored text.
    </p>
  </>
);

function factsOf({ metadata, fileName, createdAt }: DocumentDetail): { term: string; value: string }[] {
  const { publisher, author, date, jurisdiction, tier, identity, licence } = metadata;
  const { copy_of: copyOf, superseded_by: supersededBy } = metadata;
  const facts: [string, string | undefined][] = [
    ["Publisher", publisher],
    ["Author", author],
    ["Date", date ? formatPartialDate(date) : undefined],
    ["Jurisdiction", jurisdiction],
    ["Tier", `${tier}, ${tierNames[tier] ?? "unknown"}`],
    ["Identity", identity],
    ["Copy of", copyOf],
    ["Replaced by", supersededBy],
    ["Licence", licence],
    ["File", fileName],
    ["Added", formatTimestamp(createdAt.toISOString(), "datetime")],
  ];
  return facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));
}
