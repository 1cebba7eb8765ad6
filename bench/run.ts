// npm run bench -- <name> [--corpus <file or folder>] [--database <url>] [--fit] [--model]: progress on stderr, one JSON object as the last line of stdout.
import { parseArgs } from "node:util";
import { BadCorpus } from "./lib/bad-corpus";

type Bench = { run: (args: { corpus?: string; database?: string; fit?: boolean; model?: boolean }) => Promise<Record<string, unknown>> };

const benches: Record<string, () => Promise<Bench>> = {
  calibration: () => import("./calibration"),
  chat: () => import("./chat"),
  claims: () => import("./claims"),
  conflicts: () => import("./conflicts"),
  engine: () => import("./engine"),
  gate: () => import("./gate"),
  ingest: () => import("./ingest"),
  pipeline: () => import("./pipeline"),
  quantities: () => import("./quantities"),
  references: () => import("./references"),
  search: () => import("./search"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: "string" }, database: { type: "string" }, fit: { type: "boolean" }, model: { type: "boolean" } },
});
const load = benches[positionals[0] ?? ""];
if (load) {
  try {
    const result = await (await load()).run(values);
    process.stdout.write(`${JSON.stringify({ bench: positionals[0], ...result })}\n`);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof BadCorpus)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
} else {
  process.stderr.write(`Name a benchmark: ${Object.keys(benches).join(", ")}.\n`);
  process.exitCode = 2;
}
