// A PDF opened in the browser. The worker that takes it apart is a file of this server with a policy of its own; nothing in the file is run, no form is
// filled, and what it says about other addresses is not followed.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { openSource, stretchBytes } from "@/app/_client/pdf-source";

export type OpenPdf = {
  readonly document: PDFDocumentProxy /** Width by height of the first page. */;
  readonly ratio: number;
  readonly viewer: Viewer;
};
export type Viewer = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** A file that takes longer is not worth waiting for: its text is there. */
const longestOpenMs = 20_000;
const longestEndMs = 2_000;
/** Pictures with more pixels are left blank. */
const mostPixels = 64_000_000;

/** Opens the file of a document; rejects where it is damaged, encrypted, gone or too slow. After `signal` aborts nothing of it is left. */
export async function openPdf(documentId: string, signal: AbortSignal): Promise<OpenPdf> {
  const viewer = await import("pdfjs-dist/legacy/build/pdf.mjs");
  signal.throwIfAborted();
  const files = `${window.location.origin}/api/library/reader/${viewer.version}`;
  const thread = new Worker(`${files}/worker/pdf.worker.min.mjs`, { type: "module" });
  const worker = viewer.PDFWorker.create({ port: thread, verbosity: viewer.VerbosityLevel.ERRORS });
  const lost = new AbortController();
  const url = `/api/library/file/${encodeURIComponent(documentId)}`;
  const opening = openSource({ url, signal, Transport: viewer.PDFDataRangeTransport, onLost: () => lost.abort() });
  const source = await inTime(opening, thread, signal).catch((error: unknown) => {
    thread.terminate();
    throw error;
  });
  const task = viewer.getDocument({
    ...source,
    worker,
    disableStream: true,
    disableAutoFetch: true,
    rangeChunkSize: stretchBytes,
    cMapUrl: `${files}/cmaps/`,
    cMapPacked: true,
    // The same letters on every machine: those a file leaves out come from here, not from what is installed.
    useSystemFonts: false,
    standardFontDataUrl: `${files}/fonts/`,
    iccUrl: `${files}/profiles/`,
    wasmUrl: `${files}/decoders/`,
    useWasm: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: viewer.VerbosityLevel.ERRORS,
  });
  signal.addEventListener("abort", () => end(task, thread), { once: true });
  // Without a part of the file what needs it would wait for ever.
  lost.signal.addEventListener("abort", () => end(task, thread), { once: true });
  const document = await inTime(task.promise, thread, signal);
  const first = await inTime(document.getPage(1), thread, signal);
  const { width, height } = first.getViewport({ scale: 1 });
  return { document, ratio: width / height, viewer };
}

/** Fonts and pages are given back in good order; a thread that does not answer any more is ended all the same. */
function end(task: { destroy: () => Promise<void> }, thread: Worker): void {
  const timer = setTimeout(() => thread.terminate(), longestEndMs);
  const stop = () => {
    clearTimeout(timer);
    thread.terminate();
  };
  task.destroy().then(stop, stop);
}

function inTime<T>(work: Promise<T>, thread: Worker, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Opening took too long.")), longestOpenMs);
    thread.addEventListener("error", () => reject(new Error("The thread that reads the file ended.")), { once: true });
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
