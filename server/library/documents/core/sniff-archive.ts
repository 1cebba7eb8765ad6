// Which kind of document a ZIP archive or a compound file is, by the parts it is made of.
import { readZipDirectory } from "./zip-directory";

export type SniffedArchive = { readonly ok: true; readonly format: "docx" | "pptx" | "epub" } | { readonly ok: false; readonly reason: string };

const readable = "PDF, Word (.docx), PowerPoint (.pptx), EPUB, RTF, HTML, Markdown and plain text can be read";
/** Shared with the search for tables, so that both say the same. */
export const tablesElsewhere = "Datasets are for tables; the library reads running text";

const spreadsheet = `This is a spreadsheet. ${tablesElsewhere}: save what is to be read as PDF and add that.`;

const kinds: readonly { readonly part: RegExp; readonly format?: "docx" | "pptx" | "epub"; readonly reason?: string }[] = [
  { part: /^word\/document\d*\.xml$/, format: "docx" },
  { part: /^ppt\/presentation\.xml$/, format: "pptx" },
  { part: /^META-INF\/container\.xml$/, format: "epub" },
  {
    part: /^xl\/workbook\.(?:xml|bin)$|^xl\/worksheets\//,
    reason: spreadsheet,
  },
  { part: /^word\//, reason: "The Word document is damaged: its text is missing. Open it in Word, save it anew and add it again." },
  { part: /^content\.xml$/, reason: "This is an OpenDocument file, which cannot be read here. Save it as .docx or PDF and add it again." },
  { part: /^AndroidManifest\.xml$|\.class$/, reason: "This is a program, not a document." },
];

export function sniffArchive(bytes: Uint8Array): SniffedArchive {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const names = [...directory.entries.keys()];
  // OpenDocument files begin with their media type, stored as it is.
  if (Buffer.from(bytes.subarray(0, 200)).includes("opendocument.spreadsheet")) return { ok: false, reason: spreadsheet };
  if (names.length === 0) return { ok: false, reason: "The file is an empty archive. Check that it was saved completely." };
  const known = kinds.find(({ part }) => names.some((name) => part.test(name)));
  if (known?.format) return { ok: true, format: known.format };
  return { ok: false, reason: known?.reason ?? `This is a ZIP archive, which is not opened here: ${readable}. Unpack it and add its files.` };
}

/** Compound files (old Office, or newer Office under a password) keep the names of their parts as UTF-16 in directory sectors. */
export function describeCompound(bytes: Uint8Array): string {
  const has = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return "The document is encrypted. Remove its password in the program that made it, save it and add it again.";
  if (has("WordDocument")) return "This is an old Word document (.doc), which cannot be read here. Open it, save it as .docx or PDF and add that.";
  if (has("PowerPoint Document"))
    return "This is an old PowerPoint file (.ppt), which cannot be read here. Open it, save it as .pptx or PDF and add that.";
  if (has("Workbook") || has("Book")) return `This is an old spreadsheet (.xls). ${tablesElsewhere}: save what is to be read as PDF and add that.`;
  return "This is an old Office document or a damaged one, which cannot be read here. Open it, save it as .docx or PDF and add that.";
}
