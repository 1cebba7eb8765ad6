// Runs in a process of its own with limits: reads a file from standard input, writes its text as JSON to standard output.
// Plain Node runs this file (type stripping), hence the file endings in relative imports here and in what is imported.
import { goOffline } from "./offline.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { Unreadable } from "./zip.ts";

async function readInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function extract(format: string | undefined): Promise<ExtractOutcome> {
  const bytes = await readInput();
  if (format === "pdf") return (await import("./pdf.ts")).extractPdf(bytes);
  if (format === "html") return (await import("./html.ts")).extractHtml(bytes);
  if (format === "docx") return (await import("./docx.ts")).extractDocx(bytes);
  if (format === "pptx") return (await import("./pptx.ts")).extractPptx(bytes);
  if (format === "epub") return (await import("./epub.ts")).extractEpub(bytes);
  if (format === "rtf") return (await import("./rtf.ts")).extractRtf(bytes);
  return refusal(`The format ${format ?? "(none)"} is not extracted here.`);
}

async function outcomeOf(format: string | undefined): Promise<ExtractOutcome> {
  try {
    return await extract(format);
  } catch (error) {
    if (error instanceof Unreadable) return refusal(error.message);
    throw error;
  }
}

goOffline();
const outcome = await outcomeOf(process.argv[2]);
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
