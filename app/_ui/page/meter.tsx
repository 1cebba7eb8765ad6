type MeterProps = {
  /** 0 to 1. */
  value: number;
  /** A dashed line at 0 to 1: the estimate, or the month with this run. */
  sign?: number;
  /** The whole in words: "43 percent of the cap spent; the estimate was 3.40 dollars". */
  label: string;
  /** Nearly used up: hatched in ochre. */
  warn?: boolean;
};

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/** How much of a limit is used. */
export const Meter = ({ value, sign, label, warn = false }: MeterProps) => (
  <svg className={warn ? "meter meter--warn" : "meter"} role="img" aria-label={label}>
    <rect className="meter__bed" x="0.5" y="2.5" width="100%" height="9" />
    {value > 0 ? <rect className="meter__fill" x="1" y="3" width={percent(value)} height="8" /> : null}
    {warn && value > 0 ? <line className="meter__hatch" x1="1" x2={percent(value)} y1="7" y2="7" /> : null}
    {sign === undefined ? null : <line className="meter__sign" x1={percent(sign)} x2={percent(sign)} y1="0" y2="14" />}
  </svg>
);
