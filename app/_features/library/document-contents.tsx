import Link from "next/link";
import type { Block, Leaf } from "./document-blocks";
import { inSentenceCase } from "./document-words";

type DocumentContentsProps = { documentId: string; text: string; leaves: readonly Leaf[]; current: number };

const most = 80;

/** The headings of a text, or nothing where it has none. */
export const DocumentContents = ({ documentId, text, leaves, current }: DocumentContentsProps) => {
  const headings = leaves.flatMap((leaf) => leaf.blocks.filter(isHeading).map((block) => ({ leaf: leaf.number, block })));
  if (headings.length < 2) return <div />;
  return (
    <nav className="thumbs" aria-label="Contents of the document">
      <ol>
        {headings.slice(0, most).map(({ leaf, block }) => (
          <li key={block.start}>
            <Link href={leaf === current ? `#at-${block.start}` : `/library/${documentId}?part=${leaf}#at-${block.start}`}>
              {inSentenceCase(text.slice(block.start, block.end))}
            </Link>
          </li>
        ))}
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
