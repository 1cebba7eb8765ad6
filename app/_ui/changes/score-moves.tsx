export type ScoreMove = { key: string; number: number; name: string; before: number | null; after: number | null; signals: string };

/** Scores before and after: hollow then, solid now, a line between; the signals that moved at the right. */
export const ScoreMoves = ({ moves }: { moves: readonly ScoreMove[] }) => (
  <figure className="plot moves" aria-label="Confidence before and after, of 100">
    {moves.map(({ key, number, name, before, after, signals }) => (
      <div key={key} className="plot__row">
        <div className="plot__who">
          <span className="meta">{number}</span>
          <span>{name}</span>
        </div>
        <svg className="plot__lane" role="img" aria-label={`${name}: ${before ?? "none"} to ${after ?? "none"}`}>
          {ticks.map((tick) => (
            <line key={tick} className="plot__grid" x1={`${tick}%`} x2={`${tick}%`} y1="0" y2="100%" />
          ))}
          {before !== null && after !== null ? <line className="moves__line" x1={`${before}%`} x2={`${after}%`} y1="50%" y2="50%" /> : null}
          {before === null ? null : <circle className="moves__then" cx={`${before}%`} cy="50%" r="4.5" />}
          {after === null ? null : <circle className="moves__now" cx={`${after}%`} cy="50%" r="4.5" />}
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
          <text key={tick} x={`${tick}%`} y="15" textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}>
            {tick}
          </text>
        ))}
      </svg>
      <div className="plot__value" />
    </div>
  </figure>
);

const ticks = [0, 20, 40, 60, 80, 100];
