import type { Rung, RungResult, RungState } from "@/server/research/verification/schema";
import { type LadderRung, ladderRungs, ladderText, ladderWords, rungStateNames } from "../figures/ladder";
import { Timestamp } from "../time/timestamp";

type VerificationLadderProps = {
  results: readonly RungResult[];
  /** Words in place of the ladder's own: "paywall after 5". */
  words?: string;
};

/** Seven rungs, each drawn as it ended, with words beside them. */
export const VerificationLadder = ({ results, words }: VerificationLadderProps) => {
  const rungs = ladderRungs(results);
  return (
    <span className="ladder">
      <svg viewBox="0 0 54 12" role="img" aria-label={ladderText(rungs)}>
        {rungs.map((rung, index) => (
          <RungShape key={rung.rung} state={rung.state} x={index * 8} />
        ))}
      </svg>
      <span>{words ?? ladderWords(rungs)}</span>
    </span>
  );
};

const RungShape = ({ state, x }: { state: RungState; x: number }) => {
  if (state === "passed") return <path className="rung--passed" d={`M${x} 0h5.5v12H${x}z`} />;
  if (state === "failed") return <path className="rung--failed" d={`M${x + 0.6} .6h4.3v10.8h-4.3zM${x} 12l5.5-12`} />;
  if (state === "unknown") return <path className="rung--unknown" d={`M${x + 0.6} .6h4.3v10.8h-4.3z`} />;
  return <path className="rung--not_reached" d={`M${x} 11.4h5.5`} />;
};

/** What the four pictures of a rung mean. */
export const LadderKey = () => (
  <p className="keyrow">
    {(Object.keys(rungStateNames) as RungState[]).map((state) => (
      <span key={state}>
        <svg width="6" height="12" viewBox="0 0 6 12" aria-hidden="true">
          <RungShape state={state} x={0} />
        </svg>
        {rungStateNames[state]}
      </span>
    ))}
  </p>
);

type RungListProps = {
  results: readonly RungResult[];
  /** Only these; all seven otherwise. */
  only?: readonly Rung[];
  /** How and when each was climbed stands with it. */
  dated?: boolean;
};

/** The rungs one under the other with the reason of each, for the page of one source. */
export const RungList = ({ results, only, dated = false }: RungListProps) => (
  <ol className={dated ? "rungs rungs--dated" : "rungs"}>
    {ladderRungs(results)
      .filter(({ rung }) => only?.includes(rung) ?? true)
      .map((rung: LadderRung) => (
        <li key={rung.rung}>
          <svg viewBox="0 0 6 12" aria-hidden="true">
            <RungShape state={rung.state} x={0} />
          </svg>
          <span>
            {rung.name}: {rungStateNames[rung.state]}
            {rung.reason ? <span className="dim"> {rung.reason}</span> : null}
            {dated && rung.at ? (
              <span className="rungs__how">
                {rung.method}, <Timestamp at={rung.at} />
              </span>
            ) : null}
          </span>
        </li>
      ))}
  </ol>
);
