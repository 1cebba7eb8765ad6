const grid = [0, 25, 50, 75, 100];
const witnesses = [
  { name: "A", value: "6.2\u00a0h", at: 31, spread: null },
  { name: "B", value: "6.5\u00a0h", at: 32.5, spread: null },
  { name: "C", value: "4.0 to 8.7\u00a0h", at: 31.75, spread: [20, 43.5] },
  { name: "D", value: "17.6\u00a0h, whole blood", at: 88, spread: null },
] as const;

/** What Variorum is, beside the way in: a sentence, and a variant plot small enough to be read at a glance. */
export const GateArt = () => (
  <section className="gate__art" aria-label="About Variorum">
    <p className="wordmark">
      Variorum<span aria-hidden="true">]</span>
    </p>
    <div className="gate__lead">
      <p className="gate__title">See where your sources agree.</p>
      <p className="read">
        A variorum is the edition that prints a text together with what every witness says, and where the witnesses differ. This one does it for
        research questions.
      </p>
    </div>
    <figure className="specimen">
      <figcaption>
        <b>about 6.2&nbsp;h</b> <span className="dim">]</span> three witnesses agree; a fourth measured something else
      </figcaption>
      <div className="plot plot--compact">
        {witnesses.map((witness) => (
          <div className="plot__row" key={witness.name}>
            <div className="plot__who">
              <span className="siglum">{witness.name}</span>
            </div>
            <svg className="plot__lane h-8" aria-hidden="true">
              {grid.map((x) => (
                <line className="plot__grid" key={x} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
              ))}
              <Drawn {...witness} />
            </svg>
            <div className="plot__value">{witness.value}</div>
          </div>
        ))}
      </div>
      <p className="note">Elimination half-life of metformin, hours, 0 to 20. Sample.</p>
    </figure>
  </section>
);

/** A dot, a capped bar for an interval, or a square for what was measured in something else. */
const Drawn = ({ name, at, spread }: (typeof witnesses)[number]) => {
  if (spread) {
    const [low, high] = spread;
    return (
      <g>
        <line className="plot__bar is-agrees" x1={`${low}%`} x2={`${high}%`} y1="16" y2="16" />
        <line className="plot__bar is-agrees" x1={`${low}%`} x2={`${low}%`} y1="11" y2="21" />
        <line className="plot__bar is-agrees" x1={`${high}%`} x2={`${high}%`} y1="11" y2="21" />
      </g>
    );
  }
  if (name === "D") {
    return (
      <svg x={`${at}%`} y="16" overflow="visible" aria-hidden="true">
        <rect className="plot__point" x="-5" y="-5" width="10" height="10" />
      </svg>
    );
  }
  return <circle className="plot__point is-agrees" cx={`${at}%`} cy="16" r="5.5" />;
};
