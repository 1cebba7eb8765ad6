import { workspace } from "@/app/_features/shell/workspace";
import { Notice } from "@/app/_ui/feedback/notice";
import { CitedIn } from "./cited-in";
import { DocumentAside } from "./document-aside";
import { DocumentContents } from "./document-contents";
import { DocumentLeaves } from "./document-leaves";
import { citedOnPages, type PlaceQuery, placeOf, viewHref } from "./document-place";
import { DocumentText } from "./document-text";
import { DocumentViews } from "./document-views";
import type { DocumentDetail } from "./document-words";
import { PassageInView } from "./passage-in-view";
import { ReaderPdf } from "./reader-pdf";
import { ReferenceList, referenceLinks } from "./reference-list";

type DocumentReaderProps = { document: DocumentDetail & { readonly text: string }; query: PlaceQuery };

/** A document page by page, with the cited stretch under ink and what is known about it beside. */
export const DocumentReader = async ({ document, query }: DocumentReaderProps) => {
  const { id, text, pageStarts, language } = document;
  const place = placeOf(document, query);
  const { asked, range, leaf, leaves, page } = place;
  const { call } = await workspace();
  const [passage, apparatus, editions, conversations] = await Promise.all([
    range ? call.documents.passage({ documentId: id, ...range }) : null,
    call.reader.apparatus({ documentId: id }),
    call.editions.citing({ hash: document.hash }),
    call.chat.citing({ documentId: id }),
  ]);
  const asText = leaf ? (
    <>
      <DocumentLeaves documentId={id} current={leaf.number} count={leaves.length} at="start" />
      <DocumentText text={text} blocks={leaf.blocks} range={range} language={language} references={referenceLinks(apparatus)} />
      <DocumentLeaves documentId={id} current={leaf.number} count={leaves.length} at="end" />
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
      <div className="doc-side">
        <DocumentAside document={document} passage={passage} themes={apparatus.themes} sparsePages={apparatus.sparsePages} />
        <CitedIn {...editions} conversations={conversations} />
        <ReferenceList documentId={id} references={apparatus.references} verses={apparatus.verses} />
      </div>
    </div>
  );
};
