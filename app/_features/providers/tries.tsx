import { Mark } from "@/app/_ui/marks/mark";
import { durationWords, stopwatch } from "@/app/_ui/time/format-time";
import type { Try } from "@/server/research/editions/panel/schema";

type TriesProps = {
  tries: readonly Try[];
  startedAt: string;
  /** The last one was not followed by another. */
  gaveUp: boolean;
};

/** The tries that failed, with when, why, and how long was waited before the next. */
export const Tries = ({ tries, startedAt, gaveUp }: TriesProps) => (
  <ol className="feed" aria-label="Tries that failed">
    {tries.map((each, index) => {
      const last = gaveUp && index === tries.length - 1;
      return (
        <li key={each.attempt}>
          <span className="feed__at">{stopwatch(Date.parse(each.at) - Date.parse(startedAt))}</span>
          <Mark name={last ? "failed" : "retry"} />
          <span>
            <span className="dim">Try {each.attempt}.</span> {each.reason}
            {each.waitMs === null ? null : <span className="dim"> Waited {durationWords(each.waitMs)}.</span>}
          </span>
        </li>
      );
    })}
  </ol>
);
