import { Fragment } from "react";
import { quoteParts } from "@/app/_ui/reading/quote-parts";
import type { Block } from "./document-blocks";

type DocumentTextProps = {
  text: string;
  blocks: readonly Block[];
  /** The stretch that a citation names. */
  range: { start: number; end: number } | null;
  language: string | null;
};

/** The text as it is stored, set for reading; the cited stretch is under ink. */
export const DocumentText = ({ text, blocks, range, language }: DocumentTextProps) => {
  const first = blocks.find((block) => overlaps(block, range));
  return (
    <div className="sheet" lang={language ?? undefined}>
      {blocks.map((block) => (
        <Fragment key={block.start}>
          {block.page !== undefined ? (
            <p className="sheet__page" lang="en">
              Page {block.page}
            </p>
          ) : null}
          <SetBlock block={block} text={text} range={range} isFirst={block === first} />
        </Fragment>
      ))}
    </div>
  );
};

const SetBlock = ({ block, text, range, isFirst }: { block: Block; text: string; range: DocumentTextProps["range"]; isFirst: boolean }) => {
  const own = text.slice(block.start, block.end);
  const marks = range && overlaps(block, range) ? [{ start: Math.max(0, range.start - block.start), end: range.end - block.start }] : [];
  const parts = quoteParts(own, marks);
  const anchored = parts.find((part) => part.marked);
  const words = parts.map((part) =>
    part.marked ? (
      <mark key={part.start} id={isFirst && part === anchored ? "passage" : undefined} tabIndex={isFirst && part === anchored ? -1 : undefined}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
  if (block.kind === "heading") return <h2 id={`at-${block.start}`}>{words}</h2>;
  if (block.kind === "front") return <p className="sheet__front">{words}</p>;
  return <p className={block.kind === "lines" ? "sheet__lines" : undefined}>{words}</p>;
};

function overlaps(block: Block, range: DocumentTextProps["range"]): boolean {
  return range !== null && block.start < range.end && range.start < block.end;
}
