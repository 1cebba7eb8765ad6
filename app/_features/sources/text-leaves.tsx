import Link from "next/link";

type TextLeavesProps = { base: string; current: number; count: number };

/** The way through a stored text that is too long for one page. */
export const TextLeaves = ({ base, current, count }: TextLeavesProps) =>
  count < 2 ? null : (
    <nav className="leaves" aria-label="Parts of the text">
      {current > 1 ? <Link href={`${base}?part=${current - 1}`}>Part before</Link> : <span className="dim">Part before</span>}
      <span className="num">
        Part {current} of {count}
      </span>
      {current < count ? <Link href={`${base}?part=${current + 1}`}>Next part</Link> : <span className="dim">Next part</span>}
    </nav>
  );
