// Where the bytes of a PDF come from: stretches of it as they are asked for, so that of a long file only what is looked at is fetched. A server that
// gives out whole files is taken at its word.
import type { PDFDataRangeTransport } from "pdfjs-dist";

/** A page is mostly smaller, and a long file is not asked for in hundreds of pieces. */
export const stretchBytes = 256 * 1024;
/** Waits before a lost stretch is asked for again, in milliseconds. */
const pauses = [500, 2_000, 5_000];

export type PdfSource = { readonly data: Uint8Array } | { readonly range: PDFDataRangeTransport };
type Transport = new (length: number, initialData: Uint8Array) => PDFDataRangeTransport;
type Opening = {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Of what the viewer brings: its class for bytes that come from elsewhere. */
  readonly Transport: Transport;
  /** A stretch could not be had, however often it was asked for. */
  readonly onLost: () => void;
  readonly send?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
};

/** Fetches the head of the file, or all of it; rejects where it is gone or may not be read. */
export async function openSource(opening: Opening): Promise<PdfSource> {
  const { url, signal, Transport, send = (input, init) => fetch(input, init) } = opening;
  const response = await send(url, { headers: rangeOf(0, stretchBytes), signal });
  if (!response.ok) throw new Error(`The file cannot be read: ${response.status}.`);
  const size = Number(/\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? 0);
  const head = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 206 || size <= head.length) return { data: head };
  const range = new Transport(size, head);
  const closed = new AbortController();
  range.abort = () => closed.abort();
  const until = AbortSignal.any([signal, closed.signal]);
  range.requestDataRange = (begin, end) => void fill({ ...opening, signal: until }, range, begin, end);
  return { range };
}

async function fill(
  { url, signal, onLost, send = (input, init) => fetch(input, init), wait = pause }: Opening,
  range: PDFDataRangeTransport,
  begin: number,
  end: number,
) {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      const response = await send(url, { headers: rangeOf(begin, end), signal });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status !== 206 || bytes.length !== end - begin) throw new Error(`The server answered ${response.status}.`);
      range.onDataRange(begin, bytes);
      return;
    } catch {
      // Asked for again after a while; a page that waits for it shows nothing until then.
      const ms = pauses[tries];
      if (ms === undefined) return onLost();
      await wait(ms);
    }
  }
}

const rangeOf = (begin: number, end: number) => ({ range: `bytes=${begin}-${end - 1}` });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
