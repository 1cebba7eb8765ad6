import { workspace } from "@/app/_features/shell/workspace";
import { Notice } from "@/app/_ui/feedback/notice";
import { DocumentAside } from "./document-aside";
import { DocumentContents } from "./document-contents";
import { DocumentLeaves } from "./document-leaves";
import { citedOnPages, type PlaceQuery, placeOf, viewHref } from "./document-place";
import { DocumentText } from "./document-text";
import { DocumentViews } from "./document-views";
import type { DocumentDetail } from "./document-words";
import { PassageInView } from "./passage-in-view";
import { ReaderPdf } from "./reader-pdf";

type DocumentReaderProps = { document: DocumentDetail & { readonly text: string }; query: PlaceQuery };

/** A document page by page, with the cited stretch under ink and what is known about it beside. */
export const DocumentReader = async ({ document, query }: DocumentReaderProps) => {
  const { id, text, pageStarts, language } = document;
  const place = placeOf(document, query);
  const { asked, range, leaf, leaves, page } = place;
  const passage = range ? await (await workspace()).call.documents.passage({ documentId: id, ...range }) : null;
  const asText = leaf ? (
    <>
      <DocumentLeaves documentId={id} current={leaf.number} count={leaves.length} />
      <DocumentText text={text} blocks={leaf.blocks} range={range} language={language} />
      <DocumentLeaves documentId={id} current={leaf.number} count={leaves.length} />
      {range ? <PassageInView place={`${range.start}-${range.end}`} /> : null}
    </>
  ) : null;
  return (
    <div className="doc">
      <DocumentContents documentId={id} text={text} pageStarts={pageStarts} place={place} />
      <article aria-label="Text">
        {asked && !range ? (
          <Notice tone="ochre" title="The cited place is not in this text.">
            It has {text.length.toLocaleString("en")} characters; the citation names {asked.start.toLocaleString("en")} to{" "}
            {asked.end.toLocaleString("en")}. The edition keeps its own quote.
          </Notice>
        ) : null}
        <DocumentViews document={document} place={place} />
        {place.view === "pages" && pageStarts ? (
          <ReaderPdf
            documentId={id}
            cited={range ? citedOnPages(text, pageStarts, range) : []}
            page={page ?? 1}
            textHref={viewHref(id, "text", place)}
          >
            {asText}
          </ReaderPdf>
        ) : (
          asText
        )}
      </article>
      <DocumentAside document={document} passage={passage} />
    </div>
  );
};
