import type { ReactNode } from "react";
import { Mark } from "../marks/mark";
import type { MarkName } from "../marks/mark-shapes";

type NoticeProps = {
  /** rubric: things that should be the same are not; ochre: open or nearly used up; verdigris: verified; ink: everything else, failures too. */
  tone?: "ink" | "rubric" | "ochre" | "verdigris";
  mark?: MarkName;
  /** What happened, in bold. */
  title: ReactNode;
  /** What was kept and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Spoken at once, for what answers an action of the reader. */
  alert?: boolean;
};

const marks = { ink: "event", rubric: "differs", ochre: "open", verdigris: "agree" } as const;

/** A statement of the page about itself, in a box that stays. */
export const Notice = ({ tone = "ink", mark, title, children, actions, alert = false }: NoticeProps) => (
  <div className={tone === "ink" ? "notice" : `notice notice--${tone}`} role={alert ? "alert" : undefined}>
    <Mark name={mark ?? marks[tone]} />
    <div>
      <b>{title}</b> {children}
    </div>
    {actions ? <div className="notice__acts row">{actions}</div> : null}
  </div>
);
