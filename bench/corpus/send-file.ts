// One file through the page's own upload, followed to the end of everything that is done with it.
import { performance } from "node:perf_hooks";
import { z } from "zod";
import type { Session } from "./session";

export type Row = {
  readonly file: string;
  readonly outcome: "read" | "refused" | "broken";
  /** From sending it until it is ready or refused. */
  readonly ms: number;
  readonly childMb: number;
  readonly detail: string;
};

const lookEveryMs = 50;
/** A file that has not ended then never will. */
const longestMs = 90_000;

const uploaded = z.object({ documentId: z.string() });
const refused = z.object({ error: z.object({ message: z.string().min(1) }) });
const document = z.object({
  id: z.string(),
  status: z.string(),
  error: z.string().nullable(),
  warnings: z.array(z.string()),
  passages: z.number(),
  steps: z.array(z.object({ step: z.string(), status: z.string() })),
});
const listed = z.object({ documents: z.array(document) });
/** The newest come first, and files are sent one after the other. */
const newest = 3;

/** `name` may differ from the file's own. */
export async function sendFile(session: Session, name: string, bytes: Uint8Array<ArrayBuffer>, takeChildMb: () => number): Promise<Row> {
  const started = performance.now();
  takeChildMb();
  const row = (outcome: Row["outcome"], detail: string, ms = performance.now() - started): Row => ({
    file: name,
    outcome,
    ms,
    childMb: takeChildMb(),
    detail,
  });
  const sent = await session.post("/api/library/upload", bytes, {
    "x-file-name": encodeURIComponent(name.toWellFormed()),
    "content-type": "application/octet-stream",
  });
  if (sent.status >= 400) {
    const reason = refused.safeParse(parsed(sent.text));
    return reason.success ? row("refused", reason.data.error.message) : row("broken", `The upload answered ${sent.status} without a sentence.`);
  }
  const { documentId } = uploaded.parse(parsed(sent.text));
  let settledMs: number | null = null;
  while (performance.now() - started < longestMs) {
    const { status, error, steps, passages, warnings } = await stateOf(session, documentId);
    if (status === "failed") return error ? row("refused", error) : row("broken", "It failed and nothing says why.");
    if (status === "ready") settledMs ??= performance.now() - started;
    // What is found in it afterwards holds the server up as much as reading it does.
    if (settledMs !== null && steps.every((step) => step.status !== "running" && step.status !== "waiting"))
      return row("read", [`${passages} passages.`, ...warnings].join(" "), settledMs);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return row("broken", "It had not ended after 90 seconds.");
}

async function stateOf(session: Session, documentId: string): Promise<z.infer<typeof document>> {
  const { documents } = listed.parse(await session.query("documents.list", { limit: newest }));
  // The same bytes under another name are the document that they were before.
  return documents.find(({ id }) => id === documentId) ?? document.parse(await session.query("documents.get", { documentId }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An answer that is no JSON is not one that the page could show.
    return null;
  }
}
