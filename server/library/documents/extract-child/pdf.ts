// Text of a PDF page by page. A page's text is its lines; pages are parted by a form feed.
import { getDocumentProxy } from "unpdf";
import { limits } from "../limits.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { pageList } from "./page-list.ts";
import { type Line, linesOf, writePage } from "./pdf-lines.ts";
import { refusal } from "./refusal.ts";
import { dropRunningLines } from "./running-lines.ts";

export async function extractPdf(bytes: Uint8Array): Promise<ExtractOutcome> {
  const opened = await open(bytes);
  if ("ok" in opened) return opened;
  const { document, title } = opened;
  if (document.numPages > limits.pages) {
    return refusal(`The PDF has ${document.numPages} pages; at most ${limits.pages} are read. Split it and add the parts.`);
  }
  const pages: Line[][] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(linesOf(content.items.filter((item) => "str" in item)));
      page.cleanup();
    } catch {
      // A damaged page is counted and told; the others are still worth having.
      broken.push(number);
      pages.push([]);
    }
  }
  return assemble(pages, title, broken);
}

type Opened = { readonly document: Awaited<ReturnType<typeof getDocumentProxy>>; readonly title: string | null };

async function open(bytes: Uint8Array): Promise<Opened | ExtractOutcome> {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, disableFontFace: true, enableXfa: false });
    return { document, title: await titleOf(document) };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      return refusal("The PDF is encrypted. Remove its password, for example by printing it to a new PDF, and add it again.");
    return refusal("The PDF is damaged and cannot be opened. Download it again, or open it in a reader and save it anew.");
  }
}

async function titleOf(document: Opened["document"]): Promise<string | null> {
  try {
    const { info } = await document.getMetadata();
    const title: unknown = Reflect.get(info, "Title");
    return typeof title === "string" ? title : null;
  } catch {
    // Broken properties say nothing about the text.
    return null;
  }
}

function assemble(read: readonly Line[][], title: string | null, broken: readonly number[]): ExtractOutcome {
  const pages = dropRunningLines(read);
  const pageStarts: number[] = [];
  const headings: number[] = [];
  const bodySize = commonSize(pages);
  let text = "";
  const pictures: number[] = [];
  let letters = 0;
  for (const [index, lines] of pages.entries()) {
    if (index > 0) text += "\f";
    pageStarts.push(text.length);
    const page = writePage(lines, bodySize);
    headings.push(...page.headings.map((at) => at + text.length));
    text += page.text;
    const pageLetters = page.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    letters += pageLetters;
    if (pageLetters < limits.sparsePage && !broken.includes(index + 1)) pictures.push(index + 1);
    if (text.length > limits.textUnits) {
      return refusal(`The PDF holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
    }
  }
  if (broken.length === pages.length)
    return refusal("No page of the PDF can be read: it is damaged. Download it again, or save it anew from a reader.");
  if (letters < pages.length * limits.fewestLettersPerPage) {
    return refusal(
      "The PDF has no text: its pages are empty or pictures. A scan needs OCR: run it through a text recognition program and add the result.",
    );
  }
  const warnings: string[] = [];
  if (broken.length > 0) warnings.push(`${broken.length} of ${pages.length} pages are damaged and were left out (${pageList(broken)}).`);
  if (pictures.length > 0)
    warnings.push(
      `${pictures.length} of ${pages.length} pages have almost no text (${pageList(pictures)}). If they are scans they need OCR; what they show cannot be searched.`,
    );
  return { ok: true, text, pageStarts, headings, title, stated: {}, found: {}, warnings };
}

/** The type size, in points rounded to halves, that most characters have. */
function commonSize(pages: readonly Line[][]): number {
  const weight = new Map<number, number>();
  for (const line of pages.flat()) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
