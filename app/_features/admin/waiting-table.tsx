import { FormError } from "@/app/_ui/controls/form-error";
import { type Column, Table } from "@/app/_ui/data/table";
import { RelativeTime } from "@/app/_ui/time/relative-time";
import type { ListedUser } from "@/server/identity/schema";
import { Decide, type DecisionProps, Decline } from "./decision";
import { Named, Person } from "./person";

export type TableProps = Omit<DecisionProps, "user"> & {
  users: readonly ListedUser[];
  providerNames: Readonly<Record<string, string>>;
  now: string;
};

/** Those who wait, the longest wait first. */
export const WaitingTable = ({ users, providerNames, now, ...decision }: TableProps) => {
  const columns: Column<ListedUser>[] = [
    { key: "person", head: "Person", cell: (user) => <Person user={user} /> },
    { key: "way", head: "Signed up with", cell: (user) => providerNames[user.signedUpWith] ?? user.signedUpWith },
    {
      key: "since",
      head: "Asked",
      cell: (user) => (
        <Named name="Asked">
          <RelativeTime at={user.createdAt.toISOString()} now={now} />
        </Named>
      ),
    },
    {
      key: "note",
      head: "What they wrote",
      wide: true,
      cell: (user) => <span className="font-serif text-base">{user.note ? `\u201c${user.note}\u201d` : "No note was left."}</span>,
    },
    {
      key: "decision",
      head: <span className="vh">Decision</span>,
      wide: true,
      cell: (user) => (
        <div className="grid gap-1">
          <div>
            <Decide user={user} {...decision} intent="approve" label="Approve" go />
          </div>
          <Decline user={user} {...decision} />
        </div>
      ),
    },
  ];
  return <Table caption="People who wait for approval" columns={columns} rows={users} rowKey={(user) => user.userId} narrow="stack" />;
};

/** What went wrong with a decision that has no field of its own. */
export const RowError = ({ failed, userId }: { failed: DecisionProps["failed"]; userId: string }) => (
  <FormError>{failed?.userId === userId ? failed.message : null}</FormError>
);
