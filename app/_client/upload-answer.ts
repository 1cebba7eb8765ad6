// What the server says of a file that was sent to the library.
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

export function readAnswer(status: number, body: string): UploadResult {
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
