// Runs in a process of its own with limits: reads a file from standard input, writes its text as JSON to standard output.
// Plain Node runs this file (type stripping), hence the file endings in relative imports here and in what is imported.
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";

async function readInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function extract(format: string | undefined): Promise<ExtractOutcome> {
  const bytes = await readInput();
  if (format === "pdf") return (await import("./pdf.ts")).extractPdf(bytes);
  if (format === "html") return (await import("./html.ts")).extractHtml(bytes);
  return refusal(`The format ${format ?? "(none)"} is not extracted here.`);
}

const outcome = await extract(process.argv[2]);
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
