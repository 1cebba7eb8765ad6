// Text of a PDF page by page. A page's text is its lines; pages are parted by a form feed.
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { limits } from "../limits.ts";
import { hiddenText } from "./hidden-text.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { pageList } from "./page-list.ts";
import { type Drawing, withoutHidden } from "./pdf-hidden.ts";
import { type Line, linesOf, type TextItem, writePage } from "./pdf-lines.ts";
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
  const told: Told = { broken: [], layers: [], hidden: 0 };
  const seen = await makeSight(bytes);
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const { items, hidden, isLayer } = await seen(
        page,
        content.items.filter((item) => "str" in item),
      );
      pages.push(linesOf(items));
      told.hidden += hidden;
      if (isLayer) told.layers.push(number);
      page.cleanup();
    } catch {
      // A damaged page is counted and told; the others are still worth having.
      told.broken.push(number);
      pages.push([]);
    }
  }
  return assemble(pages, title, told);
}

/** What was left out on the way, to be told. */
type Told = { readonly broken: number[]; readonly layers: number[]; hidden: number };
type Page = Awaited<ReturnType<Opened["document"]["getPage"]>>;
type Seen = { readonly items: readonly TextItem[]; readonly hidden: number; readonly isLayer: boolean };

/** Longer drawings are maps and plots: looking through them takes more time than their hidden text is worth. */
const longestDrawing = 200_000;

/** A book of drawings is to be read all the same. */
const mostMs = 4_000;

/** Takes from a page's words those that it does not show. */
async function makeSight(bytes: Uint8Array): Promise<(page: Page, items: readonly TextItem[]) => Promise<Seen>> {
  const { OPS } = await getResolvedPDFJS();
  let spentMs = 0;
  let strict: Promise<Opened["document"]> | null = null;
  return async (page, items) => {
    if (spentMs > mostMs) return { items, hidden: 0, isLayer: false };
    const started = performance.now();
    const drawing: Drawing = await page.getOperatorList();
    spentMs += performance.now() - started;
    if (drawing.fnArray.length > longestDrawing) return { items, hidden: 0, isLayer: false };
    return withoutHidden(items, drawing, OPS, async () => {
      // Pictures are not unpacked; a reader that stops where one would be gives a shorter drawing.
      strict ??= getDocumentProxy(bytes.slice(), { ...reading, stopAtErrors: true });
      const stopped = await (await (await strict).getPage(page.pageNumber)).getOperatorList();
      return stopped.fnArray.length < drawing.fnArray.length;
    });
  };
}

const reading = { verbosity: 0, isEvalSupported: false, disableFontFace: true, enableXfa: false, maxImageSize: 1 } as const;

type Opened = { readonly document: Awaited<ReturnType<typeof getDocumentProxy>>; readonly title: string | null };

async function open(bytes: Uint8Array): Promise<Opened | ExtractOutcome> {
  try {
    const document = await getDocumentProxy(bytes.slice(), reading);
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

function assemble(read: readonly Line[][], title: string | null, { broken, layers, hidden }: Told): ExtractOutcome {
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
  if (hidden > 0) warnings.push(hiddenText("PDF", hidden));
  if (layers.length > 0)
    warnings.push(
      `The words of ${layers.length} of ${pages.length} pages lie invisible over a picture (${pageList(layers)}), as text recognition leaves them: they may hold errors.`,
    );
  return { ok: true, text, pageStarts, headings, title, stated: {}, found: {}, warnings };
}

/** The type size, in points rounded to halves, that most characters have. */
function commonSize(pages: readonly Line[][]): number {
  const weight = new Map<number, number>();
  for (const line of pages.flat()) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
