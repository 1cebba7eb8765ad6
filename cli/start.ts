// npm start: builds when the build is missing or older than what it is made from, then serves until it is told to stop.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { FolderLockedError, lockHolder } from "@/db/folder-lock";
import { config } from "@/server/platform/config";
import { isAppError } from "@/server/platform/errors";

const root = path.resolve(import.meta.dirname, "..");
const next = path.join(root, "node_modules/next/dist/bin/next");
const stampFile = path.join(root, ".next/variorum-build");
const built = [
  "app",
  "server",
  "db",
  "inngest",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

await main();

async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    return fail(`PORT is "${process.env.PORT}", which is no port number. Use one from 1 to 65535.`);
  const problem = configurationProblem();
  if (problem !== null) return fail(problem);
  if (!(await isFree(port))) return fail(`Port ${port} is in use. Stop what listens there, or start with another: PORT=${port + 1} npm start`);
  const stamp = fingerprint();
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
    process.stderr.write("Building. This takes about a minute, and only when something has changed.\n");
    const code = await run(["build"], { NODE_ENV: "production" });
    if (code !== 0) return fail("The build failed; the lines above say why. Nothing was started.");
    writeFileSync(stampFile, stamp);
  }
  process.exitCode = await run(["start", "-p", String(port)], { NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "1", PORT: String(port) });
}

/** What would stop the server later, told before anything is built; null when nothing would. */
function configurationProblem(): string | null {
  try {
    const { database, dataDir } = config();
    const holder = database.kind === "pglite" ? lockHolder(dataDir) : null;
    return holder ? new FolderLockedError(dataDir, holder).message : null;
  } catch (error) {
    if (isAppError(error)) return error.userMessage;
    throw error;
  }
}

/** Runs Next with this Node until it ends; its exit code. Signals are passed on. */
function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, [next, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGTERM", pass);
  process.on("SIGINT", pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGTERM", pass);
      process.off("SIGINT", pass);
      resolve(code ?? (signal === "SIGTERM" || signal === "SIGINT" ? 0 : 1));
    });
  });
}

/** SHA-256 over the names and contents of everything a build is made from. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const add = (file: string) => hash.update(path.relative(root, file)).update(readFileSync(file));
  for (const entry of built) {
    const full = path.join(root, entry);
    if (!existsSync(full)) continue;
    if (path.extname(entry) !== "") add(full);
    else for (const name of filesBelow(full)) add(name);
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
