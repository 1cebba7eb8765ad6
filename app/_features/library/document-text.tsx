import { Fragment, type ReactNode } from "react";
import { quoteParts } from "@/app/_ui/reading/quote-parts";
import type { Block } from "./document-blocks";
import { type Cell, tableRows } from "./document-table";
import { type Linked, linkedParts, type ReferenceLink } from "./reference-parts";

type Range = { readonly start: number; readonly end: number };
type DocumentTextProps = {
  text: string;
  blocks: readonly Block[];
  /** The stretch that a citation names. */
  range: Range | null;
  language: string | null;
  /** References in the order of the text, with where they lead. */
  references?: readonly ReferenceLink[];
};

/** The text as it is stored, set for reading; the cited stretch is under ink. */
export const DocumentText = ({ text, blocks, range, language, references = [] }: DocumentTextProps) => {
  const set: Setting = { text, marked: range && { range, first: firstMarked(text, blocks, range) }, references };
  return (
    <div className="sheet" lang={language ?? undefined}>
      {blocks.map((block) => (
        <Fragment key={block.start}>
          {block.page !== undefined ? (
            <p className="sheet__page" lang="en" id={`page-${block.page}`}>
              Page {block.page}
            </p>
          ) : null}
          {setBlock(block, set)}
        </Fragment>
      ))}
    </div>
  );
};

type Marked = { readonly range: Range /** Where the first marked word stands: the address leads there. */; readonly first: number } | null;
type Setting = { readonly text: string; readonly marked: Marked; readonly references: readonly ReferenceLink[] };

function setBlock(block: Block, set: Setting): ReactNode {
  if (block.kind === "table") return <TextTable rows={tableRows(set.text, block)} set={set} />;
  const words = setWords(block, set);
  if (block.kind === "heading")
    return (
      <h2 id={`at-${block.start}`} dir="auto">
        {words}
      </h2>
    );
  if (block.kind === "front") return <p className="sheet__front">{words}</p>;
  return (
    <p className={block.kind === "lines" ? "sheet__lines" : undefined} dir="auto">
      {words}
    </p>
  );
}

const TextTable = ({ rows, set }: { rows: readonly (readonly Cell[])[]; set: Setting }) => {
  const [head = [], ...body] = rows;
  return (
    <table className="sheet__table">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell.start} scope="col">
              {setWords(cell, set)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row) => (
          <tr key={row[0]?.start ?? 0}>
            {row.map((cell) => (
              <td key={cell.start}>{setWords(cell, set)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function setWords(range: Range, set: Setting): ReactNode {
  const parts = linkedParts(range, set.references);
  return parts.map((part) => (part.link ? <TextLink key={part.start} part={part} link={part.link} set={set} /> : setMarks(part, set)));
}

/** A public page is left to open as any link does; it is told nothing of where the reader came from. */
const TextLink = ({ part, link, set }: { part: Linked; link: ReferenceLink; set: Setting }) =>
  link.href.startsWith("/") ? (
    <a href={link.href} title={link.title}>
      {setMarks(part, set)}
    </a>
  ) : (
    <a href={link.href} title={link.title} rel="noopener noreferrer">
      {setMarks(part, set)}
    </a>
  );

function setMarks({ start, end }: Range, { text, marked }: Setting): ReactNode {
  const own = text.slice(start, end);
  if (!marked || !overlaps({ start, end }, marked.range)) return own;
  const mark = { start: Math.max(0, marked.range.start - start), end: marked.range.end - start };
  return quoteParts(own, [mark]).map((part) => {
    if (!part.marked) return part.text;
    const isFirst = start + part.start === marked.first;
    return (
      <mark key={start + part.start} id={isFirst ? "passage" : undefined} tabIndex={isFirst ? -1 : undefined}>
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
