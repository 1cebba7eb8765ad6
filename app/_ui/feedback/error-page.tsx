import type { ReactNode } from "react";
import { StateMark } from "../marks/state-mark";

type ErrorPageProps = {
  /** "There is no such edition"; the h1 of the page. */
  title: ReactNode;
  /** A failure has the ink tag above its title; not found and not allowed have none. */
  failed?: ReactNode;
  /** What happened, what was kept, what to do. */
  children: ReactNode;
  actions?: ReactNode;
  /** The number to quote: "Request 01JD3M7Q4XK2, 14:05 UTC." */
  reference?: ReactNode;
};

/** Not found, not allowed, waiting, broke: the whole page in one voice. */
export const ErrorPage = ({ title, failed, children, actions, reference }: ErrorPageProps) => (
  <section className="said">
    {failed ? (
      <p className="mb-3">
        <StateMark state="failed">{failed}</StateMark>
      </p>
    ) : null}
    <h1>{title}</h1>
    <div className="said__lead">{children}</div>
    {actions ? <div className="row">{actions}</div> : null}
    {reference ? <p className="note">{reference}</p> : null}
  </section>
);
