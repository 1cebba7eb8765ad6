import { Fragment, type ReactNode } from "react";
import { quoteParts } from "@/app/_ui/reading/quote-parts";
import type { Block } from "./document-blocks";
import { type Cell, tableRows } from "./document-table";

type Range = { readonly start: number; readonly end: number };
type DocumentTextProps = {
  text: string;
  blocks: readonly Block[];
  /** The stretch that a citation names. */
  range: Range | null;
  language: string | null;
};

/** The text as it is stored, set for reading; the cited stretch is under ink. */
export const DocumentText = ({ text, blocks, range, language }: DocumentTextProps) => {
  const marked = range && { range, first: firstMarked(text, blocks, range) };
  return (
    <div className="sheet" lang={language ?? undefined}>
      {blocks.map((block) => (
        <Fragment key={block.start}>
          {block.page !== undefined ? (
            <p className="sheet__page" lang="en" id={`page-${block.page}`}>
              Page {block.page}
            </p>
          ) : null}
          {setBlock(text, block, marked)}
        </Fragment>
      ))}
    </div>
  );
};

type Marked = { readonly range: Range /** Where the first marked word stands: the address leads there. */; readonly first: number } | null;

function setBlock(text: string, block: Block, marked: Marked): ReactNode {
  if (block.kind === "table") return <TextTable rows={tableRows(text, block)} text={text} marked={marked} />;
  const words = setWords(text, block, marked);
  if (block.kind === "heading") return <h2 id={`at-${block.start}`}>{words}</h2>;
  if (block.kind === "front") return <p className="sheet__front">{words}</p>;
  return <p className={block.kind === "lines" ? "sheet__lines" : undefined}>{words}</p>;
}

const TextTable = ({ rows, text, marked }: { rows: readonly (readonly Cell[])[]; text: string; marked: Marked }) => {
  const [head = [], ...body] = rows;
  return (
    <table className="sheet__table">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell.start} scope="col">
              {setWords(text, cell, marked)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row) => (
          <tr key={row[0]?.start ?? 0}>
            {row.map((cell) => (
              <td key={cell.start}>{setWords(text, cell, marked)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function setWords(text: string, { start, end }: Range, marked: Marked): ReactNode {
  const own = text.slice(start, end);
  if (!marked || !overlaps({ start, end }, marked.range)) return own;
  const mark = { start: Math.max(0, marked.range.start - start), end: marked.range.end - start };
  return quoteParts(own, [mark]).map((part) => {
    if (!part.marked) return part.text;
    const isFirst = start + part.start === marked.first;
    return (
      <mark key={part.start} id={isFirst ? "passage" : undefined} tabIndex={isFirst ? -1 : undefined}>
        {part.text}
      </mark>
    );
  });
}

function firstMarked(text: string, blocks: readonly Block[], range: Range): number {
  const block = blocks.find((each) => overlaps(each, range));
  if (!block) return -1;
  const places: readonly Range[] = block.kind === "table" ? tableRows(text, block).flat() : [block];
  return Math.max(places.find((place) => overlaps(place, range))?.start ?? -1, range.start);
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
