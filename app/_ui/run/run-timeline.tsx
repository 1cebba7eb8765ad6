import type { ReactNode } from "react";
import { type Timeline, type TimelineBar, type TimelineInput, type TimelineRow, timelineOf } from "../figures/timeline";
import { Mark } from "../marks/mark";
import { markShapes } from "../marks/mark-shapes";

type RunTimelineProps = TimelineInput & {
  /** "Run timeline of metformin". */
  label: string;
  /** Wraps a category's name, such as a button that opens its answers. */
  nameOf?: (row: TimelineRow) => ReactNode;
};

/** Steps of every category as bars on one axis of time; waits, repetitions and ends are visible, lapis is now. */
export const RunTimeline = ({ label, nameOf, ...input }: RunTimelineProps) => {
  const timeline = timelineOf(input);
  return (
    <figure className="timeline" aria-label={label}>
      <ol>
        {timeline.rows.map((row) => (
          <li key={row.key} className={rowClass(row, input.opened)}>
            <span className="timeline__name">
              {row.number === null ? null : <span className="num">{row.number}</span>}
              {nameOf ? nameOf(row) : row.name}
            </span>
            <Lane row={row} timeline={timeline} />
          </li>
        ))}
      </ol>
      <div className="timeline__axis" aria-hidden="true">
        <span className="timeline__unit">min:s</span>
        <svg className="lane lane--axis" aria-hidden="true">
          {timeline.ticks.map((tick, index) => (
            <text key={tick.at} className="lane__tick" x={`${tick.at}%`} y="16" textAnchor={index === 0 ? "start" : "middle"}>
              {tick.label}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
};

const rowClass = (row: TimelineRow, opened: TimelineInput["opened"]): string => {
  if (row.kind === "answer") return "timeline__row timeline__row--sub";
  return opened?.has(row.key) ? "timeline__row timeline__row--open" : "timeline__row";
};

const Lane = ({ row, timeline }: { row: TimelineRow; timeline: Timeline }) => (
  <svg className="lane" role="img" aria-label={row.text}>
    {timeline.ticks.map((tick) => (
      <line key={tick.at} className="lane__grid" x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="100%" />
    ))}
    {row.bars.map((bar) => (
      <Bar key={`${bar.kind} ${bar.from}`} bar={bar} />
    ))}
    {row.mark ? (
      <svg x={`${row.mark.at}%`} overflow="visible" aria-hidden="true">
        <circle className="lane__disc" cx="10" cy="11" r="7" />
        <svg
          className={row.mark.name === "blocked" ? "lane__mark in-ochre" : "lane__mark"}
          x="-6"
          y="5"
          width="12"
          height="12"
          viewBox="0 0 14 14"
          aria-hidden="true"
        >
          {markShapes[row.mark.name]}
        </svg>
      </svg>
    ) : null}
    {row.note ? <Note {...row.note} /> : null}
    {timeline.now === null ? null : <line className="lane__now" x1={`${timeline.now}%`} x2={`${timeline.now}%`} y1="-1" y2="100%" />}
  </svg>
);

const Bar = ({ bar }: { bar: TimelineBar }) => {
  const live = bar.live ? " lane__live" : "";
  const ends = { x1: `${bar.from}%`, x2: `${bar.to}%` };
  if (bar.kind === "wait") return <line className="lane__wait" {...ends} y1="11" y2="11" />;
  return (
    <>
      <rect className={`lane__${bar.kind}${live}`} x={`${bar.from}%`} width={`${Math.round((bar.to - bar.from) * 100) / 100}%`} y="5" height="12" />
      {bar.kind === "verify" ? <line className={`lane__stripes${live}`} {...ends} y1="11" y2="11" /> : null}
    </>
  );
};

const Note = ({ at, side, words }: NonNullable<TimelineRow["note"]>) => (
  <text className="lane__note" x={`${at}%`} dx={side === "before" ? -6 : 20} y="15" textAnchor={side === "before" ? "end" : "start"}>
    {words}
  </text>
);

/** What the bars mean; stands beside the heading. */
export const TimelineKey = () => (
  <p className="keyrow">
    <span>
      <KeySwatch kind="ask" />
      ask
    </span>
    <span>
      <KeySwatch kind="verify" />
      verify
    </span>
    <span>
      <KeySwatch kind="write" />
      write
    </span>
    <span>
      <KeySwatch kind="wait" />
      wait
    </span>
    <span>
      <Mark name="retry" />
      asked again
    </span>
  </p>
);

const KeySwatch = ({ kind }: { kind: TimelineBar["kind"] }) => (
  <svg className="swatch lane" viewBox="0 0 22 22" preserveAspectRatio="none" aria-hidden="true">
    {kind === "wait" ? <path className="lane__wait" d="M0 11h22" /> : <path className={`lane__${kind}`} d="M.5 5h21v12H.5z" />}
    {kind === "verify" ? <path className="lane__stripes" d="M0 11h22" /> : null}
  </svg>
);
