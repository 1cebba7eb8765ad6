export type ScoreMove = { key: string; number: number; name: string; before: number | null; after: number | null; signals: string };

/** Scores before and after: hollow then, solid now, a line between; the signals that moved at the right. */
export const ScoreMoves = ({ moves }: { moves: readonly ScoreMove[] }) => {
  const low = lowest(moves);
  const at = (score: number) => `${Math.round(((score - low) / (top - low)) * 1000) / 10}%`;
  const ticks = Array.from({ length: (top - low) / 10 + 1 }, (_, index) => low + index * 10);
  return (
    <figure className="plot moves" aria-label="Confidence before and after, of 100">
      {moves.map(({ key, number, name, before, after, signals }) => (
        <div key={key} className="plot__row">
          <div className="plot__who">
            <span className="meta">{number}</span>
            <span>{name}</span>
          </div>
          <svg className="plot__lane" role="img" aria-label={`${name}: ${before ?? "none"} to ${after ?? "none"}`}>
            {ticks.map((tick) => (
              <line key={tick} className="plot__grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
            ))}
            {before !== null && after !== null ? <line className="moves__line" x1={at(before)} x2={at(after)} y1="50%" y2="50%" /> : null}
            {before === null ? null : <circle className="moves__then" cx={at(before)} cy="50%" r="4.5" />}
            {after === null ? null : <circle className="moves__now" cx={at(after)} cy="50%" r="4.5" />}
          </svg>
          <div className="plot__value">
            {before ?? "none"} to <b>{after ?? "none"}</b>
            <small>{signals}</small>
          </div>
        </div>
      ))}
      <div className="plot__row plot__axis">
        <div className="plot__who">
          <span />
          <span>Confidence, of 100</span>
        </div>
        <svg className="plot__lane" aria-hidden="true">
          <line className="plot__base" x1="0" x2="100%" y1=".5" y2=".5" />
          {ticks.map((tick) => (
            <text key={tick} x={at(tick)} y="15" textAnchor={tick === low ? "start" : tick === top ? "end" : "middle"}>
              {tick}
            </text>
          ))}
        </svg>
        <div className="plot__value" />
      </div>
    </figure>
  );
};

const top = 100;

/** Dots need not begin at zero: the axis begins a step under the lowest score. */
function lowest(moves: readonly ScoreMove[]): number {
  const scores = moves.flatMap(({ before, after }) => [before ?? top, after ?? top]);
  return Math.max(0, Math.floor(Math.min(...scores) / 10) * 10 - 10);
}
