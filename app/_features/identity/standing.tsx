import { Button } from "@/app/_ui/controls/button";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { RelativeTime } from "@/app/_ui/time/relative-time";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { Me } from "@/server/identity/schema";

type StandingProps = { me: Me; now: string; signOut: () => Promise<void> };

/** The only thing that somebody who is not approved sees: where their account stands. */
export const Standing = ({ me, now, signOut }: StandingProps) => {
  const asked = me.createdAt.toISOString();
  const denied = me.status === "denied";
  return (
    <div className="gate__stack">
      <h1 className="text-h2 font-serif">{denied ? "Your account was declined" : "You are on the list"}</h1>
      <p className="meta">
        {denied
          ? "An administrator decided so. Nothing that you made is lost; ask them if you think it is a mistake."
          : "An administrator decides who may read and spend here. "}
        {denied ? null : (
          <>
            You asked on <Timestamp at={asked} />
            {me.note ? (
              <>
                {" "}
                and wrote: <i className="font-serif">&ldquo;{me.note}&rdquo;</i>
              </>
            ) : (
              "."
            )}
          </>
        )}
      </p>
      {denied && me.decisionReason ? (
        <p className="meta">
          The reason given: <i className="font-serif">&ldquo;{me.decisionReason}&rdquo;</i>
        </p>
      ) : null}
      <p className="meta" role="status">
        {denied ? (
          <StateMark state="cancelled">Declined</StateMark>
        ) : (
          <StateMark state="queued">
            Waiting; you asked <RelativeTime at={asked} now={now} />
          </StateMark>
        )}
      </p>
      {denied ? null : <p className="note">This page looks again by itself.</p>}
      <p className="meta gate__end">Signed in as {me.email}.</p>
      <form action={signOut}>
        <Button type="submit">Sign out</Button>
      </form>
    </div>
  );
};
