// One file to the library, with how much of it has left this machine: fetch does not tell that.
import { readAnswer, type UploadResult } from "./upload-answer";
import { hashOf, partsFrom, uploadInParts } from "./upload-in-parts";

/** Sends the file, a large one part by part; `onProgress` gets the share sent, 0 to 1. Never rejects. */
export async function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadResult> {
  if (file.size < partsFrom) return uploadWhole(file, onProgress, signal);
  try {
    const hash = await hashOf(file);
    return hash === null ? await uploadWhole(file, onProgress, signal) : await uploadInParts(file, hash, onProgress, signal);
  } catch (error) {
    // A file that was moved or changed after it was chosen cannot be read any more.
    const why = error instanceof Error ? error.message : "no reason was told";
    return { outcome: "broken", reason: `The file cannot be read here: ${why}. Choose it again.` };
  }
}

function uploadWhole(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/library/upload");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0));
    request.addEventListener("load", () => resolve(readAnswer(request.status, request.responseText)));
    request.addEventListener("error", () =>
      resolve({ outcome: "broken", reason: "The file did not arrive. Nothing was kept; check the connection and send it again." }),
    );
    request.addEventListener("abort", () => resolve({ outcome: "given_up" }));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
