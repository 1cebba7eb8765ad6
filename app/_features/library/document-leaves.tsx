import Link from "next/link";

type DocumentLeavesProps = { documentId: string; current: number; count: number; at: "start" | "end" };

/** The way through a text that is too long for one page. */
export const DocumentLeaves = ({ documentId, current, count, at }: DocumentLeavesProps) =>
  count < 2 ? null : (
    <nav className="leaves" aria-label={at === "start" ? "Parts of the text" : "Parts of the text, at its end"}>
      {current > 1 ? (
        <Link href={`/library/${documentId}?view=text&part=${current - 1}`}>Part before</Link>
      ) : (
        <span className="dim">Part before</span>
      )}
      <span className="num">
        Part {current} of {count}
      </span>
      {current < count ? (
        <Link href={`/library/${documentId}?view=text&part=${current + 1}`}>Next part</Link>
      ) : (
        <span className="dim">Next part</span>
      )}
    </nav>
  );
