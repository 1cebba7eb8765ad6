// What pages say about a document: its state, its size, its kind.
import type { State } from "@/app/_ui/marks/states";
import type { DocumentItem } from "@/server/library/documents/document-item";
import type { DocumentDetail } from "@/server/library/documents/get-document";

export type { DocumentDetail, DocumentItem };

export const documentStates: Record<DocumentItem["status"], { state: State; words: string }> = {
  queued: { state: "queued", words: "Waiting to be read" },
  processing: { state: "running", words: "Being read" },
  ready: { state: "done", words: "Ready" },
  failed: { state: "failed", words: "Not read" },
};

const formats: Readonly<Record<string, string>> = {
  "text/plain": "plain text",
  "text/markdown": "Markdown",
  "text/html": "web page",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "presentation",
  "application/epub+zip": "EPUB book",
  "application/rtf": "RTF",
};
const kinds: Readonly<Record<DocumentItem["kind"], string>> = {
  general: "",
  biblical: "biblical text, ",
  theological: "theology, ",
  label: "label, ",
  paper: "paper, ",
  report: "report, ",
};

/** To choose a kind from. */
export const kindOptions: readonly { value: DocumentItem["kind"]; label: string }[] = [
  { value: "general", label: "General" },
  { value: "biblical", label: "Biblical text" },
  { value: "theological", label: "Theology" },
  { value: "label", label: "Label" },
  { value: "paper", label: "Paper" },
  { value: "report", label: "Report" },
];

export const visibilityOptions: readonly { value: DocumentItem["visibility"]; label: string }[] = [
  { value: "private", label: "Only I" },
  { value: "workspace", label: "Everybody in this workspace" },
];

export const formatName = (mediaType: string): string => formats[mediaType] ?? mediaType;

/** "Label, PDF", or the format alone where nothing more is known. */
export const kindName = ({ kind, mediaType }: Pick<DocumentItem, "kind" | "mediaType">): string => {
  const words = `${kinds[kind]}${formatName(mediaType)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Bytes as "812 B", "14 kB" or "9.4 MB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0kB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
};

export const counted = (count: number, one: string): string => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

/** What went with a document: the same words before and after it is deleted. */
export const goesWith = (passages: number): string =>
  passages > 0 ? `its text, its ${counted(passages, "passage")} in the search, and the stored file` : "the stored file";

export const deletedWords = (passages: number): string => `Deleted, with ${goesWith(passages)}.`;

/** Where a stretch of a document opens. */
export const passageHref = (documentId: string, { start, end }: { start: number; end: number }): string =>
  `/library/${documentId}?start=${start}&end=${end}#passage`;
