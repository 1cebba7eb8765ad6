import type { ReactNode } from "react";
import { StateMark } from "../marks/state-mark";
import { DataList } from "./data-list";

type IdentityCardProps = {
  name: string;
  /** "Resolved by RxNorm"; null when the words are taken as typed. */
  resolvedBy: string | null;
  /** A sentence on what the run asks with. */
  lead?: ReactNode;
  items: readonly { term: string; value: ReactNode; wide?: boolean }[];
  /** Ways to another identity. */
  actions?: ReactNode;
};

/** What a subject was taken for, by whom, and its other names. */
export const IdentityCard = ({ name, resolvedBy, lead, items, actions }: IdentityCardProps) => (
  <section className="identity" aria-label={`Identity of ${name}`}>
    <div className="identity__head">
      <h2>{name}</h2>
      {resolvedBy === null ? <StateMark state="open">As typed</StateMark> : <StateMark state="agrees">{resolvedBy}</StateMark>}
    </div>
    {lead ? <p className="meta">{lead}</p> : null}
    {items.length > 0 ? <DataList items={items} /> : null}
    {actions ? <div className="row">{actions}</div> : null}
  </section>
);
