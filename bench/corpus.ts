// npm run corpus [-- <folder>...] [--server <url> --email <e-mail> --password <password>] [--trace <file>] [--inside]
// Feeds every file of the folders to a production server through the page's own upload while somebody else uses it, and prints what became of each.
// Without folders, the good, odd and hostile files beside the project are taken when they are there. Without --server it starts one of its own.
// --trace writes down what the server and its children ask of the system (needs strace); --inside needs no build and asks the use cases in this process.
// Exit 1 when a file was over its limits or broke something.
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isAppError, messageOf } from "@/server/platform/errors";
import { overHttp } from "./corpus/over-http";
import { run } from "./ingest";

const beside = ["documents", "tables", "hostile"].map((name) => path.resolve("../shared/data", name));
/** What one file may take, and everything together beside an embedded database. */
const mostSeconds = 25;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: "string" },
    email: { type: "string" },
    password: { type: "string" },
    trace: { type: "string" },
    inside: { type: "boolean" },
  },
});
const folders = positionals.length > 0 ? positionals : beside.filter(existsSync);
if (folders.length === 0) process.stderr.write("No folder was named and there is none beside the project: nothing to do.\n");
try {
  if (values.inside) for (const corpus of folders) await insideOf(corpus);
  else if (folders.length > 0) {
    const { over, ...result } = await overHttp(folders, values);
    process.stdout.write(`${JSON.stringify({ bench: "corpus", ...result, over })}\n`);
    if (over.length > 0) process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${isAppError(error) ? error.userMessage : messageOf(error)}\n`);
  process.exitCode = 1;
}
process.exit();

async function insideOf(corpus: string): Promise<void> {
  process.stderr.write(`\n${corpus}\n`);
  const result = await run({ corpus });
  process.stdout.write(`${JSON.stringify({ corpus, ...result })}\n`);
  if (Number(result.slowestSeconds) > mostSeconds) process.exitCode = 1;
}
