import type { ReactNode } from "react";
import { Mark, type Tone } from "../marks/mark";
import type { MarkName } from "../marks/mark-shapes";

type EventFeedProps = {
  /** The id of its heading. */
  labelledBy: string;
  /** FeedEvent parts, newest first. */
  children: ReactNode;
};

/** What happened, newest first, as a polite live region that can be scrolled by keyboard. */
export const EventFeed = ({ labelledBy, children }: EventFeedProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must take focus to be scrolled by keyboard
  <div className="feed-frame" role="log" aria-live="polite" aria-labelledby={labelledBy} tabIndex={0}>
    <ol className="feed">{children}</ol>
  </div>
);

type FeedEventProps = {
  /** On the stopwatch of the run: "3:18". */
  at: string;
  mark?: MarkName;
  tone?: Tone;
  /** Whom it concerns, in bold. */
  subject?: ReactNode;
  children: ReactNode;
  /** Tinted once when it arrives. */
  fresh?: boolean;
};

/** One line of the feed. */
export const FeedEvent = ({ at, mark = "event", tone, subject, children, fresh = false }: FeedEventProps) => (
  <li className={fresh ? "feed__fresh" : undefined}>
    <span className="feed__at">{at}</span>
    <Mark name={mark} tone={tone} />
    <span>
      {subject ? <b>{subject} </b> : null}
      {children}
    </span>
  </li>
);
