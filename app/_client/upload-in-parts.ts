// A large file to the library, part by part: what has arrived stays there for a day, so that a lost connection or a page loaded again loses nothing.
import { readAnswer, type UploadResult } from "./upload-answer";

/** Smaller files go at once. */
export const partsFrom = 8 * 1024 * 1024;
const partBytes = 2 * 1024 * 1024;
/** Waits before a part is tried again, in milliseconds. */
const pauses = [1_000, 3_000, 9_000];

type Send = typeof fetch;
type Sent = { readonly offset: number } | { readonly result: UploadResult };

/** Null where the browser cannot name the file by its hash (pages without https); then it goes at once. */
export async function hashOf(file: Blob): Promise<string | null> {
  // Missing on pages without https, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends what of the file has not arrived yet; `onProgress` gets the share, 0 to 1. Rejects only when something is broken here. */
export async function uploadInParts(
  file: File,
  hash: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  send: Send = (input, init) => fetch(input, init),
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<UploadResult> {
  const address = `/api/library/uploads/${hash}`;
  let offset = 0;
  for (let tries = 0; ; ) {
    try {
      offset = await arrived(address, send, signal);
      while (offset < file.size) {
        onProgress(offset / file.size);
        const sent = await sendPart(address, file, offset, send, signal);
        if ("result" in sent) return sent.result;
        if (sent.offset <= offset) throw new Error("The server took no part of the file.");
        offset = sent.offset;
        tries = 0;
      }
      throw new Error("The server has all parts and did not say so.");
    } catch (error) {
      if (signal.aborted) return { outcome: "given_up" };
      const pause = pauses[tries];
      tries += 1;
      if (pause !== undefined) await wait(pause);
      else return { outcome: "broken", reason: brokenWords(offset, file.size, error) };
    }
  }
}

async function arrived(address: string, send: Send, signal: AbortSignal): Promise<number> {
  const response = await send(address, { method: "HEAD", signal });
  return response.ok ? offsetIn(response) : 0;
}

async function sendPart(address: string, file: File, offset: number, send: Send, signal: AbortSignal): Promise<Sent> {
  const response = await send(address, {
    method: "PATCH",
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name),
      "upload-offset": String(offset),
      "upload-length": String(file.size),
    },
    body: file.slice(offset, offset + partBytes),
    signal,
  });
  if (response.status === 204 || response.status === 409) return { offset: offsetIn(response) };
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
  return { result: readAnswer(response.status, await response.text()) };
}

function offsetIn(response: Response): number {
  return Number(response.headers.get("upload-offset") ?? 0);
}

function brokenWords(offset: number, size: number, error: unknown): string {
  const share = Math.round((offset / size) * 100);
  const why = error instanceof Error && error.message.startsWith("The server") ? error.message : "The connection broke.";
  return `${why} ${share} of 100 have arrived and are kept for a day: send it again, and it goes on from there.`;
}
