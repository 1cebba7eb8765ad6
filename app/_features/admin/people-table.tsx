import { type Column, Table } from "@/app/_ui/data/table";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { RelativeTime } from "@/app/_ui/time/relative-time";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { ListedUser } from "@/server/identity/schema";
import { Decide, Decline } from "./decision";
import { Named, Person } from "./person";
import { RowError, type TableProps } from "./waiting-table";

/** Everybody on whom somebody has decided. */
export const PeopleTable = ({ users, selfId, providerNames, now, ...decision }: TableProps & { selfId: string }) => {
  const columns: Column<ListedUser>[] = [
    { key: "person", head: "Person", cell: (user) => <Person user={user} self={user.userId === selfId} /> },
    { key: "standing", head: "Standing", cell: (user) => <Standing user={user} /> },
    { key: "way", head: "Signed up with", cell: (user) => providerNames[user.signedUpWith] ?? user.signedUpWith },
    {
      key: "since",
      head: "Since",
      cell: (user) => (
        <Named name="Since">
          <Timestamp at={(user.decidedAt ?? user.createdAt).toISOString()} form="date" />
        </Named>
      ),
    },
    {
      key: "seen",
      head: "Last sign-in",
      cell: (user) => (
        <Named name="Last sign-in">
          {user.lastSeenAt ? <RelativeTime at={user.lastSeenAt.toISOString()} now={now} /> : <span className="dim">never</span>}
        </Named>
      ),
    },
    {
      key: "decision",
      head: <span className="vh">Decision</span>,
      wide: true,
      cell: (user) => (
        <div className="grid gap-1">
          {user.status === "denied" ? (
            <Decide user={user} {...decision} intent="approve" label="Approve" />
          ) : (
            <>
              <Decide user={user} {...decision} {...roleChange(user)} />
              {user.userId === selfId ? <RowError failed={decision.failed} userId={user.userId} /> : <Decline user={user} {...decision} />}
            </>
          )}
        </div>
      ),
    },
  ];
  return <Table caption="People and their roles" columns={columns} rows={users} rowKey={(user) => user.userId} narrow="stack" />;
};

const roleChange = (user: ListedUser) =>
  user.role === "admin" ? { intent: "make-user", label: "Make a user" } : { intent: "make-admin", label: "Make an administrator" };

const Standing = ({ user }: { user: ListedUser }) => {
  if (user.status !== "denied") return user.role === "admin" ? <b>Administrator</b> : "User";
  return (
    <>
      <StateMark state="cancelled">Declined</StateMark>
      {user.decisionReason ? <div className="dim wrap-anywhere">&ldquo;{user.decisionReason}&rdquo;</div> : null}
    </>
  );
};
