import type { ReactNode } from "react";

type FiguresStripProps = {
  /** "Where the run stands". */
  label: string;
  /** Up to four Figure parts. */
  children: ReactNode;
  /** Four equal columns, two by two when narrow; otherwise the first two are wider, for meters. */
  even?: boolean;
};

/** Numbers that matter, set as a line of the page rather than as cards. */
export const FiguresStrip = ({ label, children, even = false }: FiguresStripProps) => (
  <section className={even ? "figures figures--even" : "figures"} aria-label={label}>
    {children}
  </section>
);

type FigureProps = {
  /** What the number is, a word or a StateMark. */
  label: ReactNode;
  value: ReactNode;
  /** What follows the number in small letters: "of the $5.00 cap". */
  unit?: ReactNode;
  /** A Meter or CellStrip. */
  children?: ReactNode;
  note?: ReactNode;
};

/** One number of the strip with its unit, its drawing and a note. */
export const Figure = ({ label, value, unit, children, note }: FigureProps) => (
  <div>
    <div className="label">{label}</div>
    <div className="figures__value">
      {value} {unit ? <small>{unit}</small> : null}
    </div>
    {children}
    {note ? <p className="note">{note}</p> : null}
  </div>
);
