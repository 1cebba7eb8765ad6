// From bytes to text and what is known of it, before any transaction is opened.
import { sha256 } from "@/server/platform/hash";
import { detectLanguage } from "./adapters/detect-language";
import { extractInChild } from "./adapters/extract";
import type { ExtractLimits } from "./adapters/extract-process";
import { readFrontMatter } from "./core/front-matter";
import { blocksOf } from "./core/paragraphs";
import { readMetadata } from "./core/read-metadata";
import { readText } from "./core/read-text";
import { type SniffedFormat, sniff } from "./core/sniff";
import type { Extracted } from "./extract-child/outcome";
import { limits } from "./limits";
import type { ExtractedColumns } from "./store";

export type ReadResult = { readonly ok: true; readonly read: ExtractedColumns } | { readonly ok: false; readonly reason: string };

/** Reads a file; one that cannot be read is a value with one sentence. */
export async function readFile(bytes: Uint8Array, fileName: string, allowed: ExtractLimits, signal: AbortSignal): Promise<ReadResult> {
  const sniffed = sniff(bytes, fileName);
  if (!sniffed.ok) return sniffed;
  const { format } = sniffed;
  const isPlain = format === "txt" || format === "md";
  const extracted = isPlain ? readText(bytes) : await extractInChild(bytes, format, allowed, signal);
  if (!extracted.ok) return extracted;
  if (!/[\p{L}\p{N}]/u.test(extracted.text))
    return { ok: false, reason: "The file has no text to read. Check that it is the right file and add it again." };
  const front = isPlain ? readFrontMatter(extracted.text, limits.frontMatterUnits) : { values: extracted.stated, bodyStart: 0 };
  const layout = { from: front.bodyStart, headings: extracted.headings, guessHeadings: mayGuess(format, extracted) };
  const head = extracted.text.slice(0, front.bodyStart + limits.headUnits);
  const heading = blocksOf(head, layout).find((block) => block.kind === "heading");
  const body = head.slice(front.bodyStart);
  const read = readMetadata({
    fileName,
    body,
    stated: front.values,
    found: extracted.found,
    title: extracted.title,
    firstHeading: heading ? extracted.text.slice(heading.start, heading.end) : null,
  });
  const language = read.language ?? (await detectLanguage(body));
  return { ok: true, read: { ...read, language, layout, ...textOf(extracted), warnings: [...extracted.warnings, ...read.warnings] } };
}

/** Markup knows its headings; people who write in a word processor often only make them bold. */
function mayGuess(format: SniffedFormat, { headings }: Extracted): boolean {
  return ["txt", "md", "pdf"].includes(format) || ((format === "docx" || format === "rtf") && headings?.length === 0);
}

/** Some drivers drop a byte order mark at the start of a column, which would move every offset: a blank stands in for it. */
function textOf({ text: read, pageStarts }: Extracted) {
  const text = read.replace(/^\uFEFF/, " ");
  return { text, textHash: sha256(text), pages: pageStarts?.length ?? null, pageStarts };
}
