// What a file is, told by its bytes. The name only separates Markdown from plain text and is checked against the bytes.

import { unmarkedWide } from "./decode-text";
import { describeCompound, sniffArchive, tablesElsewhere } from "./sniff-archive";

export type SniffedFormat = "txt" | "md" | "html" | "pdf" | "docx" | "pptx" | "epub" | "rtf";
export type Sniffed = { readonly ok: true; readonly format: SniffedFormat } | { readonly ok: false; readonly reason: string };

/** Signatures at the start of a file of kinds that are not read here. */
const foreign: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a PNG picture" },
  { bytes: [0xff, 0xd8, 0xff], what: "a JPEG picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a GIF picture" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: "a TIFF picture" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: "a TIFF picture" },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: "a sound, film or picture" },
  { bytes: [0x4d, 0x5a, 0x90], what: "a Windows program" },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: "a program" },
  { bytes: [0x1f, 0x8b], what: "a gzip archive" },
  { bytes: [0x42, 0x5a, 0x68], what: "a bzip2 archive" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7-Zip archive" },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: "a RAR archive" },
  { bytes: [0x25, 0x21, 0x50, 0x53], what: "a PostScript file" },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: "a film" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: "an SQLite database" },
];

const accepted = "PDF, Word (.docx), PowerPoint (.pptx), EPUB, RTF, HTML, Markdown and plain text can be read";
const tableNames = ["csv", "tsv", "tab", "xlsx", "xls", "xlsb", "ods", "parquet", "json", "jsonl", "ndjson"];
const namesOf: Record<SniffedFormat, readonly string[]> = {
  txt: ["txt", "text", "md", "markdown", ""],
  md: ["md", "markdown"],
  html: ["html", "htm", "xhtml"],
  pdf: ["pdf"],
  docx: ["docx", "docm", "dotx", "dotm"],
  pptx: ["pptx", "pptm", "ppsx", "potx"],
  epub: ["epub"],
  rtf: ["rtf"],
};
const described: Record<SniffedFormat, string> = {
  txt: "plain text",
  md: "Markdown",
  html: "a web page",
  pdf: "a PDF",
  docx: "a Word document",
  pptx: "a PowerPoint presentation",
  epub: "an EPUB book",
  rtf: "an RTF document",
};

export function extensionOf(fileName: string): string {
  const match = /\.([A-Za-z0-9]{1,10})$/.exec(fileName);
  return match?.[1]?.toLowerCase() ?? "";
}

/** The format of the bytes, or one sentence that says why they are refused. */
export function sniff(bytes: Uint8Array, fileName: string): Sniffed {
  if (bytes.length === 0) return refuse("The file is empty. Check that it was saved or downloaded completely.");
  const named = extensionOf(fileName);
  if (looksLikePdf(bytes)) return agree("pdf", named);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const archive = sniffArchive(bytes);
    return archive.ok ? agree(archive.format, named) : archive;
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse(describeCompound(bytes));
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return agree("rtf", named);
  const other = foreign.find((kind) => kind.bytes.every((byte, i) => bytes[(kind.at ?? 0) + i] === byte));
  if (other) return refuse(`This is ${other.what}, which cannot be read here: ${accepted}. Save it as one of these and add it again.`);
  if (isBinary(bytes)) return refuse(`This is a binary file of an unknown kind: ${accepted}. Save it as one of these and add it again.`);
  const promised = byBytes.find((format) => namesOf[format].includes(named));
  if (promised) return refuse(`The file is named .${named} but is not ${described[promised]}. Download it again, or add it under its right name.`);
  if (tableNames.includes(named))
    return refuse(`This is a table or data (.${named}). ${tablesElsewhere}: rename it to .txt if it is to be read as text.`);
  if (looksLikeHtml(bytes)) return named === "md" || named === "markdown" ? { ok: true, format: "md" } : agree("html", named);
  if (namesOf.html.includes(named)) return { ok: true, format: "html" };
  if (namesOf.md.includes(named)) return { ok: true, format: "md" };
  if (namesOf.txt.includes(named)) return { ok: true, format: "txt" };
  return refuse(`A file with the ending .${named} is not read here: ${accepted}. Rename it to .txt if it is plain text.`);
}

/** Formats whose bytes say what they are: a name alone does not make one. */
const byBytes: readonly SniffedFormat[] = ["pdf", "docx", "pptx", "epub", "rtf"];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function agree(format: SniffedFormat, named: string): Sniffed {
  if (named === "" || namesOf[format].includes(named)) return { ok: true, format };
  return refuse(`The file is named .${named} but is ${described[format]}. Rename it to .${namesOf[format][0]} and add it again.`);
}

function refuse(reason: string): Sniffed {
  return { ok: false, reason };
}

/** The header may stand a little behind the start: readers accept it within the first 1,024 bytes. */
function looksLikePdf(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 1024));
  const at = head.indexOf("%PDF-");
  return at === 0 || (at > 0 && /^[\s\0\ufeff\u00ef\u00bb\u00bf]*$/.test(head.slice(0, at))) || (at > 0 && !/^\s*</.test(head) && isBinary(bytes));
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 4096)).replaceAll("\0", "");
  return /^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head);
}

/** Control characters that no text has. UTF-16 has zero bytes and is text. */
function isBinary(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked || unmarkedWide(bytes) !== null) return false;
  const head = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  return odd > head.length / 200;
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
