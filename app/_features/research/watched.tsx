import Link from "next/link";
import { type Column, Table } from "@/app/_ui/data/table";
import { Notice } from "@/app/_ui/feedback/notice";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { SectionHead } from "@/app/_ui/page/section-head";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { Notice as Told, Watch } from "@/server/research/watches/schema";
import { countWords } from "./change-words";
import { MarkRead } from "./mark-read";

const intervals = { daily: "every day", weekly: "every week", monthly: "every month" } as const;

/** What the account is told: answers of watched subjects that changed and that nobody has looked at. */
export const Changed = ({ notices }: { notices: readonly Told[] }) => {
  const unread = notices.filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice
        mark="edited"
        title={unread.length === 1 ? "A watched subject has another answer." : `${unread.length} watched subjects have other answers.`}
        actions={<MarkRead ids={unread.map(({ id }) => id)} />}
      >
        <ul>
          {unread.map(({ id, requestId, previousId, subject, packName, counts, at }) => (
            <li key={id}>
              <Link href={`/research/${requestId}/changes${previousId ? `?against=${previousId}` : ""}`}>{subject}</Link>, {packName}:{" "}
              {countWords(counts)} changed, <Timestamp at={at} form="datetime" />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};

const columns: readonly Column<Watch>[] = [
  {
    key: "subject",
    head: "Subject",
    wide: true,
    cell: (row) => (
      <Link className="title" href={`/research/${row.requestId}/changes`}>
        {row.subject}
      </Link>
    ),
  },
  { key: "pack", head: "Pack", cell: (row) => row.packName },
  {
    key: "state",
    head: "Runs",
    cell: (row) => (
      <StateMark state={row.state === "active" ? "queued" : "cancelled"}>{row.state === "active" ? intervals[row.interval] : "paused"}</StateMark>
    ),
  },
  { key: "next", head: "Next", cell: (row) => (row.nextAt ? <Timestamp at={row.nextAt} form="datetime" /> : (row.note ?? "when you let it go on")) },
  { key: "told", head: "Told", cell: (row) => (row.told === 0 ? "nothing changed yet" : row.told === 1 ? "once" : `${row.told} times`) },
];

/** The account's watches, beneath its requests. */
export const Watched = ({ watches }: { watches: readonly Watch[] }) =>
  watches.length === 0 ? null : (
    <section aria-labelledby="watched">
      <SectionHead id="watched" title="Watched">
        <p className="meta">Asked again by itself. You are told above, and only when an answer changed.</p>
      </SectionHead>
      <Table caption="Your watched subjects" columns={columns} rows={watches} rowKey={(row) => row.id} narrow="stack" />
    </section>
  );
