// One file to the library, with how much of it has left this machine: fetch does not tell that.
import { z } from "zod";

export type UploadResult =
  | { readonly outcome: "added" | "known"; readonly documentId: string }
  /** The server said no, in one sentence; sending the same again would not help. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** It did not get there. */
  | { readonly outcome: "broken"; readonly reason: string }
  | { readonly outcome: "given_up" };

const addedSchema = z.object({ documentId: z.string(), isNew: z.boolean() });
const refusedSchema = z.object({ error: z.object({ message: z.string() }) });

/** Sends the file; `onProgress` gets the share sent, 0 to 1. Never rejects. */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/library/upload");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0));
    request.addEventListener("load", () => resolve(answerOf(request.status, request.responseText)));
    request.addEventListener("error", () =>
      resolve({ outcome: "broken", reason: "The file did not arrive. Nothing was kept; check the connection and send it again." }),
    );
    request.addEventListener("abort", () => resolve({ outcome: "given_up" }));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function answerOf(status: number, body: string): UploadResult {
  const json = parsed(body);
  const added = addedSchema.safeParse(json);
  if (added.success) return { outcome: added.data.isNew ? "added" : "known", documentId: added.data.documentId };
  const said = refusedSchema.safeParse(json);
  const reason = said.success ? said.data.error.message : "The server gave no answer that can be read. Send the file again.";
  return { outcome: said.success && status < 500 ? "refused" : "broken", reason };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    // A proxy's page instead of our answer.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
