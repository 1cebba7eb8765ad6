// npm run corpus [-- <folder>...]: feeds every file of the folders to the library and prints what became of each. Without folders, the good, odd and
// hostile files beside the project are taken when they are there. Exit 1 when a file was over its limits or broke something.
import { existsSync } from "node:fs";
import path from "node:path";
import { isAppError, messageOf } from "@/server/platform/errors";
import { run } from "./ingest";

const beside = ["documents", "tables", "hostile"].map((name) => path.resolve("../shared/data", name));
/** What one file may take, and everything together beside an embedded database. */
const mostSeconds = 25;

const folders = process.argv.length > 2 ? process.argv.slice(2) : beside.filter(existsSync);
if (folders.length === 0) process.stderr.write("No folder was named and there is none beside the project: nothing to do.\n");
for (const corpus of folders) {
  process.stderr.write(`\n${corpus}\n`);
  try {
    const result = await run({ corpus });
    process.stdout.write(`${JSON.stringify({ corpus, ...result })}\n`);
    if (Number(result.slowestSeconds) > mostSeconds) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${isAppError(error) ? error.userMessage : messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
process.exit();
