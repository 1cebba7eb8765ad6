import type { Metadata } from "next";
import { cache } from "react";
import { DocumentAside } from "@/app/_features/library/document-aside";
import { documentBlocks, leafAt, leavesOf } from "@/app/_features/library/document-blocks";
import { DocumentContents } from "@/app/_features/library/document-contents";
import { DocumentDelete } from "@/app/_features/library/document-delete";
import { DocumentLeaves } from "@/app/_features/library/document-leaves";
import { DocumentSteps } from "@/app/_features/library/document-steps";
import { DocumentText } from "@/app/_features/library/document-text";
import { DocumentUnread } from "@/app/_features/library/document-unread";
import { PassageInView } from "@/app/_features/library/passage-in-view";
import { readRange } from "@/app/_features/library/read-range";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { Notice } from "@/app/_ui/feedback/notice";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatPartialDate } from "@/app/_ui/time/format-time";

type Query = { start?: string | string[]; end?: string | string[]; part?: string | string[] };
type Params = { params: Promise<{ documentId: string }>; searchParams: Promise<Query> };

const read = cache(async (documentId: string) => orNotFound((await workspace()).call.documents.get({ documentId: documentId.slice(0, 40) })));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await read((await params).documentId)).title };
}

export default async function DocumentPage({ params, searchParams }: Params) {
  const { documentId } = await params;
  const query = await searchParams;
  const document = await read(documentId);
  const { text, pageStarts, metadata } = document;
  const asked = text === null ? null : readRange(query);
  const range = asked && asked.end <= (text?.length ?? 0) ? asked : null;
  const passage = range ? await (await workspace()).call.documents.passage({ documentId, ...range }) : null;
  const leaves = text === null ? [] : leavesOf(documentBlocks(text, pageStarts));
  const part = leaves[Number(query.part) - 1];
  const leaf = range ? leafAt(leaves, range.start) : (part ?? leaves[0]);
  return (
    <>
      <PageHead
        crumbs={[{ label: "Library", href: "/library" }, { label: document.title }]}
        title={document.title}
        size="small"
        facts={[
          { term: "By", value: metadata.author ?? metadata.publisher },
          { term: "Date", value: metadata.date && formatPartialDate(metadata.date) },
          { term: "File", value: document.fileName },
        ].filter((fact) => fact.value !== undefined)}
        actions={<DocumentDelete document={document} />}
      />
      <DocumentSteps document={document} />
      {text === null || !leaf ? (
        <DocumentUnread document={document} />
      ) : (
        <div className="doc">
          <DocumentContents documentId={documentId} text={text} leaves={leaves} current={leaf.number} />
          <article aria-label="Text">
            {asked && !range ? (
              <Notice tone="ochre" title="The cited place is not in this text.">
                It has {text.length.toLocaleString("en")} characters; the citation names {asked.start.toLocaleString("en")} to{" "}
                {asked.end.toLocaleString("en")}. The edition keeps its own quote.
              </Notice>
            ) : null}
            <DocumentLeaves documentId={documentId} current={leaf.number} count={leaves.length} />
            <DocumentText text={text} blocks={leaf.blocks} range={range} language={document.language} />
            <DocumentLeaves documentId={documentId} current={leaf.number} count={leaves.length} />
            {range ? <PassageInView place={`${range.start}-${range.end}`} /> : null}
          </article>
          <DocumentAside document={document} passage={passage} />
        </div>
      )}
    </>
  );
}
