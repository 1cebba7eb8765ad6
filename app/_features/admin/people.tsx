"use client";
import { useActionState } from "react";
import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { SectionHead } from "@/app/_ui/page/section-head";
import type { ListedUser } from "@/server/identity/schema";
import { type PeopleAction, undecided } from "./people-action";
import { PeopleTable } from "./people-table";
import { WaitingTable } from "./waiting-table";

type PeopleProps = {
  users: readonly ListedUser[];
  /** Of the administrator who looks. */
  selfId: string;
  /** How identity providers are called here. */
  providerNames: Readonly<Record<string, string>>;
  now: string;
  action: PeopleAction;
};

/** Who waits and who is in, with what an administrator can decide about each. */
export const People = ({ users, selfId, providerNames, now, action }: PeopleProps) => {
  const [state, submit, pending] = useActionState(action, undecided);
  const waiting = users.filter((user) => user.status === "pending");
  const others = users.filter((user) => user.status !== "pending");
  const shared = { failed: state.failed, submit, pending, now, providerNames };
  return (
    <>
      <LiveRegion shown>{state.done}</LiveRegion>
      <section aria-labelledby="waiting">
        <SectionHead id="waiting" title="Awaiting approval">
          <p className="meta">{waitingWords(waiting.length)}</p>
        </SectionHead>
        {waiting.length > 0 ? <WaitingTable users={waiting} {...shared} /> : null}
      </section>
      <section aria-labelledby="people">
        <SectionHead id="people" title="People">
          <p className="meta">{others.length === 1 ? "1 account." : `${others.length} accounts.`} Standing and role are read anew at every call.</p>
        </SectionHead>
        <PeopleTable users={others} selfId={selfId} {...shared} />
      </section>
    </>
  );
};

function waitingWords(count: number): string {
  if (count === 0) return "Nobody waits. Who signs up next will stand here until you decide.";
  return `${count === 1 ? "1 person" : `${count} people`}. Until you decide they see a waiting page and nothing else.`;
}
