// Bench "ingest": every file of a folder through the real upload and processing; a table of what became of each on stderr.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { walkFolder } from "@/server/library/documents/adapters/walk-folder";
import { getDocument } from "@/server/library/documents/get-document";
import { listDocuments } from "@/server/library/documents/list-documents";
import { setEnvironment } from "@/server/platform/config";
import { isAppError } from "@/server/platform/errors";
import { openBenchLibrary } from "./lib/bench-library";
import { percentile } from "./lib/ranking-measures";
import { watchMemory } from "./lib/watch-memory";

type Row = { readonly file: string; readonly outcome: "read" | "refused"; readonly pages: number; readonly ms: number; readonly detail: string };
type Library = Awaited<ReturnType<typeof openBenchLibrary>>;

export async function run(args: { corpus?: string; database?: string }): Promise<Record<string, unknown>> {
  setEnvironment({ LOG_LEVEL: "silent" });
  if (args.corpus === undefined) throw new Error("Name a folder of files with --corpus.");
  const files = await walkFolder(args.corpus);
  const library = await openBenchLibrary(args.database);
  const memory = watchMemory();
  const rows: Row[] = [];
  const ratios: number[] = [];
  const answers = askMeanwhile(library);
  try {
    for (const file of files) {
      const bytes = new Uint8Array(await readFile(file.path));
      const row = await readOne(library, file.relative, bytes);
      rows.push(row);
      process.stderr.write(`${row.outcome.padEnd(8)}${String(Math.round(row.ms)).padStart(7)} ms  ${file.relative}  ${row.detail}\n`);
      const bare = row.outcome === "read" && file.relative.endsWith(".pdf") ? await bareExtraction(bytes) : null;
      if (bare !== null) ratios.push(row.ms / bare);
    }
  } finally {
    await answers.stop();
    await library.close();
  }
  const pages = rows.reduce((sum, row) => sum + row.pages, 0);
  const seconds = rows.reduce((sum, row) => sum + row.ms, 0) / 1000;
  return {
    files: rows.length,
    pages,
    refused: rows.filter((row) => row.outcome === "refused").length,
    pagesPerSecond: Number((pages / seconds).toFixed(1)),
    rawExtractionRatio: ratios.length === 0 ? null : Number(percentile(ratios, 0.5).toFixed(2)),
    slowestSeconds: Number((Math.max(0, ...rows.map((row) => row.ms)) / 1000).toFixed(2)),
    answerP95Ms: Number(percentile(answers.times, 0.95).toFixed(1)),
    answers: answers.times.length,
    ...memory.stop(),
  };
}

const askEveryMs = 50;

/** Asks for the list of documents over and over while files are read, as a page does; how long each answer took. */
function askMeanwhile(library: Library): { times: number[]; stop: () => Promise<void> } {
  const times: number[] = [];
  let open = true;
  const asking = (async () => {
    while (open) {
      const started = performance.now();
      await listDocuments(library.ctx, library.scope, { limit: 50 });
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    }
  })();
  return {
    times,
    stop: async () => {
      open = false;
      await asking;
    },
  };
}

async function readOne(library: Library, file: string, bytes: Uint8Array): Promise<Row> {
  const started = performance.now();
  const row = (outcome: Row["outcome"], detail: string, pages = 0): Row => ({ file, outcome, pages, ms: performance.now() - started, detail });
  try {
    const { documentId, result } = await library.add(file, bytes);
    if (result.status !== "ready") return row("refused", result.status === "failed" ? result.reason : "It is gone.");
    const document = await getDocument(library.ctx, library.scope, { documentId });
    // Formats without pages count as one.
    return row("read", `${result.passages} passages, ${document.text?.length ?? 0} characters. ${document.warnings.join(" ")}`, document.pages ?? 1);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return row("refused", error.userMessage);
  }
}

/** Milliseconds that the PDF library alone takes, in this process, for files that are known to be harmless. */
async function bareExtraction(bytes: Uint8Array): Promise<number> {
  const { extractText } = await import("unpdf");
  const started = performance.now();
  await extractText(bytes.slice());
  return performance.now() - started;
}
