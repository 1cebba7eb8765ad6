import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

type PageHeadProps = {
  crumbs?: readonly Crumb[];
  /** Serif, the one h1 of the page. */
  title: ReactNode;
  /** small: rooms that are operated rather than read. */
  size?: "normal" | "small";
  /** Term and value pairs in one line: Pack, Cost, Ended. */
  facts?: readonly { term: string; value: ReactNode }[];
  /** A sentence under the title. */
  lead?: ReactNode;
  /** Buttons at the right, the one `go` last. */
  actions?: ReactNode;
};

/** Breadcrumbs, title, a line of facts and the actions of the page. */
export const PageHead = ({ crumbs, title, size = "normal", facts = [], lead, actions }: PageHeadProps) => (
  <>
    {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
    <header className={size === "small" ? "head head--small" : "head"}>
      <div>
        <h1>{title}</h1>
        {facts.length > 0 ? (
          <dl className="facts">
            {facts.map((fact) => (
              <div key={fact.term}>
                <dt>{fact.term}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {lead ? <p className="meta head__lead">{lead}</p> : null}
      </div>
      {actions ? <div className="head__acts">{actions}</div> : null}
    </header>
  </>
);
