// One page of a PDF on its canvas, with its words over it as text that can be chosen, searched and marked.
import type { PDFPageProxy } from "pdfjs-dist";
import { placesOnPage } from "./reader-match";
import type { Viewer } from "./reader-open";

/** A stretch of the stored text, as the page holds it: `pageText.slice(start, end)`. */
export type CitedOnPage = { readonly page: number; readonly pageText: string; readonly start: number; readonly end: number };

type Parts = { readonly frame: HTMLElement; readonly canvas: HTMLCanvasElement; readonly words: HTMLElement };
type Drawing = { readonly viewer: Viewer; readonly page: PDFPageProxy; readonly parts: Parts; readonly signal: AbortSignal };

/** More pixels than this for one page cost memory and cannot be seen. */
const mostPixels = 12_000_000;

/** Draws the page as wide as its frame is. Rejects when the page is damaged or the signal aborts. */
export async function drawPage({ viewer, page, parts, signal }: Drawing): Promise<void> {
  const { frame, canvas, words } = parts;
  const base = page.getViewport({ scale: 1 });
  frame.style.setProperty("--page-ratio", String(base.width / base.height));
  const scale = frame.clientWidth / base.width;
  const density = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / (base.width * base.height)) / scale);
  const viewport = page.getViewport({ scale: scale * density });
  // Drawn beside and put in place when it is whole: a page that is drawn anew does not go blank.
  const drawn = document.createElement("canvas");
  drawn.width = Math.max(1, Math.floor(viewport.width));
  drawn.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas: drawn, viewport });
  signal.addEventListener("abort", () => task.cancel(), { once: true });
  const [content] = await Promise.all([page.getTextContent(), task.promise]);
  signal.throwIfAborted();
  frame.style.setProperty("--total-scale-factor", String(scale));
  words.replaceChildren();
  const layer = new viewer.TextLayer({ textContentSource: content, container: words, viewport: page.getViewport({ scale }) });
  signal.addEventListener("abort", () => layer.cancel(), { once: true });
  await layer.render();
  signal.throwIfAborted();
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext("2d")?.drawImage(drawn, 0, 0);
  drawn.width = 0;
}

/** Gives back what a page out of sight holds. */
export function clearPage({ canvas, words }: Parts): void {
  canvas.width = 0;
  canvas.height = 0;
  words.replaceChildren();
}

/** Puts the cited words of a drawn page under ink; false when the page does not hold them. */
export function markCited(words: HTMLElement, cited: CitedOnPage, isFirst: boolean): boolean {
  const pieces = [...words.querySelectorAll<HTMLElement>('span[role="presentation"]')];
  const places = placesOnPage(
    pieces.map((piece) => piece.textContent),
    cited,
  );
  for (const [index, { piece, start, end }] of (places ?? []).entries()) {
    const element = pieces[piece];
    if (!element) continue;
    const text = element.textContent;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    if (isFirst && index === 0) {
      mark.id = "passage";
      mark.tabIndex = -1;
    }
    element.replaceChildren(text.slice(0, start), mark, text.slice(end));
  }
  return places !== null;
}
