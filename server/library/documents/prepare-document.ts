// From bytes to everything that is stored of a document, before any transaction is opened.
import { sha256 } from "@/server/platform/hash";
import { chunk, type Passage } from "../passages/core/chunk";
import { type PassageTerms, termsOf } from "../search/core/index-terms";
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
import type { Processed } from "./store";

export type Prepared = {
  readonly processed: Omit<Processed, "readyAt">;
  readonly passages: readonly Passage[];
  readonly terms: readonly PassageTerms[];
};
export type PrepareResult = { readonly ok: true; readonly prepared: Prepared } | { readonly ok: false; readonly reason: string };

const passagesAtATime = 100;

/** Reads, cuts and counts a file; a file that cannot be read is a value with one sentence. */
export async function prepareDocument(bytes: Uint8Array, fileName: string, allowed: ExtractLimits, signal: AbortSignal): Promise<PrepareResult> {
  const sniffed = sniff(bytes, fileName);
  if (!sniffed.ok) return sniffed;
  const { format } = sniffed;
  const extracted = format === "txt" || format === "md" ? readText(bytes) : await extractInChild(bytes, format, allowed, signal);
  if (!extracted.ok) return extracted;
  const front =
    format === "txt" || format === "md" ? readFrontMatter(extracted.text, limits.frontMatterUnits) : { values: extracted.stated, bodyStart: 0 };
  const blocks = blocksOf(extracted.text, {
    from: front.bodyStart,
    headings: extracted.headings,
    guessHeadings: mayGuess(format, extracted),
  });
  await breathe();
  const passages = chunk(extracted.text, blocks, extracted.pageStarts);
  if (passages.length === 0) return { ok: false, reason: "The file has no text to read. Check that it is the right file and add it again." };
  const body = extracted.text.slice(front.bodyStart);
  const heading = blocks.find((block) => block.kind === "heading");
  const read = readMetadata({
    fileName,
    body,
    stated: front.values,
    found: extracted.found,
    title: extracted.title,
    firstHeading: heading ? extracted.text.slice(heading.start, heading.end) : null,
  });
  const language = read.language ?? (await detectLanguage(body));
  const terms = await countTerms(extracted.text, passages, read.title, language);
  const processed = { ...read, language, ...textOf(extracted), warnings: [...extracted.warnings, ...read.warnings], passageCount: passages.length };
  return { ok: true, prepared: { processed, passages, terms } };
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

/** Term counts of stored passages, as they were when the passages were indexed. */
export async function countTerms(text: string, passages: readonly Passage[], title: string, language: string | null): Promise<PassageTerms[]> {
  const terms: PassageTerms[] = [];
  for (let at = 0; at < passages.length; at += passagesAtATime) {
    const part = passages.slice(at, at + passagesAtATime).map(({ start, end, heading }) => ({ text: text.slice(start, end), heading }));
    terms.push(...termsOf(part, title, language));
    await breathe();
  }
  return terms;
}

/** A long document must not keep everybody else waiting. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
