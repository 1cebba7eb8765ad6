"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { useLibraryStream } from "@/app/_client/use-library-stream";
import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { type Column, Table } from "@/app/_ui/data/table";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { ProgressLine } from "@/app/_ui/feedback/progress-line";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { Tag } from "@/app/_ui/marks/tag";
import { SectionHead } from "@/app/_ui/page/section-head";
import { formatPartialDate } from "@/app/_ui/time/format-time";
import { RelativeTime } from "@/app/_ui/time/relative-time";
import type { DocumentList } from "@/server/library/documents/list-documents";
import { DocumentActions } from "./document-actions";
import { counted, type DocumentItem, deletedWords, documentStates, kindName, sizeWords } from "./document-words";
import { LibraryFilterForm } from "./library-filter";
import { nowDoing, stepNames } from "./step-words";
import { type LibraryPage, useLibrary } from "./use-library";

type LibraryListProps = LibraryPage & {
  now: string;
  collections: readonly string[];
  /** With how many passages a document was deleted whose page led here. */
  deleted?: number | undefined;
};

/** Documents, newest first, each with how far it is; kept current while files are read. */
export const LibraryList = ({ now, collections, deleted, ...page }: LibraryListProps) => {
  const { documents: library } = trpc.useUtils();
  const live = useLibraryStream(() => void library.list.invalidate());
  const { documents, totals, next } = useLibrary(page, live);
  const [told, setTold] = useState(deleted === undefined ? "" : deletedWords(deleted));
  const section = useRef<HTMLElement>(null);
  const onDeleted = (passages: number) => {
    setTold(deletedWords(passages));
    // The row that was acted in is gone: the keyboard goes on from the list.
    section.current?.focus({ preventScroll: true });
  };
  const settled = totals.documents - totals.waiting;
  return (
    <section ref={section} className="library-list" aria-labelledby="documents" tabIndex={-1}>
      <SectionHead id="documents" title="Documents">
        <p className="meta">{totalsWords(totals)}</p>
      </SectionHead>
      {totals.documents > 0 || page.filter?.kind || page.filter?.collection ? (
        <LibraryFilterForm filter={page.filter ?? {}} collections={collections} />
      ) : null}
      <LiveRegion shown>{told}</LiveRegion>
      {totals.waiting > 0 ? (
        <ProgressLine value={totals.documents === 0 ? null : settled / totals.documents}>
          Reading, {settled} of {totals.documents} done. What is ready can be searched and asked already.
        </ProgressLine>
      ) : null}
      {documents.length === 0 ? (
        <EmptyState>
          {page.filter?.kind || page.filter?.collection
            ? "None of this kind or collection. Show all of them instead."
            : "None so far. Add files of your own or the example library; each will stand here while it is read and afterwards."}
        </EmptyState>
      ) : (
        <Table caption="Documents, newest first" columns={columnsAt(now, onDeleted)} rows={documents} rowKey={(row) => row.id} narrow="stack" />
      )}
      {next || page.before ? (
        <p className="row meta mt-4">
          {page.before ? <Link href={`/library?${new URLSearchParams({ ...page.filter })}`}>Newest documents</Link> : null}
          {next ? <Link href={`/library?${new URLSearchParams({ ...page.filter, before: next })}`}>Earlier documents</Link> : null}
        </p>
      ) : null}
    </section>
  );
};

function totalsWords({ documents, passages, failed }: DocumentList["totals"]): string {
  if (documents === 0) return "";
  return `${counted(documents, "document")}, ${counted(passages, "passage")}${failed > 0 ? `, ${failed} could not be read` : ""}`;
}

const columnsAt = (now: string, onDeleted: (passages: number) => void): readonly Column<DocumentItem>[] => [
  { key: "title", head: "Document", wide: true, cell: (row) => <Named row={row} /> },
  { key: "state", head: "State", cell: (row) => <DocumentState status={row.status} steps={row.steps} /> },
  { key: "kind", head: "Kind", cell: (row) => <span className="whitespace-nowrap">{kindName(row)}</span> },
  { key: "pages", head: "Pages", end: true, cell: (row) => <Counted count={row.pages} one="page" /> },
  { key: "passages", head: "Passages", end: true, cell: (row) => <Counted count={row.status === "ready" ? row.passages : null} one="passage" /> },
  {
    key: "added",
    head: "Added",
    cell: (row) => (
      <span className="whitespace-nowrap">
        <RelativeTime at={row.createdAt.toISOString()} now={now} />
      </span>
    ),
  },
  {
    key: "actions",
    head: <span className="vh">What can be done</span>,
    end: true,
    cell: (row) => (row.isMine ? <DocumentActions document={row} onDeleted={onDeleted} /> : null),
  },
];

export const DocumentState = ({ status, steps }: Pick<DocumentItem, "status" | "steps">) => {
  const doing = nowDoing(steps);
  const failed = status === "ready" ? steps.filter((step) => step.status === "failed") : [];
  return (
    <>
      <StateMark state={documentStates[status].state} live={status === "processing"}>
        {documentStates[status].words}
      </StateMark>
      {doing ? <span className="meta block">{doing}</span> : null}
      {failed.length > 0 ? (
        <span className="doc-name__error">{failed.map(({ step }) => stepNames[step]).join(", ")}: not found, try again</span>
      ) : null}
    </>
  );
};

const Named = ({ row }: { row: DocumentItem }) => {
  const { publisher, author, date } = row.metadata;
  const facts = [
    publisher ?? author,
    date ? formatPartialDate(date) : undefined,
    row.isExample || row.title === row.fileName ? undefined : row.fileName,
    sizeWords(row.bytes),
  ];
  return (
    <div className="doc-name">
      <Link href={`/library/${row.id}`}>{row.title}</Link>
      <span className="meta">
        {row.isExample ? <Tag>example</Tag> : null} {row.isMine ? null : <Tag>shared</Tag>}{" "}
        {row.isMine && row.visibility === "workspace" ? <Tag>shared by me</Tag> : null} {row.collection === null ? null : <Tag>{row.collection}</Tag>}{" "}
        {facts.filter((fact) => fact !== undefined).join(", ")}
      </span>
      {row.error ? <span className="doc-name__error">{row.error}</span> : null}
    </div>
  );
};

/** The noun stands with the number where rows are stacked and there is no head above it. */
const Counted = ({ count, one }: { count: number | null; one: string }) =>
  count === null ? (
    <span className="when-wide dim">–</span>
  ) : (
    <>
      {count.toLocaleString("en")}
      <span className="when-narrow"> {count === 1 ? one : `${one}s`}</span>
    </>
  );
