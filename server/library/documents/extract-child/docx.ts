// Text of a Word document. Pages do not exist in the file; headings do. Notes stand at the end under their numbers.
import { limits } from "../limits.ts";
import { makeFlow } from "./flow.ts";
import { deletedText, hiddenText } from "./hidden-text.ts";
import { coreProperties, mainPart, type Related, relationshipsOf } from "./office-package.ts";
import { type OfficeReading, readOfficeText, type Withheld } from "./office-text.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { readXml } from "./xml.ts";
import { type Archive, openArchive } from "./zip.ts";

type Styles = { readonly headings: ReadonlySet<string>; readonly hidden: ReadonlySet<string> };

export function extractDocx(bytes: Uint8Array): ExtractOutcome {
  const archive = openArchive(bytes);
  const main = mainPart(archive, "word/document.xml");
  const related = relationshipsOf(archive, main);
  const partOf = (type: string) => {
    const part = related.find((one) => one.type === type)?.part;
    return part === undefined ? null : archive.part(part);
  };
  const styles = readStyles(partOf("styles"));
  const flow = makeFlow();
  const withheld: Withheld = { deleted: 0, hidden: 0 };
  const marks = new Map<string, string>();
  let comments = 0;
  const reading: OfficeReading = {
    flow,
    withheld,
    isHeading: ({ style, outline, text }) =>
      text.trim().length <= 300 && ((outline !== null && outline < 9) || (style !== null && styles.headings.has(style))),
    isHidden: (style) => styles.hidden.has(style),
    noteMark(kind, id) {
      const known = marks.get(`${kind} ${id}`) ?? `[${marks.size + 1}]`;
      marks.set(`${kind} ${id}`, known);
      return known;
    },
    open(name) {
      if (name === "commentReference") comments += 1;
      return false;
    },
  };
  readOfficeText(partBytes(archive, main), { ...reading, isWhitePaper: !hasBackground(archive, main) });
  const notes = [...readNotes(partOf("footnotes"), "footnote", reading), ...readNotes(partOf("endnotes"), "endnote", reading)];
  const used = notes.filter(({ key }) => marks.has(key));
  const margins = readMargins(archive, related, reading);
  if (used.length > 0) flow.heading("Notes");
  for (const { key, text } of used) flow.paragraph(`${marks.get(key)} ${text}`);
  if (margins.length > 0) flow.heading("Headers and footers");
  for (const text of margins) flow.paragraph(text);
  const { text, headings } = flow.end();
  if (text.length > limits.textUnits)
    return refusal(`The document holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
  if (!/[\p{L}\p{N}]/u.test(text)) return refusal("The document has no text to read: it is empty or holds only pictures.");
  const { title, found } = coreProperties(archive);
  return { ok: true, text, pageStarts: null, headings, title, stated: {}, found, warnings: warningsOf(withheld, comments) };
}

/** What stands at the top and the foot of pages, each text once: sections repeat it. */
function readMargins(archive: Archive, related: readonly Related[], reading: OfficeReading): string[] {
  const texts = new Set<string>();
  for (const { type, part } of related) {
    const bytes = type === "header" || type === "footer" ? archive.part(part) : null;
    if (!bytes) continue;
    const collect = (text: string) => {
      const line = text.replace(/\s+/g, " ").trim();
      // Beside fields, which are not written out, only a page's number has no letter.
      if (/\p{L}{2}/u.test(line) && !/^(?:page|seite|p\.?)(?: of| von| \/)?$/i.test(line.replace(/\d+/g, "").replace(/\s+/g, " ").trim()))
        texts.add(line);
    };
    readOfficeText(bytes, { ...reading, flow: { ...reading.flow, paragraph: collect, line: collect, heading: collect }, isHeading: () => false });
  }
  return [...texts];
}

/** A page colour, which the file states before its text. */
function hasBackground(archive: Archive, main: string): boolean {
  const head = new TextDecoder().decode(partBytes(archive, main).subarray(0, 8_192));
  return /<w:background\b[^>]*\bw:color="(?!ffffff|auto)/i.test(head);
}

function partBytes(archive: Archive, name: string): Uint8Array {
  return archive.part(name) ?? new Uint8Array();
}

function warningsOf({ deleted, hidden }: Withheld, comments: number): string[] {
  const said: string[] = [];
  if (hidden > 0) said.push(hiddenText("document", hidden));
  if (deleted > 0) said.push(deletedText(deleted));
  if (comments > 0)
    said.push(`${comments === 1 ? "One comment in the margin was" : `${comments} comments in the margin were`} left out of the text.`);
  return said;
}

/** Styles that make headings or hide what they are set on, with those based on them. */
function readStyles(part: Uint8Array | null): Styles {
  const headings = new Set<string>();
  const hidden = new Set<string>();
  const basedOn = new Map<string, string>();
  let id = "";
  let inRun = false;
  if (part) {
    readXml(part, {
      open(name, { styleId, val }) {
        if (name === "style") id = styleId ?? "";
        else if (name === "basedOn") basedOn.set(id, val ?? "");
        else if (name === "rPr") inRun = true;
        else if (name === "vanish" && inRun && !/^(?:0|false|off)$/i.test(val ?? "1")) hidden.add(id);
        else if (name === "name" && /^(?:heading \d|title|subtitle)$/i.test(val ?? "")) headings.add(id);
        else if (name === "outlineLvl" && Number(val) < 9) headings.add(id);
      },
      close(name) {
        if (name === "rPr") inRun = false;
      },
    });
  }
  const inherits = (set: ReadonlySet<string>) => (style: string) => {
    const seen = new Set<string>();
    for (let at: string | undefined = style; at !== undefined && !seen.has(at); at = basedOn.get(at)) {
      if (set.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  const all = [...new Set([...basedOn.keys(), ...headings, ...hidden])];
  return { headings: new Set(all.filter(inherits(headings))), hidden: new Set(all.filter(inherits(hidden))) };
}

/** Each note as one paragraph; what is hidden in notes counts with the rest. */
function readNotes(part: Uint8Array | null, kind: "footnote" | "endnote", reading: OfficeReading): { key: string; text: string }[] {
  const notes: { key: string; text: string }[] = [];
  if (!part) return notes;
  let key = "";
  const collect = (text: string) => {
    const note = notes.at(-1);
    if (note?.key === key) notes[notes.length - 1] = { key, text: `${note.text} ${text}` };
    else notes.push({ key, text: text.trim() });
  };
  readOfficeText(part, {
    flow: { ...reading.flow, paragraph: collect, line: collect, heading: collect },
    withheld: reading.withheld,
    isHeading: () => false,
    isHidden: reading.isHidden,
    open(name, { id, type }) {
      if (name !== kind) return false;
      key = `${kind} ${id ?? ""}`;
      // Separators are lines, not notes.
      return type !== undefined && type !== "normal";
    },
  });
  return notes;
}
