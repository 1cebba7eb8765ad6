import Link from "next/link";
import { inSentenceCase } from "@/app/_ui/reading/sentence-case";
import type { Block } from "./document-blocks";
import { offsetHref, type Place, pageAt } from "./document-place";

type DocumentContentsProps = { documentId: string; text: string; pageStarts: readonly number[] | null; place: Place };

const most = 80;

/** The headings of a text, or nothing where it has none. */
export const DocumentContents = ({ documentId, text, pageStarts, place }: DocumentContentsProps) => {
  const headings = place.leaves.flatMap((leaf) => leaf.blocks.filter(isHeading));
  if (headings.length < 2) return <div />;
  return (
    <nav className="thumbs" aria-label="Contents of the document">
      <ol>
        {headings.slice(0, most).map(({ start, end }) => {
          const page = pageStarts ? pageAt(pageStarts, start) : null;
          return (
            <li key={start}>
              <Link href={offsetHref(documentId, place, start, page)}>
                <span>{inSentenceCase(text.slice(start, end))}</span>
                {page === null ? null : <span className="dim num">{page}</span>}
              </Link>
            </li>
          );
        })}
      </ol>
      {headings.length > most ? (
        <p className="note">
          The first {most} of {headings.length} headings.
        </p>
      ) : null}
    </nav>
  );
};

const isHeading = (block: Block): boolean => block.kind === "heading";
