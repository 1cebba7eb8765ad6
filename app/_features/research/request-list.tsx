import Link from "next/link";
import { type Column, Table } from "@/app/_ui/data/table";
import { StateMark } from "@/app/_ui/marks/state-mark";
import type { State } from "@/app/_ui/marks/states";
import { RelativeTime } from "@/app/_ui/time/relative-time";
import type { ListedRequest } from "@/server/research/requests/list-requests";

type RequestListProps = { requests: readonly ListedRequest[]; next: string | null; now: string };

const states: Record<ListedRequest["status"], { state: State; words: string }> = {
  pending: { state: "queued", words: "Queued" },
  processing: { state: "running", words: "Running" },
  completed: { state: "done", words: "Completed" },
  partial_failure: { state: "open", words: "Partly done" },
  failed: { state: "failed", words: "Failed" },
  cancelled: { state: "cancelled", words: "Cancelled" },
};

/** Requests, newest first, each with how far it is or how it ended. */
export const RequestList = ({ requests, next, now }: RequestListProps) => {
  const columns: readonly Column<ListedRequest>[] = [
    {
      key: "subject",
      head: "Subject",
      wide: true,
      cell: (row) => (
        <>
          <Link className="title" href={`/research/${row.id}`}>
            {row.subject}
          </Link>
          {row.again ? <span className="note"> {againWords(row.changed)}</span> : null}
        </>
      ),
    },
    { key: "pack", head: "Pack", cell: (row) => row.packName },
    { key: "state", head: "State", cell: (row) => <StateMark state={states[row.status].state}>{states[row.status].words}</StateMark> },
    {
      key: "categories",
      head: "Categories",
      end: true,
      cell: (row) => (
        <>
          {row.settled} of {row.categories}
          <span className="when-narrow"> categories</span>
        </>
      ),
    },
    {
      key: "found",
      head: "Found",
      end: true,
      cell: (row) => (
        <>
          {row.found}
          <span className="when-narrow"> found</span>
        </>
      ),
    },
    { key: "asked", head: "Asked", cell: (row) => <RelativeTime at={row.createdAt} now={now} /> },
  ];
  return (
    <>
      <Table caption="Your requests, newest first" columns={columns} rows={requests} rowKey={(row) => row.id} narrow="stack" />
      {next ? (
        <p className="meta mt-4">
          <Link href={`/research?before=${next}`}>Earlier requests</Link>
        </p>
      ) : null}
    </>
  );
};

function againWords(changed: number | null): string {
  if (changed === null) return "run again";
  return changed === 0 ? "run again, nothing changed" : `run again, ${changed} ${changed === 1 ? "field" : "fields"} changed`;
}
