import Link from "next/link";

export type RunPoint = {
  key: string;
  /** "20 Aug 2026". */
  date: string;
  /** "first edition", "nothing changed", "5 fields". */
  words: string;
  /** hollow: nothing changed; solid: something did; A and B are compared. */
  shape: "hollow" | "solid" | "A" | "B";
  /** Compares with this one. */
  href?: string;
};

/** The editions of one subject in a line, oldest first: squares A and B are compared. */
export const RunLine = ({ label, points }: { label: string; points: readonly RunPoint[] }) => (
  <nav aria-label={label}>
    <ol className="runs">
      {points.map(({ key, date, words, shape, href }) => (
        <li key={key} className={`runs__point runs__point--${shape === "A" || shape === "B" ? "chosen" : shape}`}>
          <span className="runs__mark" aria-hidden="true">
            {shape === "A" || shape === "B" ? shape : null}
          </span>
          {href ? <Link href={href}>{date}</Link> : <b>{date}</b>}
          <span className="note">
            {shape === "A" ? "compared from, " : shape === "B" ? "compared to, " : ""}
            {words}
          </span>
        </li>
      ))}
    </ol>
  </nav>
);
