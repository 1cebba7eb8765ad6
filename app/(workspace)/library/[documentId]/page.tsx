import type { Metadata } from "next";
import { cache } from "react";
import { DocumentDelete } from "@/app/_features/library/document-delete";
import type { PlaceQuery } from "@/app/_features/library/document-place";
import { DocumentReader } from "@/app/_features/library/document-reader";
import { DocumentSorting } from "@/app/_features/library/document-sorting";
import { DocumentSteps } from "@/app/_features/library/document-steps";
import { DocumentUnread } from "@/app/_features/library/document-unread";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatPartialDate } from "@/app/_ui/time/format-time";

type Params = { params: Promise<{ documentId: string }>; searchParams: Promise<PlaceQuery> };

const read = cache(async (documentId: string) => orNotFound((await workspace()).call.documents.get({ documentId: documentId.slice(0, 40) })));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await read((await params).documentId)).title };
}

export default async function DocumentPage({ params, searchParams }: Params) {
  const { text, ...document } = await read((await params).documentId);
  const { id, title, status, passages, metadata } = document;
  const collections = document.isMine ? await (await workspace()).call.collections.list() : [];
  return (
    <>
      <PageHead
        crumbs={[{ label: "Library", href: "/library" }, { label: title }]}
        title={title}
        size="small"
        facts={[
          { term: "By", value: metadata.author ?? metadata.publisher },
          { term: "Date", value: metadata.date && formatPartialDate(metadata.date) },
          { term: "File", value: document.fileName },
        ].filter((fact) => fact.value !== undefined)}
        actions={
          <>
            {document.isMine ? <DocumentDelete document={{ id, title, status, passages, steps: document.steps }} /> : null}
            {status === "ready" && passages > 0 ? (
              <LinkButton kind="go" href={`/chat?document=${id}`}>
                Ask about this
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DocumentSteps document={document} />
      {document.isMine ? <DocumentSorting document={document} collections={collections.map(({ name }) => name)} /> : null}
      {text === null || text === "" ? (
        <DocumentUnread document={document} />
      ) : (
        <DocumentReader document={{ ...document, text }} query={await searchParams} />
      )}
    </>
  );
}
