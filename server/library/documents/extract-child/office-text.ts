// The running text of a Word or PowerPoint part: paragraphs, and tables as rows. Deleted and hidden text is counted, never mixed in.
import type { Flow } from "./flow.ts";
import type { Attributes } from "./xml.ts";
import { readXml } from "./xml.ts";

export type Paragraph = {
  readonly text: string;
  readonly style: string | null;
  readonly outline: number | null;
  readonly isItem: boolean;
};
/** Characters that stand in the file and not in the text. */
export type Withheld = { deleted: number; hidden: number };

export type OfficeReading = {
  readonly flow: Flow;
  readonly withheld: Withheld;
  readonly isHeading: (paragraph: Paragraph) => boolean;
  readonly isHidden?: (style: string) => boolean;
  /** Whether what is read now stands where nobody sees it. */
  readonly isOutside?: () => boolean;
  /** Whether what is written in white stands on white. */
  readonly isWhitePaper?: boolean;
  /** What a note's number stands for at its place. */
  readonly noteMark?: (kind: "footnote" | "endnote", id: string) => string;
  /** Told of elements that mean something to one format only; true leaves the element out with everything in it. */
  readonly open?: (name: string, attributes: Attributes) => boolean;
  readonly close?: (name: string) => void;
};

type OpenParagraph = { text: string; style: string | null; outline: number | null; isItem: boolean; isShaded: boolean };
/** White hides only where nothing dark lies behind. */
type OpenRun = { hidden: boolean; white: boolean; shaded: boolean };
type OpenRow = { cells: string[]; cell: string };

/** Letters of one point are not there to be read. */
const tinyHalfPoints = 2;
const tinyHundredths = 100;
const isTiny = ({ sz }: Attributes) => sz !== undefined && Number(sz) > 0 && Number(sz) <= tinyHundredths;

const isOn = ({ val }: Attributes) => val === undefined || !/^(?:0|false|off)$/i.test(val);

export function readOfficeText(part: Uint8Array, reading: OfficeReading): void {
  const { flow, withheld } = reading;
  const paragraphs: OpenParagraph[] = [];
  const rows: OpenRow[] = [];
  const path: string[] = [];
  /** Hidden runs nest where a text box stands in a run. */
  const runs: OpenRun[] = [];
  let properties = 0;
  let deleted = 0;
  let leftOutAt = 0;
  let inText = false;

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    const hidden =
      reading.isOutside?.() === true || runs.some(isUnseen) || (paragraph.style !== null && reading.isHidden?.(paragraph.style) === true);
    if (deleted > 0) withheld.deleted += text.length;
    else if (hidden) withheld.hidden += text.trim().length;
    else paragraph.text += text;
  };
  const isUnseen = ({ hidden, white, shaded }: OpenRun): boolean => {
    if (hidden || !white) return hidden;
    // Tables and boxes have colours of their own, which a style may give.
    const onPaper = rows.length === 0 && !path.includes("txbxContent");
    return onPaper && !shaded && paragraphs.at(-1)?.isShaded !== true && reading.isWhitePaper === true;
  };
  const emit = (paragraph: OpenParagraph) => {
    const cell = rows.at(-1);
    if (cell) cell.cell += cell.cell === "" || paragraph.text.trim() === "" ? paragraph.text : ` ${paragraph.text}`;
    else if (reading.isHeading(paragraph)) flow.heading(paragraph.text);
    else if (paragraph.isItem) flow.line(paragraph.text.trim() === "" ? "" : `- ${paragraph.text}`);
    else flow.paragraph(paragraph.text);
  };
  const endRow = () => {
    const row = rows.pop();
    if (!row) return;
    const text = row.cells.map((cell) => cell.replace(/\s+/g, " ").trim()).join(" | ");
    const around = rows.at(-1);
    if (around) around.cell += ` ${text};`;
    else flow.line(text);
  };
  const property = (name: string, attributes: Attributes) => {
    const paragraph = paragraphs.at(-1);
    const run = path.at(-2) === "r" && path.at(-1) === "rPr" ? runs.at(-1) : undefined;
    if (run && name === "vanish" && isOn(attributes)) run.hidden = true;
    else if (run && name === "rStyle" && reading.isHidden?.(attributes.val ?? "")) run.hidden = true;
    else if (run && name === "sz" && Number(attributes.val) > 0 && Number(attributes.val) <= tinyHalfPoints) run.hidden = true;
    else if (run && name === "color" && /^(?:f[b-f]){3}$/i.test(attributes.val ?? "")) run.white = true;
    else if (run && (name === "shd" || name === "highlight")) run.shaded = true;
    else if (name === "shd" && paragraph && path.at(-1) === "pPr" && path.at(-2) === "p") paragraph.isShaded = true;
    else if (!paragraph || path.at(-1) !== "pPr" || path.at(-2) !== "p") return;
    else if (name === "pStyle") paragraph.style = attributes.val ?? null;
    else if (name === "outlineLvl") paragraph.outline = Number(attributes.val);
    else if (name === "numPr") paragraph.isItem = true;
  };

  readXml(part, {
    open(name, attributes) {
      if (leftOutAt === 0 && (name === "Fallback" || reading.open?.(name, attributes) === true)) leftOutAt = path.length + 1;
      if (leftOutAt === 0) {
        const run = runs.at(-1);
        // A slide states the size of its letters on the properties themselves.
        if (run && name === "rPr" && path.at(-1) === "r" && isTiny(attributes)) run.hidden = true;
        if (properties > 0) property(name, attributes);
        else if (name === "p") paragraphs.push({ text: "", style: null, outline: null, isItem: false, isShaded: false });
        else if (name === "r" || name === "fld") runs.push({ hidden: false, white: false, shaded: false });
        else if (name === "del" || name === "moveFrom") deleted += 1;
        else if (name === "t" || name === "delText") inText = true;
        else if (name === "tab" || name === "ptab") add(" ");
        else if (name === "br" || name === "cr") add("\n");
        else if (name === "noBreakHyphen") add("\u2011");
        else if (name === "tr") rows.push({ cells: [], cell: "" });
        else if (name === "footnoteReference" || name === "endnoteReference")
          add(reading.noteMark?.(name === "footnoteReference" ? "footnote" : "endnote", attributes.id ?? "") ?? "");
        if (name.endsWith("Pr")) properties += 1;
      }
      path.push(name);
    },
    text(text) {
      if (inText && leftOutAt === 0) add(text);
    },
    close(name) {
      path.pop();
      if (leftOutAt > 0) {
        if (path.length < leftOutAt) leftOutAt = 0;
        return;
      }
      if (name.endsWith("Pr")) properties -= 1;
      else if (properties > 0) return;
      else if (name === "p") {
        const paragraph = paragraphs.pop();
        if (paragraph) emit(paragraph);
      } else if (name === "r" || name === "fld") runs.pop();
      else if (name === "del" || name === "moveFrom") deleted -= 1;
      else if (name === "t" || name === "delText") inText = false;
      else if (name === "tc") {
        const row = rows.at(-1);
        if (row) rows[rows.length - 1] = { cells: [...row.cells, row.cell], cell: "" };
      } else if (name === "tr") endRow();
      reading.close?.(name);
    },
  });
}
